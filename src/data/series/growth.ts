import type { Text } from './define.ts';
import { entry } from './define.ts';
import { elsewhere, quarterLag } from './elsewhere.ts';
import type { SeriesEntry } from './entry.ts';
import { source } from './providers.ts';
import { monthLag } from './releases.ts';

const ANNUAL: Text = [
  '年度值，以当年1月1日标注；次年七月之后才齐备，公布时刻取保守值。',
  '年度值，以當年1月1日標註；次年七月之後才齊備，公布時刻取保守值。',
  'Of the year, labelled with its 1 January; complete after July of the next, so the release is a conservative bound.',
];

function growth(code: string, name: Text): SeriesEntry {
  const [hans, hant, en] = name;
  return elsewhere(
    `gdp-growth-${en.toLowerCase().replaceAll(' ', '-')}`,
    [`${hans}实际GDP增长`, `${hant}實質GDP成長`, `Real GDP growth, ${en}`],
    'world-bank',
    `NY.GDP.MKTP.KD.ZG ${code}`,
    {
      unit: 'percent-per-year',
      release: monthLag(560, '12:00'),
      frequency: 'irregular',
      transform: 'yield',
      note: ANNUAL,
    },
  );
}

function chinese(id: string, title: Text, code: string): SeriesEntry {
  return entry({
    id,
    title,
    assetClass: 'equity',
    unit: 'index',
    calendar: 'shanghai',
    sources: [source('csi', code, 'index')],
  });
}

/** Growth of countries, fiscal cost, and indices of Chinese industries: in no data pack. */
export const GROWTH: readonly SeriesEntry[] = [
  growth('CHN', ['中国', '中國', 'China']),
  growth('JPN', ['日本', '日本', 'Japan']),
  growth('DEU', ['德国', '德國', 'Germany']),
  growth('KOR', ['韩国', '韓國', 'Korea']),
  growth('GBR', ['英国', '英國', 'United Kingdom']),
  elsewhere(
    'federal-interest',
    ['美国联邦利息支出（年率）', '美國聯邦利息支出（年率）', 'US federal interest payments, annual rate'],
    'fred',
    'A091RC1Q027SBEA',
    { unit: 'usd-bn', release: quarterLag(95), frequency: 'quarterly' },
  ),
  elsewhere(
    'federal-receipts',
    ['美国联邦经常收入（年率）', '美國聯邦經常收入（年率）', 'US federal current receipts, annual rate'],
    'fred',
    'FGRECPT',
    { unit: 'usd-bn', release: quarterLag(95), frequency: 'quarterly' },
  ),
  elsewhere('federal-debt', ['美国联邦债务总额', '美國聯邦債務總額', 'US federal debt'], 'fred', 'GFDEBTN', {
    unit: 'usd-mn',
    release: quarterLag(75),
    frequency: 'quarterly',
    revised: false,
  }),
  chinese('csi-300', ['沪深300', '滬深300', 'CSI 300'], '000300'),
  chinese('csi-new-energy', ['中证新能源', '中證新能源', 'CSI New Energy'], '399808'),
];
