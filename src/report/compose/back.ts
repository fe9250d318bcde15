import { entryOf } from '../../data/series/index.ts';
import type { Desk } from '../desk.ts';
import type { Block } from '../document.ts';
import { textsOf } from '../document.ts';
import type { Inline } from '../inline.ts';
import { figuresOf } from '../inline.ts';
import { heading } from './paragraph.ts';

/** Catalogue ids of every series that a shown figure was made from, first seen first. */
function seriesShown(blocks: readonly Block[]): readonly string[] {
  const ids = blocks.flatMap((block) =>
    textsOf(block).flatMap((text) => figuresOf(text).flatMap(({ figure }) => figure.of.series)),
  );
  return [...new Set(ids)];
}

function sourceItem(desk: Desk, id: string): readonly Inline[] {
  const entry = entryOf(id);
  const first = entry?.sources[0];
  if (!entry || !first) return [];
  const { provider, symbol, licence } = first;
  const title = entry.title[desk.language];
  return [[desk.m.sourceOf({ title, provider, symbol, licence: licence || desk.m.noLicence })]];
}

/** Sources with licences, method, disclaimer. Simulated data have one source: the program. */
export function backBlocks(desk: Desk, blocks: readonly Block[]): readonly Block[] {
  const { m, answer } = desk;
  const sources = answer.simulated
    ? [[m.simulated.sentence]]
    : seriesShown(blocks).flatMap((id) => sourceItem(desk, id));
  return [
    heading(2, '', m.back.sources),
    { kind: 'list', look: 'plain', items: sources },
    heading(2, '', m.back.methods),
    { kind: 'list', look: 'plain', items: m.back.methodTexts.map((text) => [text]) },
    {
      kind: 'paragraph',
      text: [
        [
          m.asOf(answer.asOf.replace('T', ' ').replace('Z', ' UTC')),
          m.generatedFrom(answer.parameters.universe, answer.parameters.window),
          m.versions(answer.dataVersion, answer.engine),
        ].join(' · '),
      ],
    },
    heading(2, '', m.back.disclaimer),
    { kind: 'paragraph', text: [m.back.disclaimerText] },
  ];
}
