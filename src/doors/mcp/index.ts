export { serveOverPipes } from './serve.ts';
