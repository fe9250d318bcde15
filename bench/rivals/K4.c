#include "rival.h"
#include "var.h"

enum { LAG = 2, HORIZON = 10, WINDOW = 200 };

static void row_of(const double *x, int n, int t, const double *level, double *v) {
  v[0] = 1;
  for (int l = 1; l <= LAG; l++)
    for (int i = 0; i < n; i++) v[1 + (l - 1) * n + i] = x[(size_t)(t - l) * n + i] - level[i];
  for (int i = 0; i < n; i++) v[1 + LAG * n + i] = x[(size_t)t * n + i] - level[i];
}

static void add(double *restrict sums, const double *restrict v, int width, double sign) {
  for (int i = 0; i < width; i++) {
    double own = sign * v[i], *restrict row = sums + (size_t)i * width;
    for (int j = 0; j <= i; j++) row[j] += own * v[j];
  }
}

void kernel(const double *x, int rows, int n, double *digest) {
  int width = 1 + n * (LAG + 1), many = n * LAG, corner = 1 + many;
  double *level = room(n), *v = room(width), *sums = room((size_t)width * width), *l = room((size_t)width * width);
  double *blocks = room((size_t)n * many), *sigma = room((size_t)n * n), *responses = room((size_t)(HORIZON + LAG) * n * n), *out = room((size_t)n * n);
  memset(digest, 0, 3 * sizeof(double));
  for (int t = WINDOW - 1, steps = 128; t < rows; t++, steps++) {
    int from = t - WINDOW + 1;
    if (steps >= 128) {
      memset(level, 0, n * sizeof(double));
      memset(sums, 0, (size_t)width * width * sizeof(double));
      for (int s = from; s <= t; s++) for (int i = 0; i < n; i++) level[i] += x[(size_t)s * n + i] / WINDOW;
      for (int s = from + LAG; s <= t; s++) row_of(x, n, s, level, v), add(sums, v, width, 1);
      steps = 0;
    } else {
      row_of(x, n, t, level, v), add(sums, v, width, 1);
      row_of(x, n, from - 1 + LAG, level, v), add(sums, v, width, -1);
    }
    for (int i = 0; i < width; i++) {
      double *restrict row = l + (size_t)i * width;
      for (int j = 0; j <= i; j++) {
        double sum = sums[(size_t)i * width + j], *restrict other = l + (size_t)j * width;
        for (int k = 0; k < j; k++) sum -= row[k] * other[k];
        row[j] = i == j ? sqrt(sum) : sum / other[j];
      }
    }
    for (int i = 0; i < n; i++) {
      double *restrict b = blocks + (size_t)i * many;
      memcpy(b, l + (size_t)(corner + i) * width + 1, many * sizeof(double));
      for (int k = many - 1; k >= 0; k--) {
        double *restrict row = l + (size_t)(k + 1) * width + 1, value = b[k] / row[k];
        b[k] = value;
        for (int j = 0; j < k; j++) b[j] -= value * row[j];
      }
      for (int j = 0; j <= i; j++) {
        double sum = 0, *a = l + (size_t)(corner + i) * width + corner, *c = l + (size_t)(corner + j) * width + corner;
        for (int k = 0; k <= j; k++) sum += a[k] * c[k];
        sigma[i * n + j] = sigma[j * n + i] = sum;
      }
    }
    error_shares(n, LAG, HORIZON, blocks, sigma, responses, out);
    double total = total_share(out, n);
    digest[0] += total;
    digest[1] += t % 2 ? total : -total;
    digest[2] = total;
  }
  free(level), free(v), free(sums), free(l), free(blocks), free(sigma), free(responses), free(out);
}
