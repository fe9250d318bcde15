#include "rival.h"
#include "var.h"

enum { HORIZON = 10, TRAINING = 252 };

/* Least-squares prior with intercept on the first rows, by normal equations: slopes n×n, V (Z'Z)⁻¹ of the slopes, Q = E'E / rows. */
static void prior(const double *y, int n, double *slopes, double *inverse, double *q) {
  int w = n + 1, m = TRAINING - 1;
  double *a = room((size_t)w * 2 * w), *b = room((size_t)w * n);
  for (int t = 1; t < TRAINING; t++)
    for (int i = 0; i < w; i++) {
      double z = i ? y[(size_t)(t - 1) * n + i - 1] : 1;
      for (int j = 0; j < w; j++) a[i * 2 * w + j] += z * (j ? y[(size_t)(t - 1) * n + j - 1] : 1);
      for (int j = 0; j < n; j++) b[i * n + j] += z * y[(size_t)t * n + j];
    }
  for (int i = 0; i < w; i++) a[i * 2 * w + w + i] = 1;
  for (int k = 0; k < w; k++) {
    double pivot = a[k * 2 * w + k];
    for (int j = 0; j < 2 * w; j++) a[k * 2 * w + j] /= pivot;
    for (int i = 0; i < w; i++) {
      double f = a[i * 2 * w + k];
      if (i != k) for (int j = 0; j < 2 * w; j++) a[i * 2 * w + j] -= f * a[k * 2 * w + j];
    }
  }
  double *beta = room((size_t)w * n);
  for (int i = 0; i < w; i++) for (int k = 0; k < w; k++) for (int j = 0; j < n; j++) beta[i * n + j] += a[i * 2 * w + w + k] * b[k * n + j];
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) {
    slopes[i * n + j] = beta[(1 + j) * n + i];
    inverse[i * n + j] = a[(1 + i) * 2 * w + w + 1 + j];
    q[i * n + j] = 0;
  }
  for (int t = 1; t < TRAINING; t++) {
    double e[64];
    for (int i = 0; i < n; i++) {
      e[i] = y[(size_t)t * n + i] - beta[i];
      for (int k = 0; k < n; k++) e[i] -= beta[(1 + k) * n + i] * y[(size_t)(t - 1) * n + k];
    }
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) q[i * n + j] += e[i] * e[j] / m;
  }
  free(a), free(b), free(beta);
}

/* Stable when a norm of A, A², A⁴, … is below 1. */
static int stable(const double *a, int n, double *restrict power, double *restrict next) {
  memcpy(power, a, sizeof(double) * n * n);
  for (int k = 0; k < 12; k++) {
    double squares = 0;
    for (int i = 0; i < n * n; i++) squares += power[i] * power[i];
    if (squares < 1) return 1;
    memset(next, 0, sizeof(double) * n * n);
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int m = 0; m < n; m++) next[i * n + m] += power[i * n + j] * power[j * n + m];
    memcpy(power, next, sizeof(double) * n * n);
  }
  return 0;
}

void kernel(const double *x, int rows, int n, double *digest) {
  int size = n * n;
  double k1 = 0.99, k2 = 0.99;
  double *y = room((size_t)rows * n), *b = room(size), *s = room((size_t)size * size), *v = room(size), *q = room(size), *w = room((size_t)n * size);
  double *l = room(size), *e = room(n), *responses = room((size_t)(HORIZON + 1) * size), *out = room(size);
  double *taken = room(size), *latest = room(size), *before = room(size), *power = room(size), *next = room(size);
  for (int i = 0; i < n; i++) {
    double mean = 0, square = 0;
    for (int t = 0; t < TRAINING; t++) mean += x[(size_t)t * n + i] / TRAINING;
    for (int t = 0; t < TRAINING; t++) square += (x[(size_t)t * n + i] - mean) * (x[(size_t)t * n + i] - mean);
    for (int t = 0; t < rows; t++) y[(size_t)t * n + i] = (x[(size_t)t * n + i] - mean) / sqrt(square / (TRAINING - 1));
  }
  prior(y, n, b, v, q);
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) s[(size_t)(i * n + j) * size + i * n + k] = v[j * n + k];
  memcpy(latest, b, sizeof(double) * size);
  memset(digest, 0, 3 * sizeof(double));
  for (int t = TRAINING; t < rows; t++) {
    const double *now = y + (size_t)t * n, *past = now - n;
    double grow = t == TRAINING ? 1 : 1 / k1;
    for (int i = 0; i < n; i++) {
      e[i] = now[i];
      for (int j = 0; j < n; j++) e[i] -= latest[i * n + j] * past[j];
    }
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) q[i * n + j] = k2 * q[i * n + j] + (1 - k2) * e[i] * e[j];
    memcpy(before, b, sizeof(double) * size);
    for (int i = 0; i < n; i++) {
      e[i] = now[i];
      for (int j = 0; j < n; j++) e[i] -= b[i * n + j] * past[j];
    }
    for (int i = 0; i < n; i++) {
      double *restrict to = w + (size_t)i * size;
      for (int m = 0; m < size; m++) to[m] = 0;
      for (int k = 0; k < n; k++) {
        double f = grow * past[k], *restrict from = s + (size_t)(i * n + k) * size;
        for (int m = 0; m < size; m++) to[m] += f * from[m];
      }
    }
    for (int i = 0; i < n; i++)
      for (int j = 0; j <= i; j++) {
        double sum = q[i * n + j];
        for (int k = 0; k < n; k++) sum += past[k] * w[(size_t)i * size + j * n + k];
        for (int k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
        l[i * n + j] = i == j ? sqrt(sum) : sum / l[j * n + j];
      }
    for (int i = 0; i < n; i++) {
      double *restrict to = w + (size_t)i * size, scale = 1 / l[i * n + i];
      for (int k = 0; k < i; k++) {
        double f = l[i * n + k], *restrict from = w + (size_t)k * size;
        for (int m = 0; m < size; m++) to[m] -= f * from[m];
        e[i] -= f * e[k];
      }
      for (int m = 0; m < size; m++) to[m] *= scale;
      e[i] *= scale;
    }
    for (int i = 0; i < n; i++) for (int m = 0; m < size; m++) b[m] += w[(size_t)i * size + m] * e[i];
    for (int m = 0; m < size; m++) {
      double *restrict row = s + (size_t)m * size;
      for (int k = 0; k <= m; k++) row[k] *= grow;
      for (int i = 0; i < n; i++) {
        double f = w[(size_t)i * size + m], *restrict from = w + (size_t)i * size;
        for (int k = 0; k <= m; k++) row[k] -= f * from[k];
      }
      for (int k = 0; k < m; k++) s[(size_t)k * size + m] = row[k];
    }
    memcpy(latest, b, sizeof(double) * size);
    if (stable(b, n, power, next)) memcpy(taken, b, sizeof(double) * size);
    else for (int m = 0; m < size; m++) b[m] = 0.99 * before[m];
    error_shares(n, 1, HORIZON, taken, q, responses, out);
    double total = total_share(out, n);
    digest[0] += total;
    digest[1] += t % 2 ? total : -total;
    digest[2] = total;
  }
  free(y), free(b), free(s), free(v), free(q), free(w), free(l), free(e), free(responses), free(out), free(taken), free(latest), free(before), free(power), free(next);
}
