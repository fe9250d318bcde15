import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { tokenRules } from '../../report/render/style.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The report's variables, so that the page and the report have one source of them. */
const tokens: Plugin = {
  name: 'tokens',
  resolveId: (id) => (id === 'virtual:tokens.css' ? '\0tokens.css' : undefined),
  load: (id) => (id === '\0tokens.css' ? tokenRules() : undefined),
};

const FIRST_FONTS = /(?:inter-latin-wght-normal|source-serif-4-latin-wght-normal)-[^/]*\.woff2$/;

/** The two fonts of the first screen are asked for with the page, not after its styles. */
const fontsFirst: Plugin = {
  name: 'fonts-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => FIRST_FONTS.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
          injectTo: 'head',
        })),
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [tokens, fontsFirst],
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: here('../../../dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  /** While the page is worked on: `tidemark serve` on its usual port answers. */
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:7310', '/pages': 'http://127.0.0.1:7310' },
  },
});
