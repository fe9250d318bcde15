#include "rival.h"

/* Every inner loop has at most five turns: gcc's vectors take twice the time here, so they are off. */
#pragma GCC optimize("no-tree-vectorize")

/* Expectation–maximisation as src/measures/hmm-fit.ts: 20 steps and a last filter; one column and two regimes, or several and three. */
enum { STEPS = 20, MOST_D = 8, MOST_K = 3 };

typedef struct {
  int T, d, K;
  double mean[MOST_K * MOST_D], covariance[MOST_K * MOST_D * MOST_D], transition[MOST_K * MOST_K], initial[MOST_K];
} model;

/* ln N(y_t; m_j, V_j), T×K, by forward substitution. */
static void log_densities(const model *m, const double *y, double *out) {
  int T = m->T, d = m->d, K = m->K;
  for (int j = 0; j < K; j++) {
    const double *v = m->covariance + j * d * d, *mean = m->mean + j * d;
    if (d == 1) {
      double constant = -0.5 * log(2 * M_PI * v[0]), scale = -0.5 / v[0];
      for (int t = 0; t < T; t++) out[t * K + j] = constant + scale * (y[t] - mean[0]) * (y[t] - mean[0]);
      continue;
    }
    double l[MOST_D * MOST_D], inverse[MOST_D], left[MOST_D], constant = -0.5 * d * log(2 * M_PI);
    for (int i = 0; i < d; i++) {
      for (int k = 0; k <= i; k++) {
        double s = v[i * d + k];
        for (int q = 0; q < k; q++) s -= l[i * d + q] * l[k * d + q];
        l[i * d + k] = i == k ? sqrt(s) : s * inverse[k];
      }
      inverse[i] = 1 / l[i * d + i];
      constant -= log(l[i * d + i]);
    }
    for (int t = 0; t < T; t++) {
      double form = 0;
      for (int i = 0; i < d; i++) {
        double rest = y[t * d + i] - mean[i];
        for (int k = 0; k < i; k++) rest -= l[i * d + k] * left[k];
        left[i] = rest * inverse[i];
        form += left[i] * left[i];
      }
      out[t * K + j] = constant - form / 2;
    }
  }
}

/* One exponential a row; one logarithm for many. */
static double two_state_filter(const model *m, const double *density, double *filtered, double *predicted) {
  const double *p = m->transition;
  double a = m->initial[0], b = m->initial[1], sum = 0, product = 1;
  for (int at = 0; at < 2 * m->T; at += 2) {
    predicted[at] = a, predicted[at + 1] = b;
    double first = density[at], d = density[at + 1] - first, ratio = exp(-fabs(d));
    if (d <= 0) b *= ratio;
    else a *= ratio, first += d;
    double total = a + b, scale = 1 / total;
    a *= scale, b *= scale;
    sum += first;
    product *= total;
    if (product < 1e-100) sum += log(product), product = 1;
    filtered[at] = a, filtered[at + 1] = b;
    double next = a * p[0] + b * p[2];
    b = a * p[1] + b * p[3];
    a = next;
  }
  return sum + log(product);
}

static double filter(const model *m, const double *density, double *filtered, double *predicted) {
  int T = m->T, K = m->K;
  double sum = 0, product = 1;
  for (int t = 0; t < T; t++) {
    double *f = filtered + t * K, *p = predicted + t * K, total = 0, most = density[t * K];
    for (int j = 1; j < K; j++) if (density[t * K + j] > most) most = density[t * K + j];
    for (int j = 0; j < K; j++) {
      double s = t ? 0 : m->initial[j];
      if (t) for (int i = 0; i < K; i++) s += f[i - K] * m->transition[i * K + j];
      p[j] = s;
      double d = density[t * K + j];
      f[j] = d == most ? s : s * exp(d - most);
      total += f[j];
    }
    for (int j = 0; j < K; j++) f[j] *= 1 / total;
    sum += most;
    product *= total;
    if (product < 1e-100) sum += log(product), product = 1;
  }
  return sum + log(product);
}

static void two_state_smoother(const model *m, const double *filtered, const double *predicted, double *smoothed, double *pairs) {
  const double *p = m->transition;
  int last = 2 * (m->T - 1);
  double x00 = 0, x01 = 0, x10 = 0, x11 = 0, a = filtered[last], b = filtered[last + 1];
  for (int at = last; at > 0; at -= 2) {
    smoothed[at] = a, smoothed[at + 1] = b;
    double ra = a / predicted[at], rb = b / predicted[at + 1], fa = filtered[at - 2], fb = filtered[at - 1];
    double j00 = fa * p[0] * ra, j01 = fa * p[1] * rb, j10 = fb * p[2] * ra, j11 = fb * p[3] * rb;
    x00 += j00, x01 += j01, x10 += j10, x11 += j11;
    a = j00 + j01, b = j10 + j11;
  }
  smoothed[0] = a, smoothed[1] = b;
  pairs[0] = x00, pairs[1] = x01, pairs[2] = x10, pairs[3] = x11;
}

static void smoother(const model *m, const double *filtered, const double *predicted, double *smoothed, double *pairs) {
  int T = m->T, K = m->K;
  double ratio[MOST_K];
  memset(pairs, 0, K * K * sizeof(double));
  memcpy(smoothed + (T - 1) * K, filtered + (T - 1) * K, K * sizeof(double));
  for (int t = T - 2; t >= 0; t--) {
    for (int j = 0; j < K; j++) ratio[j] = smoothed[(t + 1) * K + j] / predicted[(t + 1) * K + j];
    for (int i = 0; i < K; i++) {
      double sum = 0;
      for (int j = 0; j < K; j++) {
        double joint = filtered[t * K + i] * m->transition[i * K + j] * ratio[j];
        pairs[i * K + j] += joint;
        sum += joint;
      }
      smoothed[t * K + i] = sum;
    }
  }
}

static void maximise(model *m, const double *y, const double *smoothed, const double *pairs) {
  int T = m->T, d = m->d, K = m->K;
  for (int j = 0; j < K; j++) {
    double row = 0, total = 0, first = 0, *mean = m->mean + j * d, *v = m->covariance + j * d * d, e[MOST_D];
    for (int k = 0; k < K; k++) row += pairs[j * K + k], first += smoothed[k];
    for (int k = 0; k < K; k++) m->transition[j * K + k] = pairs[j * K + k] / row;
    m->initial[j] = smoothed[j] / first;
    for (int i = 0; i < d; i++) mean[i] = 0;
    for (int t = 0; t < T; t++) {
      double w = smoothed[t * K + j];
      total += w;
      for (int i = 0; i < d; i++) mean[i] += w * y[t * d + i];
    }
    for (int i = 0; i < d; i++) mean[i] /= total;
    for (int i = 0; i < d * d; i++) v[i] = 0;
    for (int t = 0; t < T; t++) {
      double w = smoothed[t * K + j] / total;
      for (int i = 0; i < d; i++) {
        e[i] = y[t * d + i] - mean[i];
        for (int k = 0; k <= i; k++) v[i * d + k] += w * e[i] * e[k];
      }
    }
    for (int i = 0; i < d; i++) for (int k = 0; k < i; k++) v[k * d + i] = v[i * d + k];
  }
}

static void start(model *m, const double *y) {
  int T = m->T, d = m->d, K = m->K;
  for (int i = 0; i < d; i++) {
    double sum = 0, squares = 0;
    for (int t = 0; t < T; t++) sum += y[t * d + i], squares += y[t * d + i] * y[t * d + i];
    for (int j = 0; j < K; j++) m->covariance[(j * d + i) * d + i] = (squares / T - sum / T * sum / T) * (0.5 + j);
  }
  for (int k = 0; k < K * K; k++) m->transition[k] = k % (K + 1) ? 0.05 / (K - 1) : 0.95;
  for (int j = 0; j < K; j++) m->initial[j] = 1.0 / K;
}

static double fit(const double *y, int rows, int d, int K) {
  model m = {.T = rows, .d = d, .K = K};
  size_t size = (size_t)rows * K;
  double *density = room(size), *filtered = room(size), *predicted = room(size), *smoothed = room(size), pairs[MOST_K * MOST_K], likelihood;
  start(&m, y);
  for (int step = 0;; step++) {
    log_densities(&m, y, density);
    likelihood = K == 2 ? two_state_filter(&m, density, filtered, predicted) : filter(&m, density, filtered, predicted);
    if (step == STEPS) break;
    if (K == 2) two_state_smoother(&m, filtered, predicted, smoothed, pairs);
    else smoother(&m, filtered, predicted, smoothed, pairs);
    maximise(&m, y, smoothed, pairs);
  }
  free(density), free(filtered), free(predicted), free(smoothed);
  return likelihood;
}

void kernel(const double *x, int rows, int columns, double *digest) {
  digest[0] = columns == 1 ? fit(x, rows, 1, 2) : fit(x, rows, columns, 3);
  digest[1] = digest[2] = 0;
}
