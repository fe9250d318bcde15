#include "rival.h"
#include "quasi-newton.h"

/* Two shares with a sum below 1 from free numbers, and back. */
static void shares_of(const double *u, double *a, double *b) {
  double most = fmax(0, fmax(u[0], u[1])), ea = exp(u[0] - most), eb = exp(u[1] - most), total = ea + eb + exp(-most);
  *a = ea / total, *b = eb / total;
}

static void free_of(double a, double b, double *u) {
  u[0] = log(a / (1 - a - b)), u[1] = log(b / (1 - a - b));
}

typedef struct {
  const double *y;
  int rows;
} series;

/* −ℓ of GARCH(1,1) with a constant mean at (μ, ln ω, u), and its gradient. */
static double garch(const void *data, const double *free, double *g) {
  const double *y = ((const series *)data)->y;
  int rows = ((const series *)data)->rows;
  double mu = free[0], omega = exp(free[1]), alpha, beta;
  shares_of(free + 2, &alpha, &beta);
  double sum = 0, squares = 0;
  for (int t = 0; t < rows; t++) {
    double e = y[t] - mu;
    sum += e, squares += e * e;
  }
  double h = squares / rows, d_mu = -2 * sum / rows, d_omega = 0, d_alpha = 0, d_beta = 0;
  double g_mu = 0, g_omega = 0, g_alpha = 0, g_beta = 0, deviance = 0, product = 1, smallest = h;
  for (int t = 0; t < rows; t++) {
    double e = y[t] - mu, square = e * e, inverse = 1 / h, ratio = square * inverse;
    if (h < smallest) smallest = h;
    product *= h;
    if (t % 8 == 0) deviance += log(product), product = 1;
    deviance += ratio;
    double on_variance = 0.5 * (ratio - 1) * inverse;
    g_mu += on_variance * d_mu + e * inverse;
    g_omega += on_variance * d_omega;
    g_alpha += on_variance * d_alpha;
    g_beta += on_variance * d_beta;
    d_mu = beta * d_mu - 2 * alpha * e;
    d_omega = beta * d_omega + 1;
    d_alpha = beta * d_alpha + square;
    d_beta = beta * d_beta + h;
    h = omega + alpha * square + beta * h;
  }
  if (smallest <= 0) return BARRED;
  if (g) {
    double mean = alpha * g_alpha + beta * g_beta;
    g[0] = -g_mu, g[1] = -omega * g_omega, g[2] = -alpha * (g_alpha - mean), g[3] = -beta * (g_beta - mean);
  }
  return 0.5 * (rows * log(2 * M_PI) + deviance + log(product));
}

/* Fits a column, writes its standardised residuals, returns its log-likelihood. */
static double fit_garch(const double *x, int rows, int n, double *y, double *z) {
  static const double STARTS[6][2] = {{0.05, 0.9}, {0.1, 0.85}, {0.15, 0.6}, {0.3, 0.6}, {0.02, 0.97}, {0.05, 0.3}};
  double mean = 0, square = 0, starts[6][4], values[6], g[4];
  for (int t = 0; t < rows; t++) mean += x[(size_t)t * n] / rows;
  for (int t = 0; t < rows; t++) square += (x[(size_t)t * n] - mean) * (x[(size_t)t * n] - mean);
  double unit = sqrt(square / rows);
  for (int t = 0; t < rows; t++) y[t] = x[(size_t)t * n] / unit;
  series data = {y, rows};
  problem p = {garch, &data, 4, 1};
  for (int s = 0; s < 6; s++) {
    starts[s][0] = mean / unit, starts[s][1] = log(1 - STARTS[s][0] - STARTS[s][1]);
    free_of(STARTS[s][0], STARTS[s][1], starts[s] + 2);
    values[s] = value_at(&p, starts[s], g);
  }
  point best = {.value = BARRED};
  for (int search = 0; search < 2; search++) {
    int first = 0;
    for (int s = 1; s < 6; s++) if (values[s] < values[first]) first = s;
    values[first] = BARRED;
    point found = bfgs(&p, starts[first], 1e-8);
    if (found.value < best.value) best = found;
  }
  double alpha, beta, omega = exp(best.x[1]), mu = best.x[0], h = 0;
  shares_of(best.x + 2, &alpha, &beta);
  for (int t = 0; t < rows; t++) h += (y[t] - mu) * (y[t] - mu) / rows;
  for (int t = 0; t < rows; t++) {
    double e = y[t] - mu;
    z[(size_t)t * n] = e / sqrt(h);
    h = omega + alpha * e * e + beta * h;
  }
  return -best.value - rows * log(unit);
}

typedef struct {
  const double *z, *target;
  int rows, n;
} residuals;

/*
 * −ℓ of the correlations at u: Q = LLᵀ row by row, one logarithm a day. Loops of at most eight turns: gcc's vectors take twice the time
 * here, so they are off.
 */
__attribute__((optimize("no-tree-vectorize"))) static double dcc(const void *data, const double *free, double *unused) {
  (void)unused;
  const residuals *r = data;
  int n = r->n;
  double a, b, q[64], rest[64], l[64], inverse[8], y[8], sum = 0;
  shares_of(free, &a, &b);
  for (int at = 0; at < n * n; at++) q[at] = r->target[at], rest[at] = (1 - a - b) * q[at];
  for (int t = 0; t < r->rows; t++) {
    const double *z = r->z + (size_t)t * n;
    double pivots = 1, diagonal = 1;
    for (int i = 0; i < n; i++) {
      double *row = q + i * n, *li = l + i * n, first = row[i], pivot = first, left = z[i] * sqrt(first), on_row = a * z[i];
      for (int j = 0; j < i; j++) {
        double v = row[j];
        for (int k = 0; k < j; k++) v -= li[k] * l[j * n + k];
        v *= inverse[j];
        li[j] = v;
        pivot -= v * v;
        left -= v * y[j];
        row[j] = rest[i * n + j] + on_row * z[j] + b * row[j];
      }
      if (pivot <= 1e-12 * first) return BARRED;
      inverse[i] = 1 / sqrt(pivot);
      y[i] = left * inverse[i];
      sum += y[i] * y[i] - z[i] * z[i];
      pivots *= pivot;
      diagonal *= first;
      row[i] = rest[i * n + i] + on_row * z[i] + b * first;
    }
    sum += log(pivots / diagonal);
  }
  return 0.5 * sum;
}

/*
 * Two steps, as src/measures/dcc-fit.ts: the same starts, searches and tolerances, so that a fit takes as many likelihoods but for rounding
 * (553 with their gradients and 115 of the correlations at the reference size). At most eight columns.
 */
void kernel(const double *x, int rows, int n, double *digest) {
  static const double STARTS[5][2] = {{0.03, 0.94}, {0.05, 0.85}, {0.01, 0.97}, {0.15, 0.7}, {0.02, 0.5}};
  double *z = room((size_t)rows * n), *y = room(rows), *target = room((size_t)n * n), mean[8] = {0}, likelihood = 0;
  for (int i = 0; i < n; i++) likelihood += fit_garch(x + i, rows, n, y, z + i);
  for (int t = 0; t < rows; t++) for (int i = 0; i < n; i++) mean[i] += z[(size_t)t * n + i] / rows;
  for (int t = 0; t < rows; t++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) target[i * n + j] += (z[(size_t)t * n + i] - mean[i]) * (z[(size_t)t * n + j] - mean[j]) / (rows - 1);
  residuals data = {z, target, rows, n};
  problem p = {dcc, &data, 2, 0};
  double start[2], least = BARRED;
  for (int s = 0; s < 5; s++) {
    double u[2];
    free_of(STARTS[s][0], STARTS[s][1], u);
    double value = value_at(&p, u, NULL);
    if (value < least) least = value, memcpy(start, u, sizeof u);
  }
  point found = bfgs(&p, start, 1e-7);
  double a, b;
  shares_of(found.x, &a, &b);
  digest[0] = likelihood - found.value, digest[1] = a, digest[2] = likelihood;
  free(z), free(y), free(target);
}
