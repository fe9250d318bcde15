import { z } from 'zod';
import {
  effectiveScenarios,
  entropyPooling,
  type Pooled,
  relativeEntropy,
  withConfidence,
} from '../../src/scenarios/views/entropy-pooling.ts';
import { exponentialPrior, uniformPrior } from '../../src/scenarios/views/prior.ts';
import {
  correlationView,
  meanView,
  type View,
  valueAtRiskView,
  volatilityViews,
} from '../../src/scenarios/views/view.ts';
import { probabilityDeviation, probabilityMean } from '../../src/scenarios/views/weighted-moments.ts';
import { parseArithmetic } from '../case-kit/arithmetic.ts';
import type { CaseRunner } from '../case-kit/runner.ts';
import type { CaseTable } from '../case-kit/table.ts';

const prior = { half_life: z.number().optional(), confidence: z.number().optional() };
const stated = z.object({
  ...prior,
  view: z.string(),
  value: z.number().optional(),
  h: z.array(z.number()).optional(),
});
const event = z.object({ ...prior, event: z.string(), c: z.number(), prob: z.number() });
const moments = z.looseObject({ ...prior, corr: z.number().optional() });
const set = z.union([stated, event, moments]);

export const runner: CaseRunner = {
  methods: ['entropy-pooling'],
  run(input) {
    const table = input.file();
    const sets = Object.entries(input.params).filter(([, value]) => typeof value === 'object');
    return Object.fromEntries(sets.map(([name, value]) => [name, pool(table, set.parse(value))]));
  },
};

function pool(table: CaseTable, given: z.infer<typeof set>) {
  const uniform = given.half_life === undefined;
  const p = uniform ? uniformPrior(table.rows) : exponentialPrior(table.rows, given.half_life as number);
  const views = viewsOf(table, given);
  const result = entropyPooling(p, views);
  if (result.status !== 'solved') return result.status;
  if (given.confidence === undefined) return describe(table, views, result, uniform);
  const probabilities = withConfidence(p, result.probabilities, given.confidence as number);
  const blended = {
    ...result,
    probabilities,
    relativeEntropy: relativeEntropy(probabilities, p),
    effectiveScenarios: effectiveScenarios(probabilities),
  };
  return describe(table, views, blended, uniform);
}

function describe(table: CaseTable, views: readonly View[], result: Pooled, uniform: boolean) {
  const { probabilities: q, effectiveScenarios: ens } = result;
  return {
    q,
    first10: q.subarray(0, 10),
    max: q.reduce((most, x) => Math.max(most, x), 0),
    relative_entropy: result.relativeEntropy,
    ens,
    ens_pct: uniform ? ens / q.length : null,
    mean: table.numeric.map(({ values }) => probabilityMean(q, values)),
    std: table.numeric.map(({ values }) => probabilityDeviation(q, values)),
    sum: q.reduce((sum, x) => sum + x, 0),
    lambda_: [result.normaliser, ...result.multipliers],
    constraint_b: [1, ...views.map(({ target }) => target)],
    binding: result.binding.filter((_, k) => views[k]!.relation !== '='),
  };
}

function viewsOf(table: CaseTable, given: z.infer<typeof set>): readonly View[] {
  if ('view' in given) {
    const { view, value, h } = given as z.infer<typeof stated>;
    return view.split(/\s+and\s+/).map((text, k) => statedView(table, text, value, h?.[k]));
  }
  if ('event' in given) {
    const { event: text, c, prob } = given as z.infer<typeof event>;
    const name = /^(.*?)\s*<=?\s*c$/.exec(text.trim())?.[1];
    if (name === undefined) throw new RangeError(`an event is written NAME <= c, came ${text}`);
    return [valueAtRiskView(name, table.column(name), c, prob)];
  }
  return momentViews(table, given);
}

/** E[NAME] = number, or with <= or >=; the number may be max(NAME) + 1 and the like, or stand in the parameters. */
function statedView(table: CaseTable, text: string, value: number | undefined, h: number | undefined): View {
  const [, name, relation, right = ''] = /^E\[(.+?)\]\s*(<=|>=|=)\s*(.*)$/.exec(text.trim()) ?? [];
  if (name === undefined) throw new RangeError(`a view is written E[NAME] = number, came ${text}`);
  const bound = h === undefined ? undefined : relation === '>=' ? -h : h;
  const target = bound ?? (right === '' ? value : parseArithmetic(extremes(table, right), '')(0));
  if (target === undefined) throw new RangeError(`no value for the view ${text}`);
  return meanView(name, table.column(name), relation as View['relation'], target);
}

function extremes(table: CaseTable, text: string): string {
  return text.replace(/(max|min|mean)\(([A-Za-z_]\w*)\)/g, (_, of: string, name: string) => {
    const values = table.column(name);
    if (of === 'mean') return `(${values.reduce((sum, x) => sum + x, 0) / values.length})`;
    return `(${values.reduce((a, b) => (of === 'max' ? Math.max(a, b) : Math.min(a, b)))})`;
  });
}

/** E_NAME and SD_NAME of each column named, and the correlation of the first two. */
function momentViews(table: CaseTable, given: z.infer<typeof moments>): readonly View[] {
  const named = Object.keys(given).flatMap((key) => (key.startsWith('E_') ? [key.slice(2)] : []));
  if (named.length === 0) throw new RangeError(`no view in ${JSON.stringify(given)}`);
  const all = named.map((name) => {
    const [mean, deviation] = [given[`E_${name}`] as number, given[`SD_${name}`] as number | undefined];
    return { name, values: table.column(name), mean, deviation };
  });
  const views = all.flatMap(({ name, values, mean, deviation }) => {
    return deviation === undefined
      ? [meanView(name, values, '=', mean)]
      : volatilityViews(name, values, mean, deviation);
  });
  const [x, y] = all;
  if (given.corr === undefined || x?.deviation === undefined || y?.deviation === undefined) return views;
  return [
    ...views,
    correlationView({ ...x, deviation: x.deviation }, { ...y, deviation: y.deviation }, given.corr),
  ];
}
