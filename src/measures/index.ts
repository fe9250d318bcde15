export { absorptionRatioMeasure, absorptionRatioPublished } from './absorption-ratio.ts';
export { absorptionShift } from './absorption-shift.ts';
export { amihudIlliquidity } from './amihud-illiquidity.ts';
export { changePointAge } from './change-point-age.ts';
export { changePointProbability } from './change-point-probability.ts';
export { cissLike } from './ciss-like.ts';
export { netConnectedness } from './connectedness/net-connectedness.ts';
export { totalConnectedness } from './connectedness/total-connectedness.ts';
export { tvpVarTotalConnectedness } from './connectedness/tvp-var-total.ts';
export { correlation } from './correlation.ts';
export { covariance } from './covariance.ts';
export { dccCorrelation } from './dcc-correlation.ts';
export { distanceCorrelationMeasure, distanceCorrelationUnbiasedMeasure } from './distance-correlation.ts';
export { diversificationRatioMeasure } from './diversification-ratio.ts';
export { downsideCorrelation, upsideCorrelation } from './downside-correlation.ts';
export { drawdown } from './drawdown.ts';
export { conditionalDrawdownAtRisk, maximumDrawdown, ulcerIndex } from './drawdown-risk.ts';
export { effectiveBetsMeasure } from './effective-bets.ts';
export { effectiveRankMeasure, factorsAboveNoise, participationRatioMeasure } from './effective-rank.ts';
export { eigenvectorShare } from './eigenvector-share.ts';
export { ewmaCorrelation, ewmaCovarianceOfPair } from './ewma-correlation.ts';
export { ewmaTurbulence } from './ewma-turbulence.ts';
export { exceedanceCorrelationExcess, exceedanceCorrelationMeasure } from './exceedance-correlation.ts';
export { extremeValueShortfall, extremeValueVar } from './extreme-value-risk.ts';
export { filteredHistoricalShortfall, filteredHistoricalVar } from './filtered-historical-risk.ts';
export { contagionCorrelation, forbesRigobonCorrelation } from './forbes-rigobon.ts';
export { garchVolatility } from './garch-volatility.ts';
export { linearFeedback } from './granger.ts';
export { historicalShortfall, historicalVar } from './historical-risk.ts';
export { kendallTau } from './kendall-tau.ts';
export { projectedResponse } from './local-projection.ts';
export { meanBreakAge, meanBreaks } from './mean-breaks.ts';
export { meanCorrelation } from './mean-correlation.ts';
export { momentumCrashState } from './momentum-crash-state.ts';
export { momentumFactor } from './momentum-factor.ts';
export { movingAverage } from './moving-average.ts';
export { quantileBetaMeasure } from './quantile-beta.ts';
export {
  garmanKlassVolatility,
  parkinsonVolatility,
  rogersSatchellVolatility,
  yangZhangVolatility,
} from './range-volatility.ts';
export { rankCorrelation } from './rank-correlation.ts';
export { bipowerVolatility, downsideShare, jumpShare, zeroMeanVolatility } from './realised-variance.ts';
export { realisedVolatility } from './realised-volatility.ts';
export { regimeProbability } from './regime-probability.ts';
export { rollSpreadMeasure } from './roll-spread.ts';
export { safeHavenBeta } from './safe-haven-beta.ts';
export { semicovarianceMeasure } from './semicovariance.ts';
export { shapleyShare } from './shapley-r2.ts';
export { standardisedMove } from './standardised-move.ts';
export { tCopulaTailDependenceMeasure } from './t-copula-tail-dependence.ts';
export { lowerTailDependence, upperTailDependence } from './tail-dependence.ts';
export { timeVaryingBeta } from './time-varying-beta.ts';
export { effectiveTransferEntropyMeasure, netTransferEntropy } from './transfer-entropy.ts';
export { correlationSurprise, turbulence, turbulenceMagnitude, turbulencePercentile } from './turbulence.ts';
export { volatilityPercentile } from './volatility-percentile.ts';
export { zeroReturnShare } from './zero-return-share.ts';
