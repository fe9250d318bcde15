import { z } from 'zod';
import { entryOf } from '../../../../data/series/index.ts';
import { stream } from '../../../../math/random.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { dayAt, drawing } from '../../drawing.ts';
import { type ExplainContext, explainPart } from '../../part.ts';
import { BLOCK, DRAWS, type Ends, FEWEST, HALF_LIFE, LEVEL, SAMPLE } from '../driver-model.ts';
import { DRIVER_SERIES } from '../factors.ts';
import { readSessions, type Sessions, sessionSeries } from '../sessions.ts';
import { CAUSES, type CauseSplit, causeSplit, RECORD, SOFTWARE } from './cause-split.ts';

const ASSETS = ['btc-usd', 'gold-front', 'gdx', 'nasdaq-100'] as const;
/** A part above this share of all is the one cause. */
const SINGLE = 0.6;

const schema = z.object({
  assets: z.array(
    z.object({
      asset: z.string(),
      from: isoDay.nullable(),
      to: isoDay.nullable(),
      move: figureSchema,
      causes: z.array(
        z.object({
          cause: z.enum(CAUSES),
          series: z.array(z.string()),
          contribution: figureSchema,
          share: figureSchema,
          /** Its band holds zero; null: not measured. */
          unclear: z.boolean().nullable(),
        }),
      ),
      explained: figureSchema,
      residual: figureSchema,
      residualShare: figureSchema,
      /** The cause (or the residual) that is more than 60 % of all parts; null: no single one, or nothing split. */
      single: z.enum([...CAUSES, 'residual']).nullable(),
      outOfSample: figureSchema,
      sample: z.object({ from: isoDay, to: isoDay, n: z.number().int() }).nullable(),
    }),
  ),
  standing: z.literal('association'),
});

export type CauseAsset = z.infer<typeof schema>['assets'][number];

const GAME = `Shapley value among the two groups of v(S) = F_Sᵀ (G_SS + (κ/W) diag G_SS)⁻¹ g_S, times R / ln(1 + R); F the factors’ moves over the window, G and g their second moments among themselves and with the asset on the last ${SAMPLE} complete New York sessions before it (at least ${FEWEST}), weights halving every ${HALF_LIFE}, κ 5 rows of a prior without association. Liquidity: dollar index, high-yield spread (or HYG), net US dollar liquidity; technology, for expectations of artificial intelligence: semiconductors and software (IGV) over the S&P 500, for shares over the Russell 2000. Band: 90 %, stationary bootstrap, mean block ${BLOCK}, ${DRAWS} draws. An association`;
const SOURCE =
  'Shapley (1953); Owen (1977), Values of games with a priori unions (the quotient game); Aas, Jullum & Løland (2021), Artificial Intelligence 298, § 3';

/** A move split between a flight into cash and a turn in expectations of artificial intelligence, and the rest that is neither. */
export const twoCauses = explainPart({
  id: 'two-causes',
  title: { 'zh-Hans': '流动性与AI预期', 'zh-Hant': '流動性與AI預期', en: 'Liquidity and expectations of AI' },
  series: [...ASSETS, ...DRIVER_SERIES, SOFTWARE],
  schema,
  formulas: [
    formula(
      'cause-move',
      '窗口内的变动',
      '視窗內的變動',
      'Move over the window',
      'R = P_t / P_{t−w} − 1 between New York closes; a coin without bars between UTC days',
    ),
    formula('cause-contribution', '原因的贡献', '原因的貢獻', 'Contribution of a cause', GAME, SOURCE),
    formula(
      'cause-explained',
      '两个原因合计',
      '兩個原因合計',
      'Both causes together',
      'sum of the two contributions',
    ),
    formula(
      'cause-residual',
      '其余',
      '其餘',
      'What neither explains',
      'R less both contributions, by subtraction; the band is that of what both explain',
    ),
    formula(
      'cause-share',
      '占各部分之和的比例',
      '占各部分之和的比例',
      'Share of all parts',
      '|part| / (|liquidity| + |technology| + |rest|)',
    ),
    formula(
      'cause-out-of-sample',
      '样本外解释的比例',
      '樣本外解釋的比例',
      'Explained out of sample',
      `1 − Σ e² / Σ m² over past windows, end to end, of the last ${RECORD} sessions before this one, each explained by all factors with betas from at least ${FEWEST} and at most ${SAMPLE} of those sessions before it`,
    ),
  ],
  covers: (asset) => (entryOf(asset)?.transform ?? 'price') === 'price',
  async compute(context) {
    const { view, asset, window } = context;
    const assets = asset === undefined ? ASSETS : [asset];
    const sessions = await readSessions(view, [...assets, ...DRIVER_SERIES, SOFTWARE], window);
    const told: CauseAsset[] = [];
    for (const one of assets) {
      told.push(
        assetOf(context, sessions, one, await causeSplit(view, sessions, one, window, stream(SEED, 0))),
      );
    }
    return { assets: told, standing: 'association' as const };
  },
});

/** The draws are those of every asset: they do not depend on what else is asked for. */
const SEED = 20260205;

function assetOf(
  { view, figure, window }: ExplainContext,
  { dates }: Sessions,
  asset: string,
  split: CauseSplit,
): CauseAsset {
  const { first, last, move, parts, explained, explainedBand, sample } = split;
  const own = sessionSeries(view, asset);
  const draw = drawing(figure, [...own, ...new Set(parts.flatMap(({ series }) => series))]);
  const why = split.why ?? 'no factor of the cause has values';
  const span = last < 0 ? {} : { window: { from: dayAt(dates, first)!, to: dayAt(dates, last)!, n: window } };
  const flags = split.outOfSample > 0 ? [] : (['unproven'] as const);
  const rest = { ...span, flags, why };
  return {
    asset,
    from: dayAt(dates, first),
    to: dayAt(dates, last),
    move: drawing(figure, own)(`${asset}.move`, move, 'fraction', 'cause-move', {
      ...span,
      flags: split.utcDay ? ['proxy'] : [],
      why,
    }),
    causes: parts.map(({ cause, series, value, share, band }) => ({
      cause,
      series: [...series],
      contribution: draw(`${asset}.${cause}`, value, 'fraction', 'cause-contribution', {
        ...rest,
        ...bandOf(band),
      }),
      share: draw(`${asset}.${cause}.share`, share, 'fraction', 'cause-share', { why }),
      unclear: band ? band.low <= 0 && band.high >= 0 : null,
    })),
    explained: draw(`${asset}.explained`, explained, 'fraction', 'cause-explained', {
      ...rest,
      ...bandOf(explainedBand),
    }),
    residual: draw(`${asset}.residual`, move - explained, 'fraction', 'cause-residual', {
      ...span,
      ...bandOf(explainedBand && { low: move - explainedBand.high, high: move - explainedBand.low }),
      why,
    }),
    residualShare: draw(`${asset}.residual.share`, split.residualShare, 'fraction', 'cause-share', { why }),
    single: singleOf(split),
    outOfSample: draw(`${asset}.out-of-sample`, split.outOfSample, 'ratio', 'cause-out-of-sample', {
      params: { windows: split.windows },
      why: 'fewer than 20 past windows',
    }),
    sample: sample ? { from: dayAt(dates, sample.from)!, to: dayAt(dates, sample.to)!, n: sample.T } : null,
  };
}

function singleOf({ parts, residualShare }: CauseSplit): CauseAsset['single'] {
  if (residualShare > SINGLE) return 'residual';
  return parts.find(({ share }) => share > SINGLE)?.cause ?? null;
}

const bandOf = (band: Ends | undefined) =>
  band
    ? { band: { ...band, level: LEVEL, how: `stationary bootstrap, mean block ${BLOCK}, ${DRAWS} draws` } }
    : {};
