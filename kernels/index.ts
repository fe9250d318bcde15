export * from './book-cascade';
export * from './ewma-mahalanobis';
export * from './rolling-correlation';
export * from './rolling-covariance';
export * from './slopes-step';
export * from './symmetric-eigenvalues';
export * from './window-regression';
