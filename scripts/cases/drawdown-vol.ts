import { z } from 'zod';
import { rollingMean, rollingStandardDeviation } from '../../src/math/rolling.ts';
import { annualised, withoutBadTicks } from '../../src/measures/bars.ts';
import { drawdownPath } from '../../src/measures/drawdown.ts';
import { conditionalDrawdown, ulcer, worstDrawdowns } from '../../src/measures/drawdown-episodes.ts';
import {
  garmanKlassVariance,
  parkinsonVariance,
  rogersSatchellVariance,
  yangZhangVariance,
} from '../../src/measures/range-volatility.ts';
import { realisedVariance } from '../../src/measures/realised-variance.ts';
import { logReturns } from '../../src/measures/realised-volatility.ts';
import { everyNth } from '../case-kit/panel-columns.ts';
import type { CaseInput, CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  n: z.number().int().default(20),
  annualisation: z.number().default(252),
  cdar_q: z.number().default(0.95),
});

const EVERY = 5;

export const runner: CaseRunner = {
  methods: ['drawdown-vol'],
  run(input) {
    const { n, annualisation, cdar_q } = parameters.parse(input.params);
    const bars = barsOf(input);
    const returns = logReturns(bars.close);
    const scaled = (variances: Float64Array) => annualised(variances, n, annualisation);
    return {
      close_to_close: rollingStandardDeviation(returns, n).map((sd) => sd * Math.sqrt(annualisation)),
      zero_mean: rollingMean(
        returns.map((r) => r * r),
        n,
      ).map((v) => Math.sqrt(v * annualisation)),
      parkinson: scaled(parkinsonVariance(bars)),
      garman_klass: scaled(garmanKlassVariance(bars)),
      rogers_satchell: scaled(rogersSatchellVariance(bars)),
      yang_zhang: yangZhangVariance(bars, n).map((v) => Math.sqrt(v * annualisation)),
      ...drawdowns(bars.close, cdar_q),
      ...realised(returns.filter(Number.isFinite)),
    };
  },
};

function barsOf(input: CaseInput) {
  const table = input.file();
  const [open, high, low, close] = ['open', 'high', 'low', 'close'].map((name) => table.column(name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return withoutBadTicks({ open, high, low, close });
}

function drawdowns(close: Float64Array, confidence: number) {
  const path = drawdownPath(close);
  const known = close.filter(Number.isFinite);
  const worst = worstDrawdowns(close, 5);
  const cdar = conditionalDrawdown(known, confidence);
  return {
    drawdown_every5: everyNth(path, EVERY),
    max_drawdown: worst[0]?.depth ?? (known.length > 0 ? 0 : null),
    mdd_peak_index: worst[0]?.peak,
    mdd_trough_index: worst[0]?.trough,
    mdd_recovery_index: worst[0]?.recovery,
    worst5_peak_trough_recovery_depth: worst.map(({ peak, trough, recovery, depth }) => [
      peak,
      trough,
      recovery,
      depth,
    ]),
    ulcer_index_pct: 100 * ulcer(known),
    cdar95_mean_of_worst: { m: cdar.rows, value: cdar.value },
  };
}

function realised(returns: Float64Array) {
  const { variance, bipower, jumpShare, downside } = realisedVariance(returns);
  return { realised_variance: variance, bipower, jump_share: jumpShare, downside_semivariance: downside };
}
