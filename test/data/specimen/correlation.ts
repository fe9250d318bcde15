/** Sample standard deviation. */
export function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
}

/** Pearson’s correlation of two samples of one length. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (x: readonly number[]) => x.reduce((sum, v) => sum + v, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = a.reduce((sum, x, i) => sum + (x - ma) * ((b[i] as number) - mb), 0) / (a.length - 1);
  return product / deviation(a) / deviation(b);
}
