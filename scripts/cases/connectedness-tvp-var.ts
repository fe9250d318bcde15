import { z } from 'zod';
import { isAbsent } from '../../src/measures/connectedness/absence.ts';
import { connectednessTable } from '../../src/measures/connectedness/connectedness-table.ts';
import { fullSampleTvpVar } from '../../src/measures/connectedness/full-sample-tvp-var.ts';
import type { TvpVar } from '../../src/measures/connectedness/tvp-var.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const PRIORS = {
  BayesPrior: 'least-squares',
  MinnesotaPrior: 'minnesota',
  UninformativePrior: 'uninformative',
} as const;

const parameters = z.object({
  lag: z.number().int().positive(),
  horizon: z.number().int().positive().default(10),
  kappa1: z.number().default(0.99),
  kappa2: z.number().default(0.99),
  prior: z.enum(['BayesPrior', 'MinnesotaPrior', 'UninformativePrior']).default('BayesPrior'),
  prior_size: z.number().int().positive().optional(),
  gamma: z.number().default(0.1),
});

/** Directional values are given of every fifth row. */
const EVERY = 5;

export const runner: CaseRunner = {
  methods: ['connectedness-tvpvar'],
  run(input) {
    const { prior, prior_size, ...params } = parameters.parse(input.params);
    const columns = input.file().numeric.map(({ values }) => values);
    const n = columns.length;
    const tables: ({ total: number; to: Float64Array; net: Float64Array } | undefined)[] = [];
    const states: { B: number[][]; Q: number[][] }[] = [];
    const options = { ...params, prior: PRIORS[prior], ...(prior_size && { priorRows: prior_size }) };
    const start = fullSampleTvpVar(columns, options, (_t, filter, shares) => {
      states.push(stateOf(filter));
      tables.push(isAbsent(shares) ? undefined : connectednessTable(shares.slice(), n));
    });
    if (isAbsent(start)) return { reason: start };
    const size = start.prior.slopes.length;
    const fifth = tables.filter((_, t) => t % EVERY === 0);
    const middle = Math.floor(states.length / 2);
    return {
      n_unstable_steps: start.unstable,
      prior_b0: start.prior.slopes,
      prior_V0_diag: Array.from({ length: size }, (_, k) => start.prior.covariance[k * size + k]!),
      prior_Q0: square(start.sigma, n),
      B_mid: states[middle]?.B,
      Q_mid: states[middle]?.Q,
      B_last: states.at(-1)?.B,
      Q_last: states.at(-1)?.Q,
      mid_index: middle,
      TCI: tables.map((table) => table && 100 * table.total),
      TO_every5: fifth.map((table) => table && percent(table.to)),
      NET_every5: fifth.map((table) => table && percent(table.net)),
    };
  },
};

function stateOf(filter: TvpVar) {
  const { n, lag, sigma } = filter;
  return { B: square(filter.blocks(new Float64Array(n * n * lag)), n * lag), Q: square(sigma, n) };
}

function square(values: Float64Array, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, i) =>
    Array.from(values.subarray(i * width, (i + 1) * width)),
  );
}

function percent(values: Float64Array): Float64Array {
  return values.map((value) => 100 * value);
}
