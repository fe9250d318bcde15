import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ReportFonts } from '../report/index.ts';

const require = createRequire(import.meta.url);
let loaded: Promise<ReportFonts> | undefined;

/** The Latin subsets of the two voices of the report, base64, read once. */
export function reportFonts(): Promise<ReportFonts> {
  loaded ??= readFonts();
  return loaded;
}

async function readFonts(): Promise<ReportFonts> {
  const [inter, serif] = await Promise.all([
    base64('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
    base64('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
  ]);
  return { inter, serif };
}

async function base64(specifier: string): Promise<string> {
  return (await readFile(require.resolve(specifier))).toString('base64');
}
