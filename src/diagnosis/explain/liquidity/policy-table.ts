import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { formatDay } from '../../../data/time.ts';
import { type BaseUnit, baseUnit } from '../../../data/unit.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { explainPart } from '../part.ts';
import { latestOf } from './usd-liquidity.ts';

const TARGET = ['fed-target-lower', 'fed-target-upper'] as const;
const QUOTED = ['us-2y', 'us-10y', 'us-10y-real', 'dollar-index', 'dollar-broad'] as const;
const MONTH = 20;

const schema = z.object({
  target: z.object({ date: isoDay.nullable(), lower: figureSchema, upper: figureSchema }),
  quoted: z.array(
    z.object({
      series: z.enum(QUOTED),
      date: isoDay.nullable(),
      level: figureSchema,
      /** Over the sessions of the question, and over 20. */
      change: figureSchema,
      month: figureSchema,
    }),
  ),
  window: z.number().int(),
});

/** The Fed's tools and the markets beside them, as one table; balance sheet and reserves are told from their own parts. */
export const policyTable = explainPart({
  id: 'policy-table',
  title: { 'zh-Hans': '美联储工具', 'zh-Hant': '聯準會工具', en: 'The Fed’s tools' },
  series: [...TARGET, ...QUOTED],
  schema,
  formulas: [
    formula(
      'policy-target',
      '目标区间',
      '目標區間',
      'Target range',
      'lower and upper bound of the federal funds target range in force on day t',
    ),
    formula(
      'policy-quote',
      '最新值',
      '最新值',
      'Latest value',
      'x_t of the last session known; a yield as a fraction a year',
    ),
    formula(
      'policy-quote-change',
      '区间变化',
      '區間變化',
      'Change over sessions',
      'x_t − x_{t−n} of a yield, x_t / x_{t−n} − 1 of the dollar; n sessions of the series’ own calendar',
    ),
  ],
  async compute({ view, window, figure }) {
    const all = await view.seriesMany(policyTable.series);
    const [lower, upper] = TARGET.map((id) => latestOf(all.get(id)));
    const bound = (path: string, id: string, found: typeof lower) =>
      figure({
        path,
        value: found?.value ?? Number.NaN,
        unit: 'fraction-per-year',
        of: {
          formula: 'policy-target',
          series: [id],
          ...(found ? { inputs: [{ symbol: 'x_t', series: id, date: formatDay(found.date) }] } : {}),
        },
        why: 'the target range has no value',
      });
    return {
      target: {
        date: upper ? formatDay(upper.date) : null,
        lower: bound('target.lower', TARGET[0], lower),
        upper: bound('target.upper', TARGET[1], upper),
      },
      quoted: QUOTED.map((id) => quotedFigures(id, all.get(id)!, window, figure)),
      window,
    };
  },
});

function quotedFigures(id: (typeof QUOTED)[number], series: Series, window: number, figure: FigureMaker) {
  const { dates, values, entry } = series;
  const last = values.length - 1;
  const change = (path: string, sessions: number) => {
    const row = last - sessions;
    const relative = entry.transform === 'price';
    return figure({
      path: `${id}.${path}`,
      value:
        row < 0 ? Number.NaN : relative ? values[last]! / values[row]! - 1 : values[last]! - values[row]!,
      unit: relative ? 'fraction' : unitOf(series),
      of: { formula: 'policy-quote-change', series: [id], params: { sessions } },
      ...(row < 0
        ? { why: `fewer than ${sessions + 1} sessions of ${id}` }
        : { window: { from: formatDay(dates[row]!), to: formatDay(dates[last]!), n: sessions } }),
    });
  };
  return {
    series: id,
    date: last < 0 ? null : formatDay(dates[last]!),
    level: figure({
      path: `${id}.level`,
      value: values[last] ?? Number.NaN,
      unit: unitOf(series),
      of: {
        formula: 'policy-quote',
        series: [id],
        ...(last < 0 ? {} : { inputs: [{ symbol: 'x_t', series: id, date: formatDay(dates[last]!) }] }),
      },
      why: `${id} has no value`,
    }),
    change: change('change', window),
    month: change('month', MONTH),
  };
}

function unitOf({ entry }: Series): BaseUnit {
  return baseUnit(entry.unit);
}
