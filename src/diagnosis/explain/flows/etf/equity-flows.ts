import { z } from 'zod';
import { drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { latestOf, latestSchema, periodsAnswer, periodsSchema, readFundSums } from './fund-sums.ts';
import { weekOf } from './periods.ts';

const TICKERS = ['SPY', 'QQQ', 'IWM'] as const;
const IDS = TICKERS.map((ticker) => `etf-flow-${ticker.toLowerCase()}`);
const ABOUT = ['sp500', 'nasdaq-100', 'nasdaq-composite', 'russell-2000', 'spy', 'qqq', 'iwm'];

/** The week's flow of the large US equity funds, and since when none was as large. */
export const equityFlows = explainPart({
  id: 'equity-flows',
  title: {
    'zh-Hans': '美股基金周度资金流',
    'zh-Hant': '美股基金週度資金流',
    en: 'Weekly flows of US equity funds',
  },
  series: IDS,
  covers: (asset) => ABOUT.includes(asset),
  schema: z.object({ latest: latestSchema, week: periodsSchema }),
  formulas: [],
  async compute({ view, figure }) {
    const sums = await readFundSums(view, IDS);
    const draw = drawing(figure, IDS);
    return { latest: latestOf(draw, TICKERS, sums), week: periodsAnswer(draw, 'week', sums, weekOf) };
  },
});
