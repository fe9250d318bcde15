import { z } from 'zod';
import { formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { type Draw, drawing, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';

const FRONT = 'brent-front';
const SPOT = 'brent-spot';
const FURTHER = [
  { id: 'brent-m2', months: 2 },
  { id: 'brent-m6', months: 6 },
  { id: 'brent-m12', months: 12 },
] as const;

/** Rows between the two dates of the curve. */
const APART = 60;
const STALE_DAYS = 7;

const spreadSchema = z.object({
  near: z.string(),
  far: z.string(),
  now: z.object({
    date: isoDay.nullable(),
    spread: figureSchema,
    state: z.enum(['backwardation', 'contango', 'flat']).nullable(),
  }),
  before: z.object({
    date: isoDay.nullable(),
    spread: figureSchema,
    state: z.enum(['backwardation', 'contango', 'flat']).nullable(),
  }),
});

const schema = z.object({
  spotFront: spreadSchema,
  months: z.array(z.object({ months: z.number().int(), ...spreadSchema.shape, roll: figureSchema })),
  ages: z.array(z.object({ id: z.string(), latest: isoDay.nullable(), age: figureSchema })),
});

const BRENT_FORMULAS = [
  formula(
    'curve-spread',
    '期限价差',
    '期限價差',
    'Spread along the curve',
    'N_t − F_t of one date; N the nearer, F the further delivery: above 0 backwardation, below 0 contango',
    'ICE Futures Europe, Brent; Working (1949), American Economic Review 39(6) (sign of the spread)',
  ),
  formula(
    'roll-yield',
    '展期收益',
    '展期收益',
    'Roll yield',
    '(12/(m − 1)) ln(M1_t/Mm_t) a year: what a holder earns by rolling when the curve does not move, above 0 in backwardation',
    'Gorton & Rouwenhorst (2006), Financial Analysts Journal 62(2)',
  ),
  formula(
    'curve-age',
    '数据日龄',
    '資料日齡',
    'Age of the value',
    'days from the latest date to the instant of the answer',
  ),
] as const;

/** The shape of the Brent curve, with the names of its signs: nearer above further is backwardation, below is contango. */
export const brentCurve = explainPart({
  id: 'brent-curve',
  title: { 'zh-Hans': '布伦特期限结构', 'zh-Hant': '布蘭特期限結構', en: 'Brent term structure' },
  series: [SPOT, FRONT, ...FURTHER.map(({ id }) => id)],
  covers: (asset) => asset === FRONT || asset === SPOT || asset === 'wti-front',
  schema,
  formulas: BRENT_FORMULAS,
  async compute({ view, figure }) {
    const draw = (ids: readonly string[]) => drawing(figure, ids);
    const months = FURTHER.map(async ({ id, months: m }) => {
      const spread = await spreadOf(view, draw([FRONT, id]), FRONT, id);
      return { months: m, ...spread, roll: await rollOf(view, draw([FRONT, id]), id, m) };
    });
    return {
      spotFront: await spreadOf(view, draw([SPOT, FRONT]), SPOT, FRONT),
      months: await Promise.all(months),
      ages: await agesOf(view, draw),
    };
  },
});

async function spreadOf(
  view: View,
  draw: Draw,
  near: string,
  far: string,
): Promise<z.infer<typeof spreadSchema>> {
  const { dates, columns } = await view.panel({ ids: [near, far], join: 'intersection' });
  const [a, b] = columns.map(({ values }) => values) as [Float64Array, Float64Array];
  const last = dates.length - 1;
  const at = (name: string, row: number) => {
    const known = row >= 0;
    const spread = known ? a[row]! - b[row]! : Number.NaN;
    const date = known ? formatDay(dates[row]!) : null;
    return {
      date,
      spread: draw(`${near}.${far}.${name}`, spread, 'usd-per-bbl', 'curve-spread', {
        params: { near, far },
        ...(date
          ? {
              inputs: [
                { symbol: 'N_t', series: near, date },
                { symbol: 'F_t', series: far, date },
              ],
            }
          : {}),
        flags: near === SPOT ? ['proxy'] : [],
        why: 'the two deliveries have no date in common',
      }),
      state: known ? stateOf(spread) : null,
    };
  };
  return { near, far, now: at('now', last), before: at('before', last - APART) };
}

function stateOf(spread: number) {
  if (spread === 0) return 'flat' as const;
  return spread > 0 ? ('backwardation' as const) : ('contango' as const);
}

async function rollOf(view: View, draw: Draw, id: string, months: number) {
  const { dates, columns } = await view.panel({ ids: [FRONT, id], join: 'intersection' });
  const [front, far] = columns.map(({ values }) => values.at(-1) ?? Number.NaN) as [number, number];
  const last = dates.length - 1;
  return draw(`${id}.roll`, (12 / (months - 1)) * Math.log(front / far), 'fraction-per-year', 'roll-yield', {
    params: { m: months },
    ...(last < 0 ? {} : spanOf(dates, last, last)),
    why: 'the two deliveries have no date in common',
  });
}

async function agesOf(view: View, draw: (ids: readonly string[]) => Draw) {
  const ids = [SPOT, FRONT, ...FURTHER.map(({ id }) => id)];
  const series = await view.seriesMany(ids);
  return ids.map((id) => {
    const { dates, times } = series.get(id)!;
    const age = (view.instant - (times.at(-1) ?? Number.NaN)) / 86_400_000;
    return {
      id,
      latest: dates.length > 0 ? formatDay(dates.at(-1)!) : null,
      age: draw([id])(`${id}.age`, age, 'days', 'curve-age', {
        flags: age > STALE_DAYS ? ['stale'] : [],
        why: 'the series has no value',
      }),
    };
  });
}
