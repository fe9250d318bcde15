#include "rival.h"
#include "rolling.h"

void kernel(const double *x, int rows, int n, double *digest) {
  Rolling s = rolling_make(n, 60);
  double *r = room((size_t)n * n);
  memset(digest, 0, 3 * sizeof(double));
  for (int t = 59; t < rows; t++) {
    rolling_step(&s, x, t);
    rolling_correlation(&s, r);
    __asm__ volatile("" : : "r"(r) : "memory");
    digest[0] += r[n];
    digest[1] += r[n * n - 2];
    digest[2] = r[2];
  }
  rolling_free(&s);
  free(r);
}
