import { entryOf } from '../../data/series/index.ts';
import type { HeadDesk } from '../desk.ts';
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

/** One item a provider and licence, with the provider's own names of what was shown. */
function sourceItems(desk: HeadDesk, ids: readonly string[]): readonly Inline[] {
  const groups = new Map<string, { provider: string; licence: string; items: string[] }>();
  for (const id of ids) {
    const first = entryOf(id)?.sources[0];
    if (!first || id.includes('.')) continue;
    const licence = first.licence || desk.m.noLicence;
    const key = `${first.provider}|${licence}`;
    const group = groups.get(key) ?? { provider: first.provider, licence, items: [] };
    group.items.push(first.symbol);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => [desk.m.sourceOf(group)]);
}

/** What the end of a report says of its chapters. */
export interface Ends {
  readonly methods: readonly string[];
  /** What was asked, in words. */
  readonly parameters: readonly string[];
}

/** Sources with licences, method, disclaimer. Simulated data have one source: the program. */
export function backBlocks(desk: HeadDesk, blocks: readonly Block[], ends: Ends): readonly Block[] {
  const { m, answer } = desk;
  const sources = answer.simulated ? [[m.simulated.sentence]] : sourceItems(desk, seriesShown(blocks));
  return [
    heading(2, '', m.back.sources),
    { kind: 'list', look: 'plain', items: sources },
    heading(2, '', m.back.methods),
    { kind: 'list', look: 'plain', items: ends.methods.map((text) => [text]) },
    {
      kind: 'paragraph',
      text: [
        [
          m.asOf(answer.asOf.replace('T', ' ').replace('Z', ' UTC')),
          ...ends.parameters,
          m.versions(answer.dataVersion, answer.engine),
        ].join(' · '),
      ],
    },
    heading(2, '', m.back.disclaimer),
    { kind: 'paragraph', text: [m.back.disclaimerText] },
  ];
}
