import { z } from 'zod';
import { isAbsent } from '../../src/measures/connectedness/absence.ts';
import { connectedness } from '../../src/measures/connectedness/connectedness.ts';
import {
  type ConnectednessTable,
  connectednessTable,
} from '../../src/measures/connectedness/connectedness-table.ts';
import { frequencyConnectedness } from '../../src/measures/connectedness/frequency-connectedness.ts';
import { lagCriteria } from '../../src/measures/connectedness/lag-order.ts';
import { rollingConnectedness } from '../../src/measures/connectedness/rolling-connectedness.ts';
import {
  generalisedDecomposition,
  normaliseRows,
  orthogonalisedDecomposition,
  woldCoefficients,
} from '../../src/measures/connectedness/variance-decomposition.ts';
import {
  companionModulus,
  unbiasedSigma,
  vectorAutoregression,
} from '../../src/measures/connectedness/vector-autoregression.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';

const lag = z.number().int().positive();
const horizon = z.number().int().positive().default(10);

export const runner: CaseRunner = {
  methods: [
    'connectedness-static',
    'connectedness-published-dy2012',
    'connectedness-rolling',
    'connectedness-frequency',
  ],
  run(input) {
    if (input.method === 'connectedness-static') return wholeSample(input);
    if (input.method === 'connectedness-rolling') return rolling(input);
    if (input.method === 'connectedness-frequency') return byFrequency(input);
    return published(input);
  },
};

const ofWhole = z.object({ lag, horizon, lagmax: lag.optional() });

function wholeSample(input: CaseInput): unknown {
  const params = ofWhole.parse(input.params);
  const columns = seriesOf(input);
  const n = columns.length;
  const criteria = lagCriteria(columns, params.lagmax ?? params.lag);
  const infocrit = isAbsent(criteria)
    ? null
    : { AIC: criteria.aic, HQ: criteria.hq, SC: criteria.sc, FPE: criteria.fpe };
  const model = vectorAutoregression(columns, params.lag);
  if (isAbsent(model)) return { reason: model, infocrit };
  const wold = woldCoefficients(model.coefficients, n, params.lag, params.horizon);
  const theta = generalisedDecomposition(wold, model.sigma, n);
  const shares = normaliseRows(theta, n);
  const orthogonal = orthogonalisedDecomposition(wold, model.sigma, n);
  const size = n * n;
  return {
    intercept: model.intercept,
    A: Array.from({ length: params.lag }, (_, l) =>
      square(model.coefficients.subarray(l * size, (l + 1) * size), n),
    ),
    sigma: square(model.sigma, n),
    sigma_df: square(unbiasedSigma(model), n),
    max_modulus: companionModulus(model.coefficients, n, params.lag),
    infocrit,
    wold_last: square(wold.subarray(-size), n),
    gfevd_raw: square(theta, n),
    gfevd: square(shares, n),
    table: tableInPercent(connectednessTable(shares, n), n),
    orth_fevd: orthogonal && square(orthogonal, n),
    orth_tci: orthogonal && 100 * connectednessTable(orthogonal, n).total,
  };
}

const ofPublished = z.object({ lag, horizon, generalized: z.boolean().default(true) });

function published(input: CaseInput): unknown {
  const params = ofPublished.parse(input.params);
  const columns = seriesOf(input);
  const shocks = params.generalized ? 'generalised' : 'orthogonalised';
  const found = connectedness(columns, { ...params, shocks });
  if (isAbsent(found)) return { reason: found };
  const table = tableInPercent(found.table, columns.length);
  const { C, TO, FROM, NET, TCI, cTCI } = table;
  return {
    ...table,
    published: {
      table2_pct: C,
      from_others: FROM,
      to_others: TO,
      total_spillover_index_pct: TCI,
      NET,
      cTCI,
    },
  };
}

const ofRolling = z.object({ lag, horizon, window: z.number().int().positive() });

/** Directional values are given of every fifth window. */
const EVERY = 5;

function rolling(input: CaseInput): unknown {
  const params = ofRolling.parse(input.params);
  const columns = seriesOf(input);
  const n = columns.length;
  const tables: (ReturnType<typeof tableInPercent> | undefined)[] = [];
  rollingConnectedness(columns, params, (t, shares) => {
    if (t < params.window - 1) return;
    tables.push(isAbsent(shares) ? undefined : tableInPercent(connectednessTable(shares, n), n));
  });
  const fifth = tables.filter((_, k) => k % EVERY === 0);
  const dates = input.file().has('date') ? input.file().text('date') : [];
  return {
    first_date: dates[params.window - 1] ?? null,
    n: tables.length,
    TCI: tables.map((table) => table?.TCI ?? null),
    cTCI: tables.map((table) => table?.cTCI ?? null),
    TO: fifth.map((table) => table?.TO ?? nothing(n)),
    FROM: fifth.map((table) => table?.FROM ?? nothing(n)),
    NET: fifth.map((table) => table?.NET ?? nothing(n)),
    NPDC_last: tables.at(-1)?.NPDC ?? null,
  };
}

const ofFrequency = z.object({
  lag,
  H: z.number().int().positive(),
  nfft: z.number().int().positive().optional(),
  partition: z.array(z.number()).min(2),
});

function byFrequency(input: CaseInput): unknown {
  const { H, nfft = H + 1, partition, ...params } = ofFrequency.parse(input.params);
  if (nfft !== H + 1) throw new RangeError(`nfft must be H + 1 = ${H + 1}, came ${nfft}`);
  const columns = seriesOf(input);
  const found = frequencyConnectedness(columns, { lag: params.lag, horizon: H, bounds: partition });
  if (isAbsent(found)) return { reason: found };
  const n = columns.length;
  return {
    bands: found.bands.map(({ shares }) => square(shares, n)),
    abs_tci: found.bands.map(({ absolute }) => 100 * absolute),
    within_tci: found.bands.map(({ within }) => 100 * within),
    to: found.bands.map(({ to }) => percent(to)),
    from: found.bands.map(({ from }) => percent(from)),
  };
}

function seriesOf(input: CaseInput): Float64Array[] {
  return input.file().numeric.map(({ values }) => values);
}

function tableInPercent(table: ConnectednessTable, n: number) {
  return {
    C: square(percent(table.shares), n),
    TO: percent(table.to),
    FROM: percent(table.from),
    NET: percent(table.net),
    TCI: 100 * table.total,
    cTCI: 100 * table.corrected,
    NPDC: square(percent(table.pairwise), n),
    NPT: table.driven,
    PCI: square(percent(table.influence), n),
  };
}

function square(values: Float64Array, n: number): number[][] {
  return Array.from({ length: values.length / n }, (_, i) => Array.from(values.subarray(i * n, (i + 1) * n)));
}

function percent(values: Float64Array): Float64Array {
  return values.map((value) => 100 * value);
}

function nothing(n: number): null[] {
  return Array.from({ length: n }, () => null);
}
