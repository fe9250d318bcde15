import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The module as bytes, as a TypeScript file that carries them, compiled from `kernels/` anew. */
export async function buildKernels() {
  const files = new Map();
  const { error, stderr } = await main(
    ['--config', 'kernels/asconfig.json', '--baseDir', root, '--target', 'release'],
    {
      readFile: (name, baseDir) => read(join(baseDir, name)),
      writeFile: (name, contents) => files.set(name, contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const [bytes] = [...files].filter(([name]) => name.endsWith('.wasm')).map(([, contents]) => contents);
  return { bytes, module: asModule(bytes) };
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function asModule(bytes) {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,96}/g) ?? [];
  return `${[
    '/** Made from `kernels/` by `npm run build:kernels`: the WebAssembly module, base64. */',
    'export const KERNELS = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
  ].join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bytes, module } = await buildKernels();
  const [binary, text] = [join(root, 'kernels/kernels.wasm'), join(root, 'src/math/kernels/bytes.ts')];
  mkdirSync(dirname(text), { recursive: true });
  writeFileSync(binary, bytes);
  writeFileSync(text, module);
  console.log(`${bytes.length} bytes of WebAssembly`);
}
