import type { Text } from './define.ts';
import { elsewhere } from './elsewhere.ts';
import type { ReleaseRule, SeriesEntry } from './entry.ts';
import { monthLag } from './releases.ts';

/** The BIS brings its table of policy rates up to date once a week. */
const WEEKLY: ReleaseRule = {
  kind: 'business-days',
  days: 10,
  at: '18:00',
  zone: 'Europe/Berlin',
  calendar: 'target',
};

interface Country {
  /** Last part of the ids. */
  readonly key: string;
  readonly code: string;
  readonly name: Text;
}

/** Central banks beside the Fed, the ECB, the Bank of Japan and the Bank of England, whose rates stand elsewhere in the catalogue. */
const COUNTRIES: readonly Country[] = [
  { key: 'canada', code: 'CA', name: ['加拿大', '加拿大', 'Canada'] },
  { key: 'australia', code: 'AU', name: ['澳大利亚', '澳洲', 'Australia'] },
  { key: 'switzerland', code: 'CH', name: ['瑞士', '瑞士', 'Switzerland'] },
  { key: 'sweden', code: 'SE', name: ['瑞典', '瑞典', 'Sweden'] },
  { key: 'korea', code: 'KR', name: ['韩国', '韓國', 'Korea'] },
  { key: 'india', code: 'IN', name: ['印度', '印度', 'India'] },
  { key: 'brazil', code: 'BR', name: ['巴西', '巴西', 'Brazil'] },
  { key: 'mexico', code: 'MX', name: ['墨西哥', '墨西哥', 'Mexico'] },
];
const PRICES_ONLY: readonly Country[] = [
  { key: 'euro-area', code: 'XM', name: ['欧元区', '歐元區', 'euro area'] },
  { key: 'japan', code: 'JP', name: ['日本', '日本', 'Japan'] },
  { key: 'united-kingdom', code: 'GB', name: ['英国', '英國', 'United Kingdom'] },
];

/** Policy rates and inflation by country, from two tables of the BIS: in no data pack. */
export const WORLD_POLICY: readonly SeriesEntry[] = [
  ...COUNTRIES.map(({ key, code, name: [hans, hant, en] }) =>
    elsewhere(
      `policy-rate-${key}`,
      [`${hans}政策利率`, `${hant}政策利率`, `Policy rate, ${en}`],
      'bis',
      `WS_CBPOL D.${code}`,
      {
        unit: 'percent-per-year',
        release: WEEKLY,
        assetClass: 'liquidity',
        frequency: 'irregular',
        transform: 'yield',
        revised: false,
      },
    ),
  ),
  ...[...PRICES_ONLY, ...COUNTRIES].map(({ key, code, name: [hans, hant, en] }) =>
    elsewhere(
      `inflation-${key}`,
      [`${hans}消费者物价同比`, `${hant}消費者物價年增率`, `Consumer price inflation, ${en}`],
      'bis',
      `WS_LONG_CPI M.${code}.771`,
      { unit: 'percent-per-year', release: monthLag(75, '12:00'), transform: 'yield' },
    ),
  ),
];
