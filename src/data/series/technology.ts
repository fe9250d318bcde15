import type { Unit } from '../unit.ts';
import type { Text } from './define.ts';
import { elsewhere, quarterLag } from './elsewhere.ts';
import type { SeriesEntry } from './entry.ts';
import { EMPLOYMENT, GDP } from './macro-releases.ts';
import { monthLag } from './releases.ts';

const FILING = quarterLag(60);
const FILED: Text = [
  '季度值；申报的现金流量为年初至今累计，取相邻两期之差。以季度首日标注，公布时刻取保守值。',
  '季度值；申報的現金流量為年初至今累計，取相鄰兩期之差。以季度首日標註，公布時刻取保守值。',
  'Of the quarter: cash flows are filed from the beginning of the year, so two are subtracted. Labelled with the first day of the quarter; the release is a conservative bound.',
];

interface Company {
  readonly ticker: string;
  readonly name: Text;
  readonly cik: string;
  readonly capex: string;
  readonly revenue: string;
}

const PROPERTY = 'us-gaap:PaymentsToAcquirePropertyPlantAndEquipment';
const CONTRACTS = 'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax';

/** Companies whose outlays on data centres are the question. */
const COMPANIES: readonly Company[] = [
  {
    ticker: 'amzn',
    name: ['亚马逊', '亞馬遜', 'Amazon'],
    cik: 'CIK0001018724',
    capex: 'us-gaap:PaymentsToAcquireProductiveAssets',
    revenue: CONTRACTS,
  },
  {
    ticker: 'msft',
    name: ['微软', '微軟', 'Microsoft'],
    cik: 'CIK0000789019',
    capex: PROPERTY,
    revenue: CONTRACTS,
  },
  {
    ticker: 'googl',
    name: ['谷歌', '谷歌', 'Alphabet'],
    cik: 'CIK0001652044',
    capex: PROPERTY,
    revenue: 'us-gaap:Revenues',
  },
  {
    ticker: 'meta',
    name: ['Meta', 'Meta', 'Meta'],
    cik: 'CIK0001326801',
    capex: PROPERTY,
    revenue: CONTRACTS,
  },
];

function filed(
  { ticker, name: [hans, hant, en], cik }: Company,
  [key, concept, unit]: readonly [key: string, concept: string, unit: Unit],
  words: Text,
): SeriesEntry {
  return elsewhere(
    `${ticker}-${key}`,
    [`${hans}${words[0]}`, `${hant}${words[1]}`, `${en}, ${words[2]}`],
    'edgar',
    `${cik} ${concept}`,
    {
      unit,
      release: FILING,
      assetClass: 'equity',
      frequency: 'quarterly',
      transform: unit === 'usd' ? 'flow' : 'level',
      note: FILED,
    },
  );
}

function filings(company: Company): SeriesEntry[] {
  return [
    filed(company, ['revenue', company.revenue, 'usd'], ['营业收入', '營業收入', 'revenue']),
    filed(
      company,
      ['operating-cash-flow', 'us-gaap:NetCashProvidedByUsedInOperatingActivities', 'usd'],
      ['经营现金流', '營業現金流', 'cash from operations'],
    ),
    filed(company, ['capex', company.capex, 'usd'], ['资本开支', '資本支出', 'capital expenditure']),
    filed(
      company,
      ['shares', 'dei:EntityCommonStockSharesOutstanding', 'shares'],
      ['流通股数', '流通股數', 'shares outstanding'],
    ),
  ];
}

const CONTRIBUTION = {
  unit: 'percent-per-year',
  release: GDP,
  frequency: 'quarterly',
  transform: 'yield',
} as const;
const JOBS = { unit: 'persons-k', release: EMPLOYMENT } as const;

/** Outlays on artificial intelligence, what they add to growth and employment, and what policy adds to them: in no data pack. */
export const TECHNOLOGY: readonly SeriesEntry[] = [
  ...COMPANIES.flatMap(filings),
  elsewhere(
    'gdp-contribution-it-equipment',
    [
      '信息处理设备对实际GDP增长的贡献',
      '資訊處理設備對實質GDP成長的貢獻',
      'Contribution of information processing equipment to real GDP growth',
    ],
    'fred',
    'Y034RY2Q224SBEA',
    CONTRIBUTION,
  ),
  elsewhere(
    'gdp-contribution-software',
    ['软件对实际GDP增长的贡献', '軟體對實質GDP成長的貢獻', 'Contribution of software to real GDP growth'],
    'fred',
    'B985RY2Q224SBEA',
    CONTRIBUTION,
  ),
  elsewhere(
    'gdp-growth',
    ['美国实际GDP季环比年率', '美國實質GDP季增年率', 'US real GDP growth, annual rate'],
    'fred',
    'A191RL1Q225SBEA',
    CONTRIBUTION,
  ),
  elsewhere(
    'employment-data-hosting',
    ['数据处理与托管业就业', '資料處理與託管業就業', 'Employment in data processing and hosting'],
    'fred',
    'CES5051800001',
    JOBS,
  ),
  elsewhere(
    'employment-computer-design',
    ['计算机系统设计业就业', '電腦系統設計業就業', 'Employment in computer systems design'],
    'fred',
    'CES6054150001',
    JOBS,
  ),
  elsewhere(
    'information-revenue',
    ['信息业总收入', '資訊業總收入', 'Revenue of the information sector'],
    'census',
    'Quarterly Services Survey: NAICS 51, total revenue',
    { unit: 'usd-mn', release: quarterLag(90), frequency: 'quarterly' },
  ),
  elsewhere(
    'business-sales',
    ['制造与贸易业总销售额', '製造與貿易業總銷售額', 'Sales of manufacturing and trade'],
    'fred',
    'TOTBUSSMSA',
    { unit: 'usd-mn', release: monthLag(90, '10:00') },
  ),
  elsewhere(
    'presidential-documents-ai',
    [
      '提及人工智能的总统文件',
      '提及人工智慧的總統文件',
      'Presidential documents that name artificial intelligence',
    ],
    'federal-register',
    'documents type=PRESDOCU term="artificial intelligence", count of the month',
    { unit: 'count', release: monthLag(5, '12:00'), transform: 'flow', revised: false },
  ),
  elsewhere(
    'us-corporate-bonds',
    [
      '美国非金融企业债务证券存量',
      '美國非金融企業債務證券存量',
      'Debt securities of US nonfinancial corporations, outstanding',
    ],
    'fred',
    'NCBDBIQ027S',
    { unit: 'usd-mn', release: quarterLag(75), assetClass: 'credit', frequency: 'quarterly' },
  ),
  elsewhere(
    'us-ig-issuance',
    ['美国投资级公司债发行额', '美國投資等級公司債發行額', 'Issuance of US investment-grade corporate bonds'],
    'sifma',
    'US Corporate Bonds: issuance, investment grade, month',
    { unit: 'usd-bn', release: monthLag(10, '12:00'), assetClass: 'credit', transform: 'flow' },
  ),
  elsewhere(
    'sp500-cape',
    [
      '标普500周期调整市盈率',
      '標普500週期調整本益比',
      'Cyclically adjusted price over earnings of the S&P 500',
    ],
    'shiller',
    'ie_data.xls: CAPE (P/E10)',
    { unit: 'ratio', release: monthLag(5, '12:00'), assetClass: 'equity' },
  ),
  elsewhere(
    'small-value-spread',
    ['小盘价值利差', '小型價值利差', 'Small-stock value spread'],
    'french',
    '6 Portfolios Formed on Size and Book-to-Market: ln BE/ME of small value less small growth',
    { unit: 'ratio', release: monthLag(30, '12:00'), assetClass: 'equity' },
  ),
  elsewhere(
    'us-equity-stakes',
    ['美国政府宣布的入股金额', '美國政府宣布的入股金額', 'Equity stakes announced by the US government'],
    'filings',
    'announced value of equity stakes of the US government',
    {
      unit: 'usd',
      release: monthLag(1, '12:00'),
      frequency: 'irregular',
      transform: 'flow',
      revised: false,
    },
  ),
];
