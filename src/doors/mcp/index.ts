export { toldProgress } from './progress.ts';
export { serveOverPipes } from './serve.ts';
