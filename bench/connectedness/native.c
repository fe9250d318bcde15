/* K4 and K5 in C, the same algorithms as the fast TypeScript. gcc -O3 -march=native -ffast-math native.c -lm
 * usage: native k4 INPUT T N window lag horizon | native k5 INPUT T N training horizon kappa1 kappa2; prints CPU ms and the last total. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double cpu(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

static double *room(size_t count) { return calloc(count, sizeof(double)); }

static double total_of(const double *a, const double *sigma, int n, int p, int H, double *theta, double *q) {
  int size = n * n;
  double *last = theta + (size_t)(H - 1) * size;
  memcpy(last, sigma, size * sizeof(double));
  for (int k = 0; k < size; k++) q[k] = sigma[k] * sigma[k];
  for (int h = 1; h < H; h++) {
    double *restrict into = last - (size_t)h * size;
    int depth = n * (h < p ? h : p);
    memset(into, 0, size * sizeof(double));
    for (int i = 0; i < n; i++)
      for (int k = 0; k < depth; k++) {
        double factor = a[i * n * p + k];
        const double *restrict from = into + size + (size_t)k * n;
        for (int j = 0; j < n; j++) into[i * n + j] += factor * from[j];
      }
    for (int k = 0; k < size; k++) q[k] += into[k] * into[k];
  }
  double others = 0;
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (int j = 0; j < n; j++) sum += q[i * n + j] /= sigma[j * n + j];
    others += 1 - q[i * n + i] / sum;
  }
  return others / n;
}

static int cholesky(const double *m, double *l, int n) {
  for (int i = 0; i < n; i++) {
    for (int j = 0; j <= i; j++) {
      double sum = m[i * n + j];
      for (int k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
      if (i == j) {
        if (!(sum > 1e-12 * m[i * n + i])) return 0;
        l[i * n + i] = sqrt(sum);
      } else
        l[i * n + j] = sum / l[j * n + j];
    }
  }
  return 1;
}

static void add(double *restrict m, double *restrict v, const double *y, const double *c, int t, int n, int p, double sign) {
  int width = 1 + n * (p + 1);
  v[0] = 1;
  for (int i = 0; i < n; i++) {
    for (int l = 1; l <= p; l++) v[1 + (l - 1) * n + i] = y[(size_t)(t - l) * n + i] - c[i];
    v[1 + p * n + i] = y[(size_t)t * n + i] - c[i];
  }
  for (int i = 0; i < width; i++)
    for (int j = 0; j <= i; j++) m[i * width + j] += sign * v[i] * v[j];
}

static double k4(const double *y, int T, int n, int w, int p, int H) {
  int width = 1 + n * (p + 1), np = n * p;
  double *m = room(width * width), *l = room(width * width), *v = room(width), *c = room(n), *a = room(n * np), *s = room(n * n);
  double *theta = room((size_t)(H + p) * n * n), *q = room(n * n), total = NAN;
  for (int t = w - 1, steps = 128; t < T; t++, steps++) {
    int from = t - w + 1;
    if (steps >= 128) {
      memset(m, 0, sizeof(double) * width * width);
      memset(c, 0, sizeof(double) * n);
      for (int r = from; r <= t; r++)
        for (int i = 0; i < n; i++) c[i] += y[(size_t)r * n + i] / w;
      for (int r = from + p; r <= t; r++) add(m, v, y, c, r, n, p, 1);
      steps = 0;
    } else {
      add(m, v, y, c, t, n, p, 1);
      add(m, v, y, c, from + p - 1, n, p, -1);
    }
    if (!cholesky(m, l, width)) return NAN;
    for (int i = 0; i < n; i++) {
      double *restrict b = a + i * np;
      memcpy(b, l + (1 + np + i) * width + 1, sizeof(double) * np);
      for (int k = np - 1; k >= 0; k--) {
        const double *restrict row = l + (k + 1) * width + 1;
        b[k] /= row[k];
        for (int j = 0; j < k; j++) b[j] -= b[k] * row[j];
      }
    }
    for (int i = 0; i < n; i++)
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) sum += l[(width - n + i) * width + width - n + k] * l[(width - n + j) * width + width - n + k];
        s[i * n + j] = s[j * n + i] = sum;
      }
    total = total_of(a, s, n, p, H, theta, q);
  }
  return total;
}

/* Largest modulus by squaring: norms of A^(2^k) bound it from above; returns 1 when it is surely at most 1. */
static int stable(const double *a, int n, double *x, double *z) {
  memcpy(x, a, sizeof(double) * n * n);
  for (int k = 0; k < 12; k++) {
    double norm = 0;
    for (int i = 0; i < n * n; i++) norm += x[i] * x[i];
    if (norm < 1) return 1;
    if (!(norm < 1e100)) return 0;
    memset(z, 0, sizeof(double) * n * n);
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++)
        for (int m = 0; m < n; m++) z[i * n + m] += x[i * n + j] * x[j * n + m];
    memcpy(x, z, sizeof(double) * n * n);
  }
  return 0;
}

static double k5(double *y, int T, int n, int n0, int H, double k1, double k2) {
  int size = n * n, width = 1 + 2 * n;
  double *c = room(n), *m = room(width * width), *l = room(width * width), *v = room(width), *zero = room(n);
  for (int i = 0; i < n; i++) {
    double mean = 0, squares = 0;
    for (int t = 0; t < n0; t++) mean += y[(size_t)t * n + i] / n0;
    for (int t = 0; t < n0; t++) squares += (y[(size_t)t * n + i] - mean) * (y[(size_t)t * n + i] - mean);
    double scale = 1 / sqrt(squares / (n0 - 1));
    for (int t = 0; t < T; t++) y[(size_t)t * n + i] = (y[(size_t)t * n + i] - mean) * scale;
  }
  for (int t = 1; t < n0; t++) add(m, v, y, zero, t, n, 1, 1);
  if (!cholesky(m, l, width)) return NAN;
  double *b = room(size), *q = room(size), *inverse = room((n + 1) * (n + 1)), *s = room((size_t)size * size);
  for (int i = 0; i < n; i++) {
    double *x = b + i * n;
    memcpy(x, l + (1 + n + i) * width + 1, sizeof(double) * n);
    for (int k = n - 1; k >= 0; k--) {
      x[k] /= l[(k + 1) * width + k + 1];
      for (int j = 0; j < k; j++) x[j] -= x[k] * l[(k + 1) * width + 1 + j];
    }
    for (int j = 0; j <= i; j++) {
      double sum = 0;
      for (int k = 0; k <= j; k++) sum += l[(1 + n + i) * width + 1 + n + k] * l[(1 + n + j) * width + 1 + n + k];
      q[i * n + j] = q[j * n + i] = sum / (n0 - 1);
    }
  }
  for (int col = 0; col <= n; col++) {
    double x[64] = {0};
    for (int i = col; i <= n; i++) {
      double sum = i == col;
      for (int k = col; k < i; k++) sum -= l[i * width + k] * x[k];
      x[i] = sum / l[i * width + i];
    }
    for (int i = 0; i <= n; i++) inverse[i * (n + 1) + col] = x[i];
  }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int k = 0; k < n; k++) {
        double sum = 0;
        for (int r = 0; r <= n; r++) sum += inverse[r * (n + 1) + 1 + j] * inverse[r * (n + 1) + 1 + k];
        s[(size_t)(i * n + j) * size + i * n + k] = sum;
      }
  double *a = room(size), *latest = room(size), *before = room(size), *e = room(n), *w = room((size_t)n * size), *g = room(size);
  double *theta = room((size_t)(H + 1) * size), *shares = room(size), *x = room(size), *z = room(size), total = NAN;
  memcpy(a, b, sizeof(double) * size);
  memcpy(latest, b, sizeof(double) * size);
  for (int t = n0; t < T; t++) {
    const double *row = y + (size_t)t * n, *lags = row - n;
    double inflation = t == n0 ? 1 : 1 / k1;
    for (int i = 0; i < n; i++) {
      e[i] = row[i];
      for (int j = 0; j < n; j++) e[i] -= latest[i * n + j] * lags[j];
    }
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) q[i * n + j] = k2 * q[i * n + j] + (1 - k2) * e[i] * e[j];
    memset(w, 0, sizeof(double) * n * size);
    for (int i = 0; i < n; i++) {
      double *restrict into = w + (size_t)i * size;
      for (int k = 0; k < n; k++) {
        double factor = inflation * lags[k];
        const double *restrict from = s + (size_t)(i * n + k) * size;
        for (int r = 0; r < size; r++) into[r] += factor * from[r];
      }
      for (int j = 0; j <= i; j++) {
        double sum = q[i * n + j];
        for (int k = 0; k < n; k++) sum += lags[k] * into[j * n + k];
        g[i * n + j] = g[j * n + i] = sum;
      }
    }
    memset(shares, 0, sizeof(double) * size);
    if (!cholesky(g, shares, n)) return NAN;
    memcpy(before, b, sizeof(double) * size);
    for (int i = 0; i < n; i++) {
      e[i] = row[i];
      for (int j = 0; j < n; j++) e[i] -= b[i * n + j] * lags[j];
    }
    for (int i = 0; i < n; i++) {
      double *restrict into = w + (size_t)i * size;
      for (int k = 0; k < i; k++) {
        double factor = shares[i * n + k];
        const double *restrict from = w + (size_t)k * size;
        for (int r = 0; r < size; r++) into[r] -= factor * from[r];
        e[i] -= factor * e[k];
      }
      double scale = 1 / shares[i * n + i];
      for (int r = 0; r < size; r++) into[r] *= scale;
      e[i] *= scale;
      for (int r = 0; r < size; r++) b[r] += into[r] * e[i];
    }
    for (int r = 0; r < size; r++) {
      double *restrict into = s + (size_t)r * size;
      for (int k = 0; k <= r; k++) into[k] *= inflation;
      for (int i = 0; i < n; i++) {
        const double *restrict from = w + (size_t)i * size;
        double factor = from[r];
        for (int k = 0; k <= r; k++) into[k] -= factor * from[k];
      }
      for (int k = 0; k < r; k++) s[(size_t)k * size + r] = into[k];
    }
    memcpy(latest, b, sizeof(double) * size);
    if (stable(b, n, x, z)) memcpy(a, b, sizeof(double) * size);
    else
      for (int r = 0; r < size; r++) b[r] = 0.99 * before[r];
    total = total_of(a, q, n, 1, H, theta, shares);
  }
  return total;
}

int main(int count, char **argument) {
  int T = atoi(argument[3]), n = atoi(argument[4]);
  double *y = room((size_t)T * n);
  FILE *file = fopen(argument[2], "rb");
  if (count < 8 || fread(y, sizeof(double), (size_t)T * n, file) != (size_t)T * n) return 1;
  double start = cpu();
  double total = strcmp(argument[1], "k4") == 0
                     ? k4(y, T, n, atoi(argument[5]), atoi(argument[6]), atoi(argument[7]))
                     : k5(y, T, n, atoi(argument[5]), atoi(argument[6]), atof(argument[7]), atof(argument[8]));
  printf("%.6f %.17g\n", cpu() - start, total);
  return 0;
}
