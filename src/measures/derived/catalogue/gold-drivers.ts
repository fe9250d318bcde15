import { derived } from '../define.ts';
import type { DerivedEntry } from '../entry.ts';

/** What moved gold, how miners are valued against it, and its long-run supports. */
export const GOLD_DRIVERS: readonly DerivedEntry[] = [
  derived({
    id: 'gold-from-dollar',
    title: ['金价20日变化：美元的贡献', '金價20日變化：美元的貢獻', 'Gold, 20-day change from the dollar'],
    of: { G: 'gold-front', D: 'dollar-index', R: 'us-10y-real', V: 'vix' },
    formula:
      'beta3(pct(G, 20), pct(last(D, 5), 20), change(last(R, 5), 20), change(last(V, 5), 20), 250) * pct(last(D, 5), 20)',
    unit: 'fraction',
    meaning: [
      '回归系数（250日，美元指数、10年实际利率与VIX三者同时）乘以该驱动的20日变化。',
      '迴歸係數（250日，美元指數、10年實質利率與VIX三者同時）乘以該驅動的20日變化。',
      'Coefficient (250 days, on the dollar index, the ten-year real yield and the VIX together) times the change of that driver over 20 days.',
    ],
    reading: [
      '20日重叠的变化，各项与其余同时估计；四部分加常数等于金价变化。是联系，不是原因。',
      '20日重疊的變化，各項與其餘同時估計；四部分加常數等於金價變化。是聯繫，不是原因。',
      'Changes over 20 days, which overlap, estimated together with the others; the parts and a constant add up to the change of gold. An association, no cause.',
    ],
  }),
  derived({
    id: 'gold-from-real-yield',
    title: [
      '金价20日变化：实际利率的贡献',
      '金價20日變化：實質利率的貢獻',
      'Gold, 20-day change from the real yield',
    ],
    of: { G: 'gold-front', D: 'dollar-index', R: 'us-10y-real', V: 'vix' },
    formula:
      'beta3(pct(G, 20), change(last(R, 5), 20), pct(last(D, 5), 20), change(last(V, 5), 20), 250) * change(last(R, 5), 20)',
    unit: 'fraction',
    meaning: [
      '回归系数（250日，美元指数、10年实际利率与VIX三者同时）乘以该驱动的20日变化。',
      '迴歸係數（250日，美元指數、10年實質利率與VIX三者同時）乘以該驅動的20日變化。',
      'Coefficient (250 days, on the dollar index, the ten-year real yield and the VIX together) times the change of that driver over 20 days.',
    ],
    reading: [
      '20日重叠的变化，各项与其余同时估计；四部分加常数等于金价变化。是联系，不是原因。',
      '20日重疊的變化，各項與其餘同時估計；四部分加常數等於金價變化。是聯繫，不是原因。',
      'Changes over 20 days, which overlap, estimated together with the others; the parts and a constant add up to the change of gold. An association, no cause.',
    ],
  }),
  derived({
    id: 'gold-from-fear',
    title: ['金价20日变化：避险情绪的贡献', '金價20日變化：避險情緒的貢獻', 'Gold, 20-day change from fear'],
    of: { G: 'gold-front', D: 'dollar-index', R: 'us-10y-real', V: 'vix' },
    formula:
      'beta3(pct(G, 20), change(last(V, 5), 20), pct(last(D, 5), 20), change(last(R, 5), 20), 250) * change(last(V, 5), 20)',
    unit: 'fraction',
    meaning: [
      '回归系数（250日，美元指数、10年实际利率与VIX三者同时）乘以该驱动的20日变化。',
      '迴歸係數（250日，美元指數、10年實質利率與VIX三者同時）乘以該驅動的20日變化。',
      'Coefficient (250 days, on the dollar index, the ten-year real yield and the VIX together) times the change of that driver over 20 days.',
    ],
    reading: [
      '20日重叠的变化，各项与其余同时估计；四部分加常数等于金价变化。是联系，不是原因。',
      '20日重疊的變化，各項與其餘同時估計；四部分加常數等於金價變化。是聯繫，不是原因。',
      'Changes over 20 days, which overlap, estimated together with the others; the parts and a constant add up to the change of gold. An association, no cause.',
    ],
  }),
  derived({
    id: 'gold-unexplained',
    title: ['金价20日变化：其余', '金價20日變化：其餘', 'Gold, 20-day change left over'],
    of: { G: 'gold-front', D: 'dollar-index', R: 'us-10y-real', V: 'vix' },
    formula:
      'residual3(pct(G, 20), pct(last(D, 5), 20), change(last(R, 5), 20), change(last(V, 5), 20), 250)',
    unit: 'fraction',
    meaning: [
      '美元、实际利率与VIX解释不了的部分：央行购金、地缘政治与其余一切在其中。',
      '美元、實質利率與VIX解釋不了的部分：央行購金、地緣政治與其餘一切在其中。',
      'What the dollar, the real yield and the VIX do not explain: official buying, geopolitics and all else are in it.',
    ],
    reading: [
      '持续为正与央行及地缘支撑相符，但证明不了。',
      '持續為正與央行及地緣支撐相符，但證明不了。',
      'Above zero for long it agrees with support by central banks and geopolitics, and does not prove it.',
    ],
  }),
  derived({
    id: 'gold-geopolitical-beta',
    title: [
      '金价对地缘政治风险的敏感度',
      '金價對地緣政治風險的敏感度',
      'Sensitivity of gold to geopolitical risk',
    ],
    of: { G: 'gold-front', P: 'geopolitical-risk' },
    formula: 'beta(pct(G, 20), log(mean(last(P, 10) / lag(last(P, 10), 20), 5)), 250)',
    unit: 'fraction',
    meaning: [
      '金价20日变化对地缘政治风险指数20日对数变化（五日平均）的斜率，250日。',
      '金價20日變化對地緣政治風險指數20日對數變化（五日平均）的斜率，250日。',
      'Slope of the 20-day change of gold on the 20-day log change of the geopolitical risk index (five-day mean), over 250 days.',
    ],
    reading: [
      '0.05：指数翻倍时金价约高3.5%。接近零：市场不把它计入金价。',
      '0.05：指數翻倍時金價約高3.5%。接近零：市場不把它計入金價。',
      'At 0.05 a doubling of the index goes with some 3.5 % of gold. Near zero the market does not price it.',
    ],
    source: 'Caldara & Iacoviello (2022), American Economic Review 112',
  }),
  derived({
    id: 'gdx-gld-percentile',
    title: [
      '金矿股对黄金：三年百分位',
      '金礦股對黃金：三年百分位',
      'Gold miners against gold, percentile of three years',
    ],
    of: { M: 'gdx', G: 'gld' },
    formula: 'percentile(M / G, 750)',
    unit: 'fraction',
    meaning: [
      'GDX与GLD价格之比在最近750日中的百分位：净资产值估值的代理。',
      'GDX與GLD價格之比在最近750日中的百分位：淨資產值估值的代理。',
      'Share of the last 750 days on which GDX over GLD was no higher: a stand-in for price to net asset value.',
    ],
    reading: [
      '接近1：相对黄金昂贵。资产净值由分析师估计，没有公开来源。',
      '接近1：相對黃金昂貴。資產淨值由分析師估計，沒有公開來源。',
      'Near one miners are dear against gold. Net asset values are analysts’ estimates without a public source.',
    ],
  }),
  derived({
    id: 'gdx-price-to-book-percentile',
    title: [
      '金矿股市净率：十年百分位',
      '金礦股股價淨值比：十年百分位',
      'Gold miners’ price to book, percentile of ten years',
    ],
    of: { B: 'gdx-price-to-book' },
    formula: 'percentile(B, 120)',
    unit: 'fraction',
    meaning: [
      'GDX成分股市净率在最近120个月中的百分位。',
      'GDX成分股股價淨值比在最近120個月中的百分位。',
      'Share of the last 120 months in which price to book of GDX was no higher.',
    ],
    reading: [
      '接近1：昂贵。账面值随金价滞后重估。',
      '接近1：昂貴。帳面值隨金價滯後重估。',
      'Near one they are dear. Book values follow the gold price late.',
    ],
    source: 'VanEck, fund characteristics',
  }),
  derived({
    id: 'gdx-fall-after-dear',
    title: [
      '金矿股昂贵之后60日的最大跌幅',
      '金礦股昂貴之後60日的最大跌幅',
      'Fall of gold miners within 60 days after they were dear',
    ],
    of: { M: 'gdx', Q: 'gdx-gld-percentile' },
    formula: '(min(M, 60) / lag(M, 60) - 1) / above(lag(Q, 60), 0.9)',
    unit: 'fraction',
    meaning: [
      '60日之前金矿股相对黄金昂贵（百分位高于0.9或低于0.1）时，此后60日的最低收盘比当时。',
      '60日之前金礦股相對黃金昂貴（百分位高於0.9或低於0.1）時，此後60日的最低收盤比當時。',
      'Least close of the 60 days since against the close before them, on those rows only where miners had then been dear (percentile above 0.9 or below 0.1).',
    ],
    reading: [
      '两种情形的分布相比才有意义；相邻各行几乎是同一段。',
      '兩種情形的分布相比才有意義；相鄰各行幾乎是同一段。',
      'Compare the two distributions; neighbouring rows are almost the same days.',
    ],
  }),
  derived({
    id: 'gdx-fall-after-cheap',
    title: [
      '金矿股便宜之后60日的最大跌幅',
      '金礦股便宜之後60日的最大跌幅',
      'Fall of gold miners within 60 days after they were cheap',
    ],
    of: { M: 'gdx', Q: 'gdx-gld-percentile' },
    formula: '(min(M, 60) / lag(M, 60) - 1) / above(-lag(Q, 60), -0.1)',
    unit: 'fraction',
    meaning: [
      '60日之前金矿股相对黄金便宜（百分位高于0.9或低于0.1）时，此后60日的最低收盘比当时。',
      '60日之前金礦股相對黃金便宜（百分位高於0.9或低於0.1）時，此後60日的最低收盤比當時。',
      'Least close of the 60 days since against the close before them, on those rows only where miners had then been cheap (percentile above 0.9 or below 0.1).',
    ],
    reading: [
      '两种情形的分布相比才有意义；相邻各行几乎是同一段。',
      '兩種情形的分布相比才有意義；相鄰各行幾乎是同一段。',
      'Compare the two distributions; neighbouring rows are almost the same days.',
    ],
  }),
  derived({
    id: 'us-debt-to-gdp',
    title: ['美国联邦债务对GDP', '美國聯邦債務對GDP', 'US federal debt over GDP'],
    of: { D: 'federal-debt', Y: 'gdp' },
    formula: 'D / Y',
    unit: 'ratio',
    meaning: [
      '联邦债务总额除以名义GDP（年率）。',
      '聯邦債務總額除以名目GDP（年率）。',
      'Total federal debt over nominal GDP at annual rate.',
    ],
    reading: [
      '黄金的长期支撑之一：财政；另两项见央行购金与储备中的国债比重。上升与金价同涨不证明因果。',
      '黃金的長期支撐之一：財政；另兩項見央行購金與儲備中的公債比重。上升與金價同漲不證明因果。',
      'One of the long-run supports of gold, the fiscal one; official buying and the Treasury share of reserves are the others. That both rise proves no cause.',
    ],
    source: 'FRED GFDEBTN, GDP',
  }),
  derived({
    id: 'gold-real-yield-correlation',
    title: ['金价与实际利率的相关', '金價與實質利率的相關', 'Correlation of gold and the real yield'],
    of: { G: 'gold-front', R: 'us-10y-real' },
    formula: 'correlation(pct(G, 1), change(last(R, 5), 1), 250)',
    unit: 'fraction',
    meaning: [
      '金价日收益与10年实际利率日变化的相关，250日。',
      '金價日報酬與10年實質利率日變化的相關，250日。',
      'Correlation of daily returns of gold and daily changes of the ten-year real yield, over 250 days.',
    ],
    reading: [
      '由明显为负走向零：别的买家在定价。',
      '由明顯為負走向零：別的買家在定價。',
      'From clearly negative towards zero: others set the price.',
    ],
  }),
];
