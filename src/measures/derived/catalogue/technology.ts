import type { Text } from '../../../data/series/define.ts';
import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

const COMPANIES: readonly (readonly [ticker: string, name: Text])[] = [
  ['amzn', ['亚马逊', '亞馬遜', 'Amazon']],
  ['msft', ['微软', '微軟', 'Microsoft']],
  ['googl', ['谷歌', '谷歌', 'Alphabet']],
  ['meta', ['Meta', 'Meta', 'Meta']],
];
const FILINGS = 'Company filings on EDGAR';

/** Input and output of a company that builds data centres. */
function screen([ticker, [hans, hant, en]]: (typeof COMPANIES)[number]): DerivedEntry[] {
  const series = (key: string) => `${ticker}-${key}`;
  return [
    derived({
      id: series('sales-growth'),
      title: [`${hans}收入同比`, `${hant}營收年增率`, `${en}, sales over a year`],
      of: { R: series('revenue') },
      formula: 'yoy(R)',
      unit: 'fraction-per-year',
      meaning: [
        '季度收入比上年同季。',
        '季度營收比上年同季。',
        'Revenue of the quarter against that of a year before.',
      ],
      reading: ['与资本开支的增速相比。', '與資本支出的增速相比。', 'Set it beside the growth of outlays.'],
      source: FILINGS,
    }),
    derived({
      id: series('capex-to-cash-flow'),
      title: [`${hans}资本开支占经营现金流`, `${hant}資本支出占營業現金流`, `${en}, outlays over cash flow`],
      of: { C: series('capex'), O: series('operating-cash-flow') },
      formula: 'sum(C, 4) / sum(O, 4)',
      unit: 'ratio',
      meaning: [
        '四个季度的资本开支除以经营现金流。',
        '四個季度的資本支出除以營業現金流。',
        'Capital expenditure over cash from operations, four quarters.',
      ],
      reading: [
        '高于1：要靠借款或存量现金。融资租赁不在其中。',
        '高於1：要靠借款或存量現金。融資租賃不在其中。',
        'Above one it borrows or lives on its cash. Finance leases are not in it.',
      ],
      source: FILINGS,
    }),
    derived({
      id: series('free-cash-margin'),
      title: [`${hans}自由现金流率`, `${hant}自由現金流率`, `${en}, free cash flow over sales`],
      of: { O: series('operating-cash-flow'), C: series('capex'), R: series('revenue') },
      formula: '(sum(O, 4) - sum(C, 4)) / sum(R, 4)',
      unit: 'ratio',
      meaning: [
        '四个季度经营现金流减资本开支，除以收入。',
        '四個季度營業現金流減資本支出，除以營收。',
        'Cash from operations less capital expenditure, over revenue, four quarters.',
      ],
      reading: ['下降：投入先于产出。', '下降：投入先於產出。', 'Falling: input comes before output.'],
      source: FILINGS,
    }),
    derived({
      id: series('sales-per-capex'),
      title: [
        `${hans}每元资本开支的新增收入`,
        `${hant}每元資本支出的新增營收`,
        `${en}, new sales for a dollar of outlay`,
      ],
      of: { R: series('revenue'), C: series('capex') },
      formula: 'change(sum(R, 4), 4) / lag(sum(C, 4), 4)',
      unit: 'ratio',
      meaning: [
        '四个季度收入的年增量，除以此前四个季度的资本开支。',
        '四個季度營收的年增量，除以此前四個季度的資本支出。',
        'Rise of four quarters of revenue over a year, for a dollar of capital expenditure in the four before.',
      ],
      reading: [
        '越高，投入产出越好；把全部收入增长都归于资本开支，是粗略的上限。',
        '越高，投入產出越好；把全部營收成長都歸於資本支出，是粗略的上限。',
        'The higher the better; it credits all growth to the outlay, so it is a rough upper bound.',
      ],
      source: FILINGS,
    }),
  ];
}

/** Outlays on artificial intelligence: what companies get for them, and what they add to growth, employment and policy. */
export const TECHNOLOGY: readonly DerivedEntry[] = [
  ...COMPANIES.flatMap(screen),
  derived({
    id: 'hyperscaler-capex',
    title: [
      '四家云与平台公司资本开支',
      '四家雲端與平台公司資本支出',
      'Capital expenditure of four platforms',
    ],
    of: { A: 'amzn-capex', M: 'msft-capex', G: 'googl-capex', F: 'meta-capex' },
    formula: 'sum(A + M + G + F, 4)',
    unit: 'usd',
    transform: 'level',
    meaning: [
      '亚马逊、微软、谷歌与Meta四个季度资本开支之和。',
      '亞馬遜、微軟、谷歌與Meta四個季度資本支出之和。',
      'Capital expenditure of Amazon, Microsoft, Alphabet and Meta, four quarters.',
    ],
    reading: [
      '并非都用于人工智能，也不都在美国。',
      '並非都用於人工智慧，也不都在美國。',
      'Not all of it is for artificial intelligence, nor in the United States.',
    ],
    source: 'Company filings on EDGAR',
  }),
  derived({
    id: 'hyperscaler-capex-to-gdp',
    title: [
      '四家资本开支对美国GDP',
      '四家資本支出對美國GDP',
      'Capital expenditure of four platforms over GDP',
    ],
    of: { C: 'hyperscaler-capex', Y: 'gdp' },
    formula: 'C / Y',
    unit: 'fraction',
    meaning: [
      '上述四个季度之和除以美国名义GDP（年率）。',
      '上述四個季度之和除以美國名目GDP（年率）。',
      'Those four quarters over nominal GDP of the United States at annual rate.',
    ],
    reading: [
      '规模，不是贡献：进口的设备不增加GDP。',
      '規模，不是貢獻：進口的設備不增加GDP。',
      'Size, no contribution: equipment that is imported adds nothing to GDP.',
    ],
    source: 'Company filings on EDGAR; BEA',
  }),
  derived({
    id: 'ai-investment-contribution',
    title: [
      '信息设备与软件对增长的贡献',
      '資訊設備與軟體對成長的貢獻',
      'Contribution of IT equipment and software to growth',
    ],
    of: { E: 'gdp-contribution-it-equipment', S: 'gdp-contribution-software' },
    formula: 'E + S',
    unit: 'fraction-per-year',
    transform: 'yield',
    meaning: [
      '信息处理设备与软件投资对实际GDP季环比年率的贡献。',
      '資訊處理設備與軟體投資對實質GDP季增年率的貢獻。',
      'Contribution of investment in information processing equipment and software to the annual rate of real GDP growth.',
    ],
    reading: [
      '没有扣除进口：扣除之后小得多。数据中心的建筑不在其中。',
      '沒有扣除進口：扣除之後小得多。資料中心的建築不在其中。',
      'Imports are not taken off, after which it is much smaller. Buildings of data centres are not in it.',
    ],
    source: 'BEA, NIPA table 1.5.2',
  }),
  derived({
    id: 'ai-share-of-growth',
    title: [
      '信息设备与软件占增长之比',
      '資訊設備與軟體占成長之比',
      'Share of IT equipment and software in growth',
    ],
    of: { C: 'ai-investment-contribution', G: 'gdp-growth' },
    formula: 'C / G',
    unit: 'fraction',
    meaning: [
      '上述贡献除以实际GDP增长。',
      '上述貢獻除以實質GDP成長。',
      'That contribution over real GDP growth.',
    ],
    reading: [
      '增长接近零的季度数值没有意义。',
      '成長接近零的季度數值沒有意義。',
      'In a quarter of hardly any growth it means nothing.',
    ],
    source: 'BEA, NIPA table 1.5.2',
  }),
  derived({
    id: 'growth-without-ai',
    title: [
      '不含信息设备与软件的增长',
      '不含資訊設備與軟體的成長',
      'Growth without IT equipment and software',
    ],
    of: { C: 'ai-investment-contribution', G: 'gdp-growth' },
    formula: 'G - C',
    unit: 'fraction-per-year',
    transform: 'yield',
    meaning: [
      '实际GDP增长减上述贡献。',
      '實質GDP成長減上述貢獻。',
      'Real GDP growth less that contribution.',
    ],
    reading: [
      '算术，不是没有人工智能时的增长：那些资源会另有用处。',
      '算術，不是沒有人工智慧時的成長：那些資源會另有用處。',
      'Arithmetic, not growth without artificial intelligence: those resources would be used elsewhere.',
    ],
    source: 'BEA, NIPA table 1.5.2',
  }),
  derived({
    id: 'information-sales-gap',
    title: ['信息业收入增速减其余', '資訊業營收增速減其餘', 'Sales of information less the rest, growth'],
    of: { I: 'information-revenue', B: 'business-sales' },
    formula: 'yoy(I) - yoy(B)',
    unit: 'fraction-per-year',
    transform: 'yield',
    meaning: [
      '信息业收入的同比增速减制造与贸易业销售额的同比增速。',
      '資訊業營收的年增率減製造與貿易業銷售額的年增率。',
      'Growth over a year of revenue in information less that of sales in manufacturing and trade.',
    ],
    reading: [
      '零以上：信息业卖得更快。前者为季度值，后者为该季首月。',
      '零以上：資訊業賣得更快。前者為季度值，後者為該季首月。',
      'Above zero information grows faster. The one is of a quarter, the other of its first month.',
    ],
    source: 'Census, Quarterly Services Survey and Manufacturing and Trade',
  }),
  derived({
    id: 'data-hosting-jobs-growth',
    title: ['数据托管业就业同比', '資料託管業就業年增率', 'Employment in data hosting, over a year'],
    of: { E: 'employment-data-hosting' },
    formula: 'yoy(E)',
    unit: 'fraction-per-year',
    transform: 'yield',
    meaning: [
      '行业就业人数比上年同月。',
      '行業就業人數比上年同月。',
      'Employees of the industry against a year before.',
    ],
    reading: [
      '两条线背离：建设增人而编程减人。行业不是职业。',
      '兩條線背離：建設增人而編程減人。行業不是職業。',
      'Where the two part, building hires and coding does not. An industry is no occupation.',
    ],
    source: 'BLS, Current Employment Statistics',
  }),
  derived({
    id: 'computer-design-jobs-growth',
    title: ['计算机设计业就业同比', '電腦設計業就業年增率', 'Employment in computer design, over a year'],
    of: { E: 'employment-computer-design' },
    formula: 'yoy(E)',
    unit: 'fraction-per-year',
    transform: 'yield',
    meaning: [
      '行业就业人数比上年同月。',
      '行業就業人數比上年同月。',
      'Employees of the industry against a year before.',
    ],
    reading: [
      '两条线背离：建设增人而编程减人。行业不是职业。',
      '兩條線背離：建設增人而編程減人。行業不是職業。',
      'Where the two part, building hires and coding does not. An industry is no occupation.',
    ],
    source: 'BLS, Current Employment Statistics',
  }),
  derived({
    id: 'ai-orders-year',
    title: [
      '一年内提及人工智能的总统文件',
      '一年內提及人工智慧的總統文件',
      'Presidential documents on artificial intelligence, a year',
    ],
    of: { N: 'presidential-documents-ai' },
    formula: 'sum(N, 12)',
    unit: 'count',
    transform: 'level',
    meaning: [
      '最近12个月提及人工智能的总统文件数。',
      '最近12個月提及人工智慧的總統文件數。',
      'Presidential documents of twelve months that name artificial intelligence.',
    ],
    reading: [
      '政策的频度，不是力度。',
      '政策的頻度，不是力度。',
      'How often policy speaks, not how much it does.',
    ],
    source: 'Federal Register',
  }),
  derived({
    id: 'us-equity-stakes-total',
    title: ['美国政府入股累计', '美國政府入股累計', 'Equity stakes of the US government, in all'],
    of: { S: 'us-equity-stakes' },
    formula: 'cumulative(S)',
    unit: 'usd',
    transform: 'level',
    meaning: [
      '自首笔以来宣布的入股金额之和。',
      '自首筆以來宣布的入股金額之和。',
      'Sum of the stakes announced since the first.',
    ],
    reading: ['宣布不等于拨付。', '宣布不等於撥付。', 'Announced is not paid.'],
    source: 'Company filings and announcements',
  }),
  derived({
    id: 'us-ai-path',
    title: [
      '美国半导体相对大盘（2025年起）',
      '美國半導體相對大盤（2025年起）',
      'US semiconductors against the market since 2025',
    ],
    of: { A: 'smh', M: 'spy' },
    formula: "index(A / M, '2025-01-21')",
    unit: 'ratio',
    meaning: [
      'SMH除以SPY，以2025年1月21日（星际之门宣布日）为1。',
      'SMH除以SPY，以2025年1月21日（星際之門宣布日）為1。',
      'SMH over SPY, one on 21 January 2025, when Stargate was announced.',
    ],
    reading: [
      '与中国战略行业同龄的路径相比；只有一个先例。',
      '與中國戰略行業同齡的路徑相比；只有一個先例。',
      'Beside the path of China’s strategic industry at the same age; there is one precedent.',
    ],
  }),
  derived({
    id: 'china-strategic-path',
    title: [
      '中国新能源相对大盘（2015年起）',
      '中國新能源相對大盤（2015年起）',
      'China’s new energy against the market since 2015',
    ],
    of: { A: 'csi-new-energy', M: 'csi-300' },
    formula: "index(A / M, '2015-05-19')",
    unit: 'ratio',
    meaning: [
      '中证新能源除以沪深300，以2015年5月19日（中国制造2025公布日）为1。',
      '中證新能源除以滬深300，以2015年5月19日（中國製造2025公布日）為1。',
      'CSI New Energy over CSI 300, one on 19 May 2015, when Made in China 2025 was announced.',
    ],
    reading: [
      '先强后弱是所说的先例。',
      '先強後弱是所說的先例。',
      'First strong and then weak is the precedent spoken of.',
    ],
    source: 'China Securities Index Co.',
  }),
  derived({
    id: 'china-strategic-path-aligned',
    title: [
      '同龄的中国战略行业路径',
      '同齡的中國戰略行業路徑',
      'China’s strategic path at the age of the US one',
    ],
    of: { C: 'china-strategic-path' },
    formula: 'lag(C, 2353)',
    unit: 'ratio',
    meaning: [
      '中国路径推后2353个交易日，两个宣布日重合。',
      '中國路徑推後2353個交易日，兩個宣布日重合。',
      'The path of China 2353 of its trading days later, so that the two announcements fall together.',
    ],
    reading: [
      '与美国的线在同一天相比。只有一个先例。',
      '與美國的線在同一天相比。只有一個先例。',
      'Compare with the line of the United States on the same day. It is one precedent.',
    ],
    source: 'China Securities Index Co.',
  }),
];
