import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf, INSTANTS } from '../../scripts/explain-pages/findings.ts';
import { findingsIn, page, partsOf } from '../../scripts/explain-pages/page.ts';
import { picturesOf } from '../../scripts/explain-pages/pictures.ts';
import { SECTION_IDS } from '../../src/diagnosis/explain/answer.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'explain');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const hint = 'npm run docs:explain -- --pack DIR writes it';

describe('docs/explain', () => {
  it('has a page for each section, the pictures they show, and nothing else', () => {
    const pages = SECTION_IDS.map((section) => `${section}.md`);
    const shown = pages.flatMap((name) =>
      [...read(name).matchAll(/\]\(([\w-]+\.svg)\)/g)].map(([, svg]) => svg),
    );
    expect(readdirSync(folder).sort(), hint).toEqual([...pages, ...shown].sort());
  });

  it.each(SECTION_IDS)('says of %s what its parts say, at every instant', async (section) => {
    const pictures = await picturesOf(section);
    const findings = findingsIn(read(`${section}.md`));
    expect(read(`${section}.md`), hint).toBe(page(section, findings, new Set(pictures.keys())));
    for (const { id } of partsOf(section)) {
      expect(
        findings.get(id)?.map(({ instant }) => instant),
        `${id}: ${hint}`,
      ).toEqual(INSTANTS);
    }
    for (const [id, svg] of pictures) {
      expect(svg, id).toContain('>SIMULATED</text>');
      expect(svg, id).not.toMatch(/var\(|NaN|undefined/);
      expect(numbersOf(read(`${id}.svg`)).length, `${id}: ${hint}`).toBe(numbersOf(svg).length);
    }
  });
});

describeWithPack('docs/explain on the real pack', () => {
  it('says what the data say', async () => {
    const store = await openPack();
    for (const [section, findings] of await findingsOf(store)) {
      expect(findingsIn(read(`${section}.md`)), hint).toEqual(findings);
    }
    await store.close();
  }, 120_000);
});

/** Coordinates of a picture; another engine may round one to the next pixel. */
function numbersOf(svg: string): number[] {
  return (svg.match(/d="[^"]*"/g) ?? []).join(' ').match(/\d+/g)?.map(Number) ?? [];
}
