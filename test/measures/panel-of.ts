import type { Panel } from '../../src/data/panel.ts';
import type { SeriesEntry } from '../../src/data/series/entry.ts';

const entry: SeriesEntry = {
  id: 'test',
  title: { 'zh-Hans': '测试', 'zh-Hant': '測試', en: 'Test' },
  assetClass: 'equity',
  unit: 'index',
  frequency: 'daily',
  calendar: 'utc',
  release: { kind: 'at-close' },
  transform: 'price',
  revised: false,
  sources: [],
};

/** A synchronous daily panel of the given columns, from 2000-01-01. */
export function panelOf(columns: readonly Float64Array[]): Panel {
  const rows = columns[0]?.length ?? 0;
  const dates = Int32Array.from({ length: rows }, (_, t) => 10957 + t);
  return {
    dates,
    columns: columns.map((values, k) => ({
      id: `c${k}`,
      entry: { ...entry, id: `c${k}` },
      values,
      times: Float64Array.from(dates, (day) => (day + 1) * 86_400_000),
    })),
    join: 'intersection',
    asynchronyHours: 0,
  };
}
