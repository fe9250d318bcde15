import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fromBase64 } from '../../../src/math/kernels/base64.ts';
import { KERNELS } from '../../../src/math/kernels/bytes.ts';

const root = join(import.meta.dirname, '../../..');

it('the kernels compiled anew are, byte for byte, the ones in the repository and the ones the package carries', async () => {
  const { buildKernels } = await import(join(root, 'scripts/build-kernels.mjs'));
  const { bytes, module } = await buildKernels();
  expect(Buffer.from(bytes).equals(readFileSync(join(root, 'kernels/kernels.wasm')))).toBe(true);
  expect(module).toBe(readFileSync(join(root, 'src/math/kernels/bytes.ts'), 'utf8'));
  expect(Buffer.from(fromBase64(KERNELS)).equals(Buffer.from(bytes))).toBe(true);
});

it('base64 of every length is read back', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, k) => (k * 37 + length) % 256);
    expect([...fromBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
  }
});
