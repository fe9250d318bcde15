import { entry, join, type Text } from './define.ts';
import type { AssetClass, SeriesEntry } from './entry.ts';
import { bars, OHLCV, source } from './providers.ts';

const UNADJUSTED: Text = [
  '按拆分调整，不含股息分派。',
  '按分割調整，不含股息配發。',
  'Adjusted for splits; dividends are not in it.',
];

const ADJUSTED: Text = [
  '按拆分与分派调整：每次分派都会改变过去的值，只宜用于收益率。',
  '按分割與配息調整：每次配息都會改變過去的值，只宜用於報酬率。',
  'Adjusted for splits and distributions: every distribution changes the past, so use it for returns only.',
];

export const LEVERED: Text = [
  '每日杠杆，较长时间会偏离其倍数。',
  '每日槓桿，較長時間會偏離其倍數。',
  'Levered daily: over longer spans it departs from its multiple.',
];

export interface Listing {
  readonly id?: string;
  readonly venue?: string;
  readonly note?: Text;
  /** The pack also holds adjusted closes: they become the series `<id>-adjusted`. */
  readonly adjusted?: boolean;
}

/** Split-adjusted bars of a share or fund listed in the United States. */
export function listed(
  ticker: string,
  title: Text,
  assetClass: AssetClass,
  listing: Listing = {},
): SeriesEntry[] {
  const { id = ticker.toLowerCase(), venue = 'NYSE Arca', note, adjusted } = listing;
  const plain = entry({
    id,
    title,
    assetClass,
    unit: 'usd',
    calendar: 'new-york',
    venue,
    volumeUnit: 'shares',
    sources: [source('yahoo', ticker, 'usd', bars(`ohlcv/${ticker}`, OHLCV))],
    note: join(UNADJUSTED, note),
  });
  return adjusted ? [plain, ...adjustedOnly(ticker, title, assetClass, { ...listing, id })] : [plain];
}

/** Closes adjusted for splits and distributions: another quantity than the quoted close, so a series of its own. */
export function adjustedOnly(
  ticker: string,
  [hans, hant, en]: Text,
  assetClass: AssetClass,
  { id = ticker.toLowerCase(), venue = 'NYSE Arca', note }: Listing = {},
): SeriesEntry[] {
  return [
    entry({
      id: `${id}-adjusted`,
      title: [`${hans}（复权）`, `${hant}（還原權息）`, `${en}, adjusted`],
      assetClass,
      unit: 'usd',
      calendar: 'new-york',
      venue,
      revised: true,
      sources: [source('yahoo', `${ticker} adjclose`, 'usd', { pack: `${ticker}_ADJCLOSE` })],
      note: join(ADJUSTED, note),
    }),
  ];
}

/** A share or fund that no data pack holds. */
export function unpacked(ticker: string, title: Text, venue = 'NYSE Arca'): SeriesEntry {
  return entry({
    id: ticker.toLowerCase(),
    title,
    assetClass: 'equity',
    unit: 'usd',
    calendar: 'new-york',
    venue,
    sources: [source('yahoo', ticker, 'usd')],
  });
}
