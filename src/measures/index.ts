export { cissLike } from './ciss-like.ts';
export { drawdown } from './drawdown.ts';
export { eigenvectorShare } from './eigenvector-share.ts';
export { meanCorrelation } from './mean-correlation.ts';
export { movingAverage } from './moving-average.ts';
export { realisedVolatility } from './realised-volatility.ts';
export { standardisedMove } from './standardised-move.ts';
export { volatilityPercentile } from './volatility-percentile.ts';
