export * from './ewma-mahalanobis';
export * from './rolling-covariance';
export * from './symmetric-eigenvalues';
export * from './window-regression';
