import type { Unit } from '../unit.ts';
import { baseUnit } from '../unit.ts';
import { CREDIT } from './credit.ts';
import { CRYPTO } from './crypto.ts';
import { DERIVATIVES } from './derivatives.ts';
import { ENERGY } from './energy.ts';
import type { BarField, SeriesEntry, SourceRef } from './entry.ts';
import { EQUITY_INDICES } from './equity-indices.ts';
import { FLOWS } from './flows.ts';
import { FUNDS } from './funds.ts';
import { FX } from './fx.ts';
import { GROWTH } from './growth.ts';
import { INTRADAY } from './intraday.ts';
import { LIQUIDITY } from './liquidity.ts';
import { MACRO } from './macro.ts';
import { METALS } from './metals.ts';
import { OIL_BALANCE } from './oil-balance.ts';
import { ON_CHAIN } from './on-chain.ts';
import { POSITIONING } from './positioning.ts';
import { RATES } from './rates.ts';
import { RESERVES } from './reserves.ts';
import { SENTIMENT } from './sentiment.ts';
import { STOCKS } from './stocks.ts';
import { STRESS } from './stress.ts';
import { TECHNOLOGY } from './technology.ts';
import { VOLATILITY } from './volatility.ts';
import { WORLD_POLICY } from './world-policy.ts';

/** Every series the program knows by name, by family. */
export const CATALOGUE: readonly SeriesEntry[] = [
  ...CRYPTO,
  ...EQUITY_INDICES,
  ...FUNDS,
  ...STOCKS,
  ...METALS,
  ...ENERGY,
  ...CREDIT,
  ...RATES,
  ...FX,
  ...VOLATILITY,
  ...LIQUIDITY,
  ...FLOWS,
  ...POSITIONING,
  ...DERIVATIVES,
  ...ON_CHAIN,
  ...MACRO,
  ...GROWTH,
  ...TECHNOLOGY,
  ...RESERVES,
  ...OIL_BALANCE,
  ...WORLD_POLICY,
  ...SENTIMENT,
  ...STRESS,
  ...INTRADAY,
];

const BY_ID = new Map(CATALOGUE.map((entry) => [entry.id, entry]));
const BAR_FIELDS = new Map<string, SeriesEntry>();

/** Entry of a series, or of a bar column (`gold-front.high`), which is an entry derived from that of its bar. */
export function entryOf(id: string): SeriesEntry | undefined {
  const found = BY_ID.get(id) ?? BAR_FIELDS.get(id);
  if (found) return found;
  const dot = id.lastIndexOf('.');
  const whole = dot > 0 ? BY_ID.get(id.slice(0, dot)) : undefined;
  const field = whole?.fields?.find((name) => name === id.slice(dot + 1));
  if (!whole || !field) return undefined;
  const derived = barFieldEntry(whole, field);
  BAR_FIELDS.set(id, derived);
  return derived;
}

const FIELD_WORDS: Record<BarField, readonly [hans: string, hant: string, en: string]> = {
  open: ['开盘价', '開盤價', 'open'],
  high: ['最高价', '最高價', 'high'],
  low: ['最低价', '最低價', 'low'],
  volume: ['成交量', '成交量', 'volume'],
};

function barFieldEntry(whole: SeriesEntry, field: BarField): SeriesEntry {
  const [hans, hant, en] = FIELD_WORDS[field];
  const { fields: _fields, volumeUnit, ...rest } = whole;
  const isVolume = field === 'volume';
  const unit: Unit = isVolume ? baseUnit(volumeUnit ?? 'count') : whole.unit;
  return {
    ...rest,
    id: `${whole.id}.${field}`,
    title: {
      'zh-Hans': `${whole.title['zh-Hans']}${hans}`,
      'zh-Hant': `${whole.title['zh-Hant']}${hant}`,
      en: `${whole.title.en}, ${en}`,
    },
    unit,
    transform: isVolume ? 'flow' : whole.transform,
    sources: whole.sources
      .filter((source) => source.fields?.includes(field))
      .map((source) => barFieldSource(source, field, isVolume ? (volumeUnit ?? 'count') : source.unit)),
  };
}

function barFieldSource(source: SourceRef, field: BarField, unit: Unit): SourceRef {
  const { fields: _fields, treatAs, pack, ...rest } = source;
  return {
    ...rest,
    unit,
    ...(treatAs && field !== 'volume' ? { treatAs } : {}),
    ...(pack ? { pack: { ...pack, column: field } } : {}),
  };
}

export interface PackSeries {
  readonly entry: SeriesEntry;
  readonly source: SourceRef;
}

const BY_PACK = new Map<string, PackSeries[]>();
for (const entry of CATALOGUE) {
  for (const source of entry.sources) {
    if (!source.pack) continue;
    const known = BY_PACK.get(source.pack.id);
    if (known) known.push({ entry, source });
    else BY_PACK.set(source.pack.id, [{ entry, source }]);
  }
}

/** Series that a file of a data pack feeds, by the id it has in the manifest; bar columns come with their bar. */
export function byPack(packId: string): readonly PackSeries[] {
  return BY_PACK.get(packId) ?? [];
}
