import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as catalogue from '../src/measures/index.ts';
import type { Measure } from '../src/measures/measure.ts';
import { index, page } from './measure-pages/page.ts';
import { specimenPanels } from './measure-pages/panels.ts';
import { picture } from './measure-pages/picture.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'measures');
const measures = Object.values(catalogue) as unknown as Measure[];
const panelOf = specimenPanels();

const files = new Map([['README.md', index(measures)]]);
for (const measure of measures) {
  const panel = await panelOf(measure);
  const values = measure.compute(panel, measure.params.parse({}));
  files.set(`${measure.id}.md`, page(measure));
  files.set(`${measure.id}.svg`, picture(measure.title.en, panel.dates, values));
}
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
for (const [name, text] of files) writeFileSync(join(folder, name), text);
process.stdout.write(`${measures.length} pages in docs/measures\n`);
