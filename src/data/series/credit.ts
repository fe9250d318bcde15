import { entry, type Text } from './define.ts';
import type { SeriesEntry } from './entry.ts';
import { listed } from './listed.ts';
import { source } from './providers.ts';
import { H15, ICE_NEXT_MORNING } from './releases.ts';

const NO_INTEREST: Text = [
  '债券基金的收盘价不含利息，长期低估回报。',
  '債券基金的收盤價不含利息，長期低估報酬。',
  'The close of a bond fund lacks its interest: over time it understates the return.',
];

function optionAdjustedSpread(id: string, title: Text, fred: string, inPack = true): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'credit',
    unit: 'fraction-per-year',
    calendar: 'new-york',
    release: ICE_NEXT_MORNING,
    transform: 'spread',
    sources: [source('fred-restricted', fred, 'percent-per-year', inPack ? { pack: fred } : {})],
    note: [
      'ICE指数，次一营业日上午公布；公布时刻取保守值。月末值有时标为周末。',
      'ICE指數，次一營業日上午公布；公布時刻取保守值。月底值有時標為週末。',
      'ICE index, shown on the morning of the next business day, which is a conservative bound. Month-end values are sometimes dated on a weekend.',
    ],
  });
}

export const CREDIT: readonly SeriesEntry[] = [
  listed('HYG', ['高收益债基金 HYG', '高收益債基金 HYG', 'High-yield bond fund HYG'], 'credit', {
    note: NO_INTEREST,
  }),
  listed('LQD', ['投资级债基金 LQD', '投資級債基金 LQD', 'Investment-grade bond fund LQD'], 'credit', {
    note: NO_INTEREST,
  }),
  listed(
    'EMB',
    ['新兴市场美元债基金 EMB', '新興市場美元債基金 EMB', 'Emerging-market dollar bond fund EMB'],
    'credit',
    {
      venue: 'Nasdaq',
      note: NO_INTEREST,
    },
  ),
  optionAdjustedSpread(
    'us-hy-oas',
    ['美国高收益债利差', '美國高收益債利差', 'US high-yield spread (OAS)'],
    'BAMLH0A0HYM2',
  ),
  optionAdjustedSpread(
    'us-ig-oas',
    ['美国投资级债利差', '美國投資級債利差', 'US investment-grade spread (OAS)'],
    'BAMLC0A0CM',
  ),
  optionAdjustedSpread(
    'us-ccc-oas',
    ['美国CCC级债利差', '美國CCC級債利差', 'US CCC and lower spread (OAS)'],
    'BAMLH0A3HYC',
    false,
  ),
  entry({
    id: 'us-baa-spread',
    title: ['穆迪Baa债与10年期美债利差', '穆迪Baa債與10年期美債利差', "Moody's Baa minus 10-year Treasury"],
    assetClass: 'credit',
    unit: 'fraction-per-year',
    calendar: 'us-federal',
    release: H15,
    transform: 'spread',
    sources: [source('fred-restricted', 'BAA10Y', 'percent-per-year', { pack: 'BAA10Y' })],
  }),
].flat();
