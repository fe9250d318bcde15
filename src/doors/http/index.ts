export { createApp } from './app.ts';
export { listen } from './listen.ts';
export { readBuiltPage } from './pages/files.ts';
