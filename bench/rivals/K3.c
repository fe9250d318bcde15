#include "rival.h"
#include "rolling.h"

/* Householder reduction of the lower triangle, then root-free QL, values only: Golub & Van Loan (2013), algorithm 8.3.1; Parlett (1998), §8.15. */
static void tridiagonal(double *restrict a, int n, double *restrict d, double *restrict e, double *restrict p) {
  for (int i = n - 1; i > 0; i--) {
    double *restrict v = a + (size_t)i * n, square = 0;
    for (int k = 0; k < i; k++) square += v[k] * v[k];
    double pivot = v[i - 1], norm = sqrt(square), alpha = pivot >= 0 ? -norm : norm, h = square + norm * fabs(pivot), k = 0;
    e[i - 1] = alpha;
    if (square == 0) continue;
    v[i - 1] = pivot - alpha;
    memset(p, 0, i * sizeof(double));
    for (int r = 0; r < i; r++) {
      double *restrict row = a + (size_t)r * n, vr = v[r], sum = row[r] * vr;
      for (int c = 0; c < r; c++) sum += row[c] * v[c], p[c] += row[c] * vr;
      p[r] += sum;
    }
    for (int r = 0; r < i; r++) p[r] /= h, k += p[r] * v[r];
    k /= 2 * h;
    for (int r = 0; r < i; r++) p[r] -= k * v[r];
    for (int r = 0; r < i; r++) {
      double *restrict row = a + (size_t)r * n, vr = v[r], pr = p[r];
      for (int c = 0; c <= r; c++) row[c] -= vr * p[c] + pr * v[c];
    }
  }
  for (int i = 0; i < n; i++) d[i] = a[(size_t)i * n + i];
  e[n - 1] = 0;
}

static void ql(double *restrict d, double *restrict e, int n) {
  for (int i = 0; i < n; i++) e[i] *= e[i];
  for (int low = 0; low < n; low++) {
    for (;;) {
      int m = low;
      for (; m < n - 1; m++) {
        double size = 2.22e-16 * (fabs(d[m]) + fabs(d[m + 1]));
        if (e[m] <= fmax(size * size, 1e-280)) break;
      }
      if (m == low) break;
      double beside = sqrt(e[low]), g = (d[low + 1] - d[low]) / (2 * beside), r = sqrt(g * g + 1);
      double shift = d[low] - beside / (g + (g >= 0 ? r : -r)), c = 1, s = 0, gamma = d[m] - shift, p = gamma * gamma;
      for (int i = m - 1; i >= low; i--) {
        double square = e[i], sum = p + square, before = c, last = gamma, alpha = d[i];
        if (i < m - 1) e[i + 1] = s * sum;
        c = p / sum, s = square / sum;
        gamma = c * (alpha - shift) - s * last;
        d[i + 1] = last + (alpha - gamma);
        p = c != 0 ? gamma * gamma / c : before * square;
      }
      e[low] = s * p, d[low] = shift + gamma;
    }
  }
}

static int descending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? 1 : x > y ? -1 : 0;
}

void kernel(const double *x, int rows, int n, double *digest) {
  int window = 500, leading = (int)floor(n / 5.0 + 0.5);
  Rolling s = rolling_make(n, window);
  double *r = room((size_t)n * n), *d = room(n), *e = room(n), *p = room(n);
  memset(digest, 0, 3 * sizeof(double));
  for (int t = window - 1; t < rows; t++) {
    rolling_step(&s, x, t);
    rolling_correlation(&s, r);
    tridiagonal(r, n, d, e, p);
    ql(d, e, n);
    qsort(d, n, sizeof(double), descending);
    double sum = 0;
    for (int k = 0; k < leading; k++) sum += d[k];
    digest[0] += sum / n;
    digest[1] += t % 2 ? sum / n : -sum / n;
    digest[2] = sum / n;
  }
  rolling_free(&s);
  free(r), free(d), free(e), free(p);
}
