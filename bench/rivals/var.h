/* Row-normalised generalised forecast-error shares: blocks n×n·lag, sigma n×n, as in forecast-error-shares.ts. */
static void error_shares(int n, int lag, int horizon, const double *restrict blocks, const double *restrict sigma, double *restrict responses, double *restrict out) {
  int size = n * n;
  double *last = responses + (size_t)(horizon - 1) * size;
  for (int k = 0; k < size; k++) last[k] = sigma[k], out[k] = sigma[k] * sigma[k];
  for (int h = 1; h < horizon; h++) {
    double *into = last - (size_t)h * size, *below = into + size;
    int depth = n * (h < lag ? h : lag);
    for (int i = 0; i < n; i++) {
      double *restrict row = into + i * n;
      for (int j = 0; j < n; j++) row[j] = 0;
      for (int k = 0; k < depth; k++) {
        double f = blocks[i * n * lag + k];
        for (int j = 0; j < n; j++) row[j] += f * below[k * n + j];
      }
    }
    for (int k = 0; k < size; k++) out[k] += into[k] * into[k];
  }
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (int j = 0; j < n; j++) out[i * n + j] /= sigma[j * n + j], sum += out[i * n + j];
    for (int j = 0; j < n; j++) out[i * n + j] /= sum;
  }
}

static double total_share(const double *shares, int n) {
  double own = 0;
  for (int i = 0; i < n; i++) own += shares[i * n + i];
  return 1 - own / n;
}
