#include "rival.h"

/* Rank-one updates of the Cholesky factor, column by column; λ = 0.99, started from the first 252 rows. */
void kernel(const double *x, int rows, int n, double *digest) {
  int start = 252;
  double lambda = 0.99, keep = sqrt(lambda), take = sqrt(1 - lambda);
  double *restrict l = room((size_t)n * n), *restrict b = room(n), *restrict w = room(n);
  for (int t = 0; t < start; t++)
    for (int k = 0; k < n; k++)
      for (int i = k; i < n; i++) l[(size_t)k * n + i] += x[(size_t)t * n + i] * x[(size_t)t * n + k] / start;
  for (int k = 0; k < n; k++) {
    double pivot = sqrt(l[(size_t)k * n + k]);
    for (int i = k; i < n; i++) l[(size_t)k * n + i] /= pivot;
    for (int j = k + 1; j < n; j++)
      for (int i = j; i < n; i++) l[(size_t)j * n + i] -= l[(size_t)k * n + i] * l[(size_t)k * n + j];
  }
  memset(digest, 0, 3 * sizeof(double));
  for (int t = start; t < rows; t++) {
    for (int i = 0; i < n; i++) b[i] = x[(size_t)t * n + i], w[i] = b[i] * take;
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double *restrict column = l + (size_t)k * n;
      double y = b[k] / column[k], a = column[k] * keep, r = sqrt(a * a + w[k] * w[k]), c = a / r, s = w[k] / r;
      sum += y * y;
      column[k] = r;
      for (int i = k + 1; i < n; i++) {
        double v = column[i], kept = v * keep;
        b[i] -= v * y;
        column[i] = c * kept + s * w[i];
        w[i] = c * w[i] - s * kept;
      }
    }
    digest[0] += sum;
    digest[1] += t % 2 ? sum : -sum;
    digest[2] = sum;
  }
  free(l), free(b), free(w);
}
