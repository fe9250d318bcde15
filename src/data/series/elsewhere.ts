import { baseUnit, type Unit } from '../unit.ts';
import { entry, type Text } from './define.ts';
import type { AssetClass, Frequency, ReleaseRule, SeriesEntry, Transform } from './entry.ts';
import { type ProviderKey, source } from './providers.ts';
import { monthLag } from './releases.ts';

interface Shape {
  readonly unit: Unit;
  readonly release: ReleaseRule;
  readonly assetClass?: AssetClass;
  readonly frequency?: Frequency;
  readonly transform?: Transform;
  readonly revised?: boolean;
  readonly note?: Text;
}

const FILE: Text = [
  '数据包中没有：取自其发布者的文件，公布时刻取保守值。',
  '資料包中沒有：取自其發布者的檔案，公布時刻取保守值。',
  'In no data pack: from a file of its publisher; the release is a conservative bound.',
];

/** A statistic that no data pack holds: it is read from a file of its publisher, imported under this id. */
export function elsewhere(
  id: string,
  title: Text,
  provider: ProviderKey,
  symbol: string,
  shape: Shape,
): SeriesEntry {
  const {
    unit,
    release,
    assetClass = 'macro',
    frequency = 'monthly',
    transform = 'level',
    revised = true,
    note = FILE,
  } = shape;
  return entry({
    id,
    title,
    assetClass,
    unit: baseUnit(unit),
    frequency,
    calendar: 'us-federal',
    release,
    transform,
    revised,
    sources: [source(provider, symbol, unit)],
    note,
  });
}

/** So many days after the end of the quarter, noon in New York. */
export function quarterLag(days: number): ReleaseRule {
  return { ...monthLag(days, '12:00'), months: 3 } as ReleaseRule;
}
