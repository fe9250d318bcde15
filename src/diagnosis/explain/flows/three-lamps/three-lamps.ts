import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { AFTER_FORMULAS, afterFigures, afterSchema } from '../after.ts';
import { FUND_COINS } from '../etf/coins.ts';
import { readFundSessions } from '../etf/sessions.ts';
import { LAMPS, type LampId, lampReadings, type Readings, redCount } from './lamps.ts';

const PREMIUM = 'btc-coinbase-premium';
const RESERVE = 'btc-exchange-reserve';
const PRICE = 'btc-usd';
const COIN = FUND_COINS.find(({ asset }) => asset === PRICE)!;
const HORIZONS = [5, 20] as const;
const POINTS = 365;
/** Days for which an old reading still tells of now. */
const FRESH = 3;

const lampId = z.enum(LAMPS);

const schema = z.object({
  /** Day of the state: the latest with a price. */
  date: isoDay.nullable(),
  lamps: z.array(
    z.object({
      lamp: lampId,
      /** null: not measured on that day. */
      red: z.boolean().nullable(),
      reading: figureSchema,
      /** Latest day on which the lamp was measured. */
      latest: isoDay.nullable(),
    }),
  ),
  measured: z.number().int(),
  red: figureSchema,
  /** First day of the stretch with as many red as now; null when none is measured. */
  since: isoDay.nullable(),
  /** What the price did by the number of red lamps: of the lamps measured now, and of all three where that is another set. */
  history: z.array(
    z.object({
      lamps: z.array(lampId),
      from: isoDay.nullable(),
      to: isoDay.nullable(),
      counts: z.array(
        z.object({
          red: z.number().int(),
          days: figureSchema,
          share: figureSchema,
          /** Stretches of such days. */
          stretches: z.number().int(),
          after: z.array(afterSchema),
        }),
      ),
    }),
  ),
  series: z.object({ dates: z.array(isoDay), red: z.array(z.number().nullable()) }),
});

const UNIT = { premium: 'fraction', flows: 'usd', reserves: 'btc' } as const;
const SERIES: Readonly<Record<LampId, string>> = { premium: PREMIUM, flows: COIN.total, reserves: RESERVE };

/** Premium below zero, funds paying out, coins leaving the exchanges: how many at once, and what followed as many. */
export const threeLamps = explainPart({
  id: 'three-lamps',
  title: { 'zh-Hans': '三盏红灯', 'zh-Hant': '三盞紅燈', en: 'Three red lamps' },
  series: [PREMIUM, COIN.total, RESERVE, PRICE],
  covers: (asset) => asset === PRICE,
  schema,
  formulas: [
    formula(
      'lamp-premium',
      '溢价灯',
      '溢價燈',
      'Lamp of the premium',
      'mean of the Coinbase premium over the 7 UTC days to t; red below 0',
    ),
    formula(
      'lamp-flows',
      '资金流灯',
      '資金流燈',
      'Lamp of the flows',
      'net flow of the US spot funds over their sessions dated t − 7 … t − 1, as that of t is reported after its end; red below 0',
    ),
    formula(
      'lamp-reserves',
      '储备灯',
      '儲備燈',
      'Lamp of the reserves',
      'R_t − R_{t−7}, bitcoin on exchanges at the end of UTC day t; red below 0, as the source counts it: whether a fall is good or bad for the price is not assumed',
    ),
    formula(
      'lamps-red',
      '红灯数',
      '紅燈數',
      'Red lamps',
      'number of the lamps measured on day t that are red',
    ),
    formula(
      'lamps-days',
      '该红灯数的天数',
      '該紅燈數的天數',
      'Days with as many red',
      'days with exactly k of the named lamps red, among the days on which all of them are measured',
    ),
    formula(
      'lamps-share',
      '该红灯数的占比',
      '該紅燈數的占比',
      'Share of days with as many red',
      'days with exactly k of the named lamps red over the days on which all of them are measured',
    ),
    ...AFTER_FORMULAS,
  ],
  async compute({ view, figure }) {
    const panel = await view.panel({ ids: [PRICE, PREMIUM, RESERVE], join: 'first' });
    const sessions = await readFundSessions(view, COIN);
    const { dates } = panel;
    const [price, premium, reserves] = panel.columns.map(({ values }) => values) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const readings = lampReadings({
      dates,
      premium,
      reserves,
      flowDates: sessions.dates,
      flows: sessions.total,
    });
    const last = dates.length - 1;
    const now = LAMPS.filter((lamp) => isMeasured(readings, lamp, last));
    const counts = redCount(readings, now);
    const lit = drawing(
      figure,
      now.map((lamp) => SERIES[lamp]),
    );
    const red = now.length === 0 ? Number.NaN : counts[last]!;
    const sets = now.length === LAMPS.length ? [now] : [...(now.length > 0 ? [now] : []), [...LAMPS]];
    const shown = Math.max(0, dates.length - POINTS);
    return {
      date: dayAt(dates, last),
      lamps: LAMPS.map((lamp) => lampOf(drawing(figure, [SERIES[lamp]]), dates, readings, lamp)),
      measured: now.length,
      red: lit('red', red, 'count', 'lamps-red', { why: 'no lamp is measured' }),
      since: now.length === 0 ? null : dayAt(dates, sameSince(counts)),
      history: sets.map((lamps) =>
        historyOf(
          drawing(figure, [PRICE, ...lamps.map((lamp) => SERIES[lamp])]),
          dates,
          price,
          readings,
          lamps,
        ),
      ),
      series: {
        dates: Array.from(dates.subarray(shown), formatDay),
        red: now.length === 0 ? new Array(dates.length - shown).fill(null) : pointsOf(counts.subarray(shown)),
      },
    };
  },
});

function isMeasured(readings: Readings, lamp: LampId, row: number): boolean {
  return Number.isFinite(readings[lamp][row] ?? Number.NaN);
}

function lampOf(draw: Draw, dates: Int32Array, readings: Readings, lamp: LampId) {
  const last = dates.length - 1;
  const value = readings[lamp][last] ?? Number.NaN;
  const latest = readings[lamp].findLastIndex(Number.isFinite);
  const stale = latest >= 0 && last - latest > FRESH;
  return {
    lamp,
    red: Number.isFinite(value) ? value < 0 : null,
    reading: draw(`lamp.${lamp}`, value, UNIT[lamp], `lamp-${lamp}`, {
      why: stale ? 'the lamp has had no reading since the day named' : 'the lamp has no reading on the day',
    }),
    latest: dayAt(dates, latest),
  };
}

/** First row of the last stretch of one count. */
function sameSince(counts: Float64Array): number {
  let row = counts.length - 1;
  while (row > 0 && counts[row - 1] === counts[row]) row--;
  return row;
}

function historyOf(
  draw: Draw,
  dates: Int32Array,
  price: Float64Array,
  readings: Readings,
  lamps: readonly LampId[],
) {
  const counts = redCount(readings, lamps);
  const known = [...counts.keys()].filter((row) => Number.isFinite(counts[row]!));
  const [first, last] = [known[0] ?? -1, known.at(-1) ?? -1];
  const span = first < 0 ? {} : spanOf(dates, first, last, known.length);
  const set = `history-${lamps.length}`;
  const why = 'the lamps were never measured together';
  return {
    lamps: [...lamps],
    from: dayAt(dates, first),
    to: dayAt(dates, last),
    counts: Array.from({ length: lamps.length + 1 }, (_, red) => {
      const path = `${set}.red-${red}`;
      const rows = known.filter((row) => counts[row] === red);
      const params = { k: red };
      const measured = known.length > 0;
      return {
        red,
        days: draw(`${path}.days`, measured ? rows.length : Number.NaN, 'count', 'lamps-days', {
          params,
          ...span,
          why,
        }),
        share: draw(`${path}.share`, rows.length / known.length, 'fraction', 'lamps-share', {
          params,
          ...span,
          why,
        }),
        stretches: rows.filter((row) => counts[row - 1] !== red).length,
        after: afterFigures(
          draw,
          path,
          {
            dates,
            price,
            defined: (row) => Number.isFinite(counts[row]!),
            isCase: (row) => counts[row] === red,
          },
          HORIZONS,
        ),
      };
    }),
  };
}
