import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { index, page } from '../../scripts/measure-pages/page.ts';
import { specimenPanels } from '../../scripts/measure-pages/panels.ts';
import { picture } from '../../scripts/measure-pages/picture.ts';
import * as catalogue from '../../src/measures/index.ts';
import type { Measure } from '../../src/measures/measure.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'measures');
const measures = Object.values(catalogue) as unknown as Measure[];
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const hint = 'npm run docs:measures writes it';

describe('docs/measures', () => {
  it('has a page and a picture for each measure, and no others', () => {
    const files = measures.flatMap(({ id }) => [`${id}.md`, `${id}.svg`]);
    expect(readdirSync(folder).sort(), hint).toEqual([...files, 'README.md'].sort());
    expect(read('README.md'), hint).toBe(index(measures));
  });

  it.each(
    measures.map((measure) => [measure.id, measure] as const),
  )('says of %s what the catalogue says', (id, measure) => {
    expect(read(`${id}.md`), hint).toBe(page(measure));
    expect(read(`${id}.svg`)).toContain('SIMULATED');
  });

  it('shows what the formulas give on the specimen, to a pixel', async () => {
    const panelOf = specimenPanels();
    const shown = ['drawdown', 'correlation', 'turbulence', 'yang-zhang-volatility', 'amihud-illiquidity'];
    for (const measure of measures.filter(({ id }) => shown.includes(id))) {
      const panel = await panelOf(measure);
      const drawn = picture(measure.title.en, panel.dates, measure.compute(panel, measure.params.parse({})));
      const [now, before] = [numbersOf(drawn), numbersOf(read(`${measure.id}.svg`))];
      expect(now.length, hint).toBe(before.length);
      expect(Math.max(...now.map((x, k) => Math.abs(x - before[k]!))), hint).toBeLessThanOrEqual(1);
    }
  });
});

/** Coordinates of a picture; another engine may round one to the next pixel. */
function numbersOf(svg: string): number[] {
  return (svg.match(/d="[^"]*"/g) ?? []).join(' ').match(/\d+/g)?.map(Number) ?? [];
}
