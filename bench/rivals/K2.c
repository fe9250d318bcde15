#include "rival.h"

/* Rank-one updates of L D L' column by column, which leave the distance too, as in src/math/ldl-rank-one.ts; λ = 0.99, started from the first 252 rows. */
void kernel(const double *x, int rows, int n, double *digest) {
  int start = 252;
  double lambda = 0.99, base = lambda / (1 - lambda);
  double *restrict l = room((size_t)n * n), *restrict d = room(n), *restrict w = room(n);
  for (int t = 0; t < start; t++)
    for (int k = 0; k < n; k++)
      for (int i = k; i < n; i++) l[(size_t)k * n + i] += x[(size_t)t * n + i] * x[(size_t)t * n + k] / start;
  for (int k = 0; k < n; k++) {
    d[k] = l[(size_t)k * n + k];
    for (int j = k + 1; j < n; j++) {
      double f = l[(size_t)k * n + j] / d[k];
      for (int i = j; i < n; i++) l[(size_t)j * n + i] -= l[(size_t)k * n + i] * f;
    }
    for (int i = k; i < n; i++) l[(size_t)k * n + i] /= d[k];
  }
  memset(digest, 0, 3 * sizeof(double));
  for (int t = start; t < rows; t++) {
    for (int i = 0; i < n; i++) w[i] = x[(size_t)t * n + i];
    double sum = 0, u = base, inverse = 1 / u;
    for (int k = 0; k < n; k++) {
      double *restrict column = l + (size_t)k * n, p = w[k], y = p / d[k];
      sum += p * y;
      double next = base + sum;
      d[k] *= lambda * (next * inverse);
      inverse = 1 / next;
      double c = u * inverse, s = y * inverse;
      u = next;
      for (int i = k + 1; i < n; i++) {
        double v = column[i];
        column[i] = c * v + s * w[i];
        w[i] -= p * v;
      }
    }
    digest[0] += sum;
    digest[1] += t % 2 ? sum : -sum;
    digest[2] = sum;
  }
  free(l), free(d), free(w);
}
