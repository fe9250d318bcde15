import type { SeriesEntry } from './entry.ts';
import { adjustedOnly, LEVERED, listed, unpacked } from './listed.ts';

const nasdaq = { venue: 'Nasdaq' };
const both = { adjusted: true };
const levered = { note: LEVERED };
const leveredBoth = { note: LEVERED, adjusted: true };

/** Funds of shares. Funds of metals, energy, credit, Treasuries, cash and coins stand with their class. */
export const FUNDS: readonly SeriesEntry[] = [
  listed('SPY', ['标普500基金 SPY', '標普500基金 SPY', 'S&P 500 fund SPY'], 'equity'),
  listed('VOO', ['先锋标普500基金 VOO', '先鋒標普500基金 VOO', 'Vanguard S&P 500 fund VOO'], 'equity'),
  listed('QQQ', ['纳斯达克100基金 QQQ', '那斯達克100基金 QQQ', 'Nasdaq-100 fund QQQ'], 'equity', nasdaq),
  listed('DIA', ['道琼斯工业基金 DIA', '道瓊工業基金 DIA', 'Dow Jones fund DIA'], 'equity'),
  listed('IWM', ['罗素2000基金 IWM', '羅素2000基金 IWM', 'Russell 2000 fund IWM'], 'equity'),
  unpacked('IJK', ['中型成长股基金 IJK', '中型成長股基金 IJK', 'Mid-cap growth fund IJK']),
  unpacked('IWP', ['罗素中型成长股基金 IWP', '羅素中型成長股基金 IWP', 'Russell mid-cap growth fund IWP']),
  unpacked('VTV', ['价值股基金 VTV', '價值股基金 VTV', 'Value fund VTV']),
  unpacked('VUG', ['成长股基金 VUG', '成長股基金 VUG', 'Growth fund VUG']),
  unpacked('SCHD', ['股息基金 SCHD', '股息基金 SCHD', 'Dividend fund SCHD']),
  unpacked('KIE', ['保险业基金 KIE', '保險業基金 KIE', 'Insurance fund KIE']),
  unpacked('IYT', ['运输业基金 IYT', '運輸業基金 IYT', 'Transport fund IYT']),
  unpacked('QUAL', ['质量因子基金 QUAL', '品質因子基金 QUAL', 'Quality fund QUAL']),
  listed(
    'EFA',
    ['发达市场基金 EFA', '已開發市場基金 EFA', 'Developed markets ex North America fund EFA'],
    'equity',
  ),
  listed('EEM', ['新兴市场基金 EEM', '新興市場基金 EEM', 'Emerging markets fund EEM'], 'equity'),
  listed('EWY', ['韩国股票基金 EWY', '韓國股票基金 EWY', 'South Korea fund EWY'], 'equity'),
  listed('EWJ', ['日本股票基金 EWJ', '日本股票基金 EWJ', 'Japan fund EWJ'], 'equity', both),
  listed('EWZ', ['巴西股票基金 EWZ', '巴西股票基金 EWZ', 'Brazil fund EWZ'], 'equity', both),
  listed('FXI', ['中国大盘股基金 FXI', '中國大型股基金 FXI', 'China large-cap fund FXI'], 'equity', both),
  listed('ARKK', ['方舟创新基金 ARKK', '方舟創新基金 ARKK', 'ARK Innovation fund ARKK'], 'equity'),
  listed('IGV', ['软件业基金 IGV', '軟體業基金 IGV', 'Software fund IGV'], 'equity', both),
  listed('SMH', ['半导体基金 SMH', '半導體基金 SMH', 'Semiconductor fund SMH'], 'equity', {
    ...nasdaq,
    ...both,
  }),
  listed('SOXX', ['半导体基金 SOXX', '半導體基金 SOXX', 'Semiconductor fund SOXX'], 'equity', nasdaq),
  listed('MAGS', ['七巨头基金 MAGS', '七巨頭基金 MAGS', 'Magnificent Seven fund MAGS'], 'equity', {
    venue: 'Cboe BZX',
  }),
  listed('KRE', ['地区银行基金 KRE', '地區銀行基金 KRE', 'Regional banks fund KRE'], 'equity'),
  listed('XLB', ['原材料板块 XLB', '原物料類股 XLB', 'Materials sector XLB'], 'equity'),
  listed('XLC', ['通信服务板块 XLC', '通訊服務類股 XLC', 'Communication services sector XLC'], 'equity'),
  listed('XLE', ['能源板块 XLE', '能源類股 XLE', 'Energy sector XLE'], 'equity'),
  listed('XLF', ['金融板块 XLF', '金融類股 XLF', 'Financials sector XLF'], 'equity'),
  listed('XLI', ['工业板块 XLI', '工業類股 XLI', 'Industrials sector XLI'], 'equity'),
  listed('XLK', ['科技板块 XLK', '科技類股 XLK', 'Technology sector XLK'], 'equity'),
  listed('XLP', ['必需消费板块 XLP', '必需消費類股 XLP', 'Consumer staples sector XLP'], 'equity'),
  listed('XLRE', ['房地产板块 XLRE', '房地產類股 XLRE', 'Real estate sector XLRE'], 'equity'),
  listed('XLU', ['公用事业板块 XLU', '公用事業類股 XLU', 'Utilities sector XLU'], 'equity'),
  listed('XLV', ['医疗保健板块 XLV', '醫療保健類股 XLV', 'Health care sector XLV'], 'equity'),
  listed('XLY', ['可选消费板块 XLY', '非必需消費類股 XLY', 'Consumer discretionary sector XLY'], 'equity'),
  listed('TQQQ', ['三倍做多纳指100 TQQQ', '三倍做多那指100 TQQQ', 'Nasdaq-100 three times TQQQ'], 'equity', {
    ...nasdaq,
    ...leveredBoth,
  }),
  listed(
    'SQQQ',
    ['三倍做空纳指100 SQQQ', '三倍放空那指100 SQQQ', 'Nasdaq-100 minus three times SQQQ'],
    'equity',
    { ...nasdaq, ...levered },
  ),
  listed(
    'UPRO',
    ['三倍做多标普500 UPRO', '三倍做多標普500 UPRO', 'S&P 500 three times UPRO'],
    'equity',
    leveredBoth,
  ),
  listed(
    'SPXL',
    ['三倍做多标普500 SPXL', '三倍做多標普500 SPXL', 'S&P 500 three times SPXL'],
    'equity',
    leveredBoth,
  ),
  listed(
    'QLD',
    ['两倍做多纳指100 QLD', '兩倍做多那指100 QLD', 'Nasdaq-100 twice QLD'],
    'equity',
    leveredBoth,
  ),
  listed('SSO', ['两倍做多标普500 SSO', '兩倍做多標普500 SSO', 'S&P 500 twice SSO'], 'equity', leveredBoth),
  listed(
    'SOXL',
    ['三倍做多半导体 SOXL', '三倍做多半導體 SOXL', 'Semiconductors three times SOXL'],
    'equity',
    leveredBoth,
  ),
  listed('USD', ['两倍做多半导体 USD', '兩倍做多半導體 USD', 'Semiconductors twice USD'], 'equity', {
    id: 'proshares-usd',
    ...levered,
  }),
  adjustedOnly(
    'SOXS',
    ['三倍做空半导体 SOXS', '三倍放空半導體 SOXS', 'Semiconductors minus three times SOXS'],
    'equity',
    levered,
  ),
  adjustedOnly('VGK', ['欧洲股票基金 VGK', '歐洲股票基金 VGK', 'Europe fund VGK'], 'equity'),
  adjustedOnly('MCHI', ['中国股票基金 MCHI', '中國股票基金 MCHI', 'China fund MCHI'], 'equity', nasdaq),
  adjustedOnly('KWEB', ['中国互联网基金 KWEB', '中國網路股基金 KWEB', 'China internet fund KWEB'], 'equity'),
  adjustedOnly('XBI', ['生物科技基金 XBI', '生物科技基金 XBI', 'Biotechnology fund XBI'], 'equity'),
  adjustedOnly('ITA', ['航空国防基金 ITA', '航太國防基金 ITA', 'Aerospace and defence fund ITA'], 'equity', {
    venue: 'Cboe BZX',
  }),
  adjustedOnly('MSTU', ['两倍做多Strategy MSTU', '兩倍做多Strategy MSTU', 'Strategy twice MSTU'], 'equity', {
    venue: 'Cboe BZX',
    ...levered,
  }),
].flat();
