import { z } from 'zod';
import type { FigureFlag } from '../../../data/figure.ts';
import { entryOf } from '../../../data/series/index.ts';
import { formatDay } from '../../../data/time.ts';
import { turn } from '../../../data/turn.ts';
import { stream } from '../../../math/random.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { type Draw, drawing } from '../drawing.ts';
import { type ExplainContext, explainPart } from '../part.ts';
import { type Ends, LEVEL } from './driver-model.ts';
import { DRIVER_SPLIT_FORMULAS } from './driver-split-formulas.ts';
import { DRIVER_SERIES, DRIVERS, type Driver, toldMove } from './factors.ts';
import { readSessions, type Sessions, sessionSeries } from './sessions.ts';
import { type AssetSplit, type DriverPart, splitOf } from './split.ts';

/** Told when no instrument is asked for. */
const ASSETS = ['btc-usd', 'gold-front', 'nasdaq-100'] as const;
/** A driver above this share of all parts is called the one cause. */
const SINGLE = 0.6;

const residualSchema = z.object({
  value: figureSchema,
  share: figureSchema,
  /** In standard deviations of what the drivers leave of such a window. */
  score: figureSchema,
  rarity: figureSchema,
  reversal: z.array(
    z.object({
      sessions: z.number().int(),
      cases: z.number().int(),
      share: figureSchema,
      base: figureSchema,
      hits: figureSchema,
      baseHits: figureSchema,
    }),
  ),
});

const assetSchema = z.object({
  asset: z.string(),
  /** Sessions between whose closes the move lies; null when it has none. */
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  move: figureSchema,
  /** A coin's move is between UTC days, for lack of bars. */
  utcDay: z.boolean(),
  drivers: z.array(
    z.object({
      driver: z.enum(DRIVERS),
      series: z.array(z.string()),
      /** Date of the driver's value at the end of the window; null when it has none. */
      date: isoDay.nullable(),
      moved: figureSchema,
      contribution: figureSchema,
      share: figureSchema,
    }),
  ),
  explained: figureSchema,
  residual: residualSchema,
  /** The driver (or the residual) that is more than 60 % of all parts; null: no single one. */
  single: z.enum([...DRIVERS, 'residual']).nullable(),
  /** Sessions from which the betas come. */
  sample: z.object({ from: isoDay, to: isoDay, n: z.number().int() }).nullable(),
  outOfSample: figureSchema,
  standing: z.literal('association'),
});

export type SplitAsset = z.infer<typeof assetSchema>;

/** A move of an asset split over drivers that its past moved with; what is left is called unexplained. */
export const driverSplit = explainPart({
  id: 'driver-split',
  title: { 'zh-Hans': '驱动因素分解', 'zh-Hant': '驅動因素分解', en: 'Split by drivers' },
  series: [...ASSETS, ...DRIVER_SERIES],
  schema: z.object({ assets: z.array(assetSchema) }),
  formulas: DRIVER_SPLIT_FORMULAS,
  covers: (asset) => (entryOf(asset)?.transform ?? 'price') === 'price',
  async compute(context) {
    const { view, asset } = context;
    const assets = asset === undefined ? ASSETS : [asset];
    const sessions = await readSessions(view, [...assets, ...DRIVER_SERIES], context.window);
    const told: SplitAsset[] = [];
    for (const one of assets) {
      await turn();
      told.push(await assetOf(context, sessions, one));
    }
    return { assets: told };
  },
});

async function assetOf(context: ExplainContext, sessions: Sessions, asset: string): Promise<SplitAsset> {
  const { view, window } = context;
  const split = await splitOf(view, sessions, asset, window, stream(20261121, seedOf(asset)));
  const { first, last, sample } = split;
  const day = (row: number) => (row < 0 ? null : formatDay(sessions.dates[row]!));
  const draw = drawing(context.figure, [
    ...sessionSeries(view, asset),
    ...split.drivers.flatMap(({ series }) => series),
  ]);
  const why = split.why ?? 'no driver has values';
  return {
    asset,
    from: day(first),
    to: day(last),
    move: context.figure({
      path: `${asset}.move`,
      value: split.move,
      unit: 'fraction',
      of: { formula: 'driver-move', series: sessionSeries(view, asset), params: { w: window } },
      ...(last < 0 ? {} : { window: { from: day(first)!, to: day(last)!, n: window } }),
      ...(split.utcDay ? { flags: ['proxy' as const] } : {}),
      why,
    }),
    utcDay: split.utcDay,
    drivers: split.drivers.map((one) => driverOf(context, one, split, sessions)),
    explained: draw(`${asset}.explained`, split.explained, 'fraction', 'driver-explained', {
      ...bandOf(split.explainedBand),
      flags: unproven(split.outOfSample),
      why,
    }),
    residual: residualOf(draw, asset, split, why),
    single: singleOf(split),
    sample: sample === undefined ? null : { from: day(sample.from)!, to: day(sample.to)!, n: sample.T },
    outOfSample: draw(`${asset}.out-of-sample`, split.outOfSample, 'ratio', 'driver-out-of-sample', {
      params: { windows: split.windows },
      why: 'fewer than 20 past windows',
    }),
    standing: 'association',
  };
}

/** The draws of an asset do not depend on what else is asked for. */
function seedOf(asset: string): number {
  return [...asset].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2 ** 31, 0);
}

/** Drivers that explained nothing of the past windows have no record. */
const unproven = (outOfSample: number): readonly FigureFlag[] => (outOfSample > 0 ? [] : ['unproven']);

const bandOf = (band: Ends | undefined) =>
  band ? { band: { ...band, level: LEVEL, how: 'stationary bootstrap, mean block 5, 300 draws' } } : {};

function driverOf(
  { figure }: ExplainContext,
  { driver, series, path, moved, row, value, share, band, why: own }: DriverPart,
  { asset, last, outOfSample, why: all }: AssetSplit,
  sessions: Sessions,
) {
  const flags: FigureFlag[] = [
    ...(path?.proxy ? ['proxy' as const] : []),
    ...(row < last ? ['stale' as const] : []),
  ];
  const rest = { flags, why: own ?? all ?? 'no driver has values' };
  const draw = drawing(figure, series);
  const told = path ? toldMove(path, moved) : { value: Number.NaN, unit: 'fraction' as const };
  const at = `${asset}.${driver}`;
  return {
    driver,
    series: [...series],
    date: row < 0 ? null : formatDay(sessions.dates[row]!),
    moved: draw(`${at}.moved`, told.value, told.unit, 'driver-own-move', rest),
    contribution: draw(at, value, 'fraction', 'driver-contribution', {
      ...rest,
      flags: [...flags, ...unproven(outOfSample)],
      ...bandOf(band),
    }),
    share: draw(`${at}.share`, share, 'fraction', 'driver-share', rest),
  };
}

function residualOf(draw: Draw, asset: string, split: AssetSplit, why: string) {
  const { residual } = split;
  const few = 'fewer than 20 such residuals in the past';
  const at = `${asset}.residual`;
  return {
    value: draw(at, residual.value, 'fraction', 'driver-residual', { ...bandOf(residual.band), why }),
    share: draw(`${at}.share`, residual.share, 'fraction', 'driver-share', { why }),
    score: draw(`${at}.score`, split.score, 'sigma', 'driver-residual-score', { why }),
    rarity: draw(`${at}.rarity`, split.rarity, 'fraction', 'driver-residual-rarity', {
      params: { windows: split.windows },
      why: split.why ?? 'fewer than 20 past windows',
    }),
    reversal: split.reversals.map(({ sessions, found }) => {
      const rest = { params: { h: sessions, cases: found?.cases ?? 0 }, why: split.why ?? few };
      const path = (name: string) => `${at}.after-${sessions}.${name}`;
      return {
        sessions,
        cases: found?.cases ?? 0,
        share: draw(path('share'), found?.share ?? Number.NaN, 'fraction', 'driver-reversal', {
          ...rest,
          ...(found
            ? { band: { ...found.band, level: LEVEL, how: 'stationary bootstrap, mean block 2, 300 draws' } }
            : {}),
        }),
        base: draw(path('base'), found?.base ?? Number.NaN, 'fraction', 'driver-reversal-base', rest),
        hits: draw(path('hits'), found?.hits ?? Number.NaN, 'fraction', 'driver-reversal-hits', rest),
        baseHits: draw(
          path('base-hits'),
          found?.baseHits ?? Number.NaN,
          'fraction',
          'driver-reversal-hits',
          rest,
        ),
      };
    }),
  };
}

function singleOf({ drivers, residual }: AssetSplit): Driver | 'residual' | null {
  if (residual.share > SINGLE) return 'residual';
  return drivers.find(({ share }) => share > SINGLE)?.driver ?? null;
}
