import type { BarField, ReleaseRule, SeriesEntry, Words } from './entry.ts';

/** The same text in zh-Hans, zh-Hant and en. */
export type Text = readonly [hans: string, hant: string, en: string];

/** Texts of the three languages by their tags. */
export function words([hans, hant, en]: Text): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}

/** Two texts after one another. */
export function join(first: Text | undefined, second: Text | undefined): Text | undefined {
  if (!first || !second) return first ?? second;
  return [first[0] + second[0], first[1] + second[1], `${first[2]} ${second[2]}`];
}

export const AT_CLOSE: ReleaseRule = { kind: 'at-close' };

const BAR_ORDER: readonly BarField[] = ['open', 'high', 'low', 'volume'];

type Given = Pick<SeriesEntry, 'id' | 'assetClass' | 'unit' | 'calendar' | 'sources'> &
  Partial<Omit<SeriesEntry, 'title' | 'note' | 'fields'>> & {
    readonly title: Text;
    readonly note?: Text | undefined;
  };

/** A catalogue entry; left out: daily, a price known at its close, not revised, bar columns as its sources give them. */
export function entry(given: Given): SeriesEntry {
  const { title, note, ...rest } = given;
  const offered = new Set(given.sources.flatMap((source) => source.fields ?? []));
  const fields = BAR_ORDER.filter((field) => offered.has(field));
  return {
    frequency: 'daily',
    release: AT_CLOSE,
    transform: 'price',
    revised: false,
    ...rest,
    title: words(title),
    ...(fields.length > 0 ? { fields } : {}),
    ...(note ? { note: words(note) } : {}),
  };
}
