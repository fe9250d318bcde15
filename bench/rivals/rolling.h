/* Sliding sums of products of the last `window` rows, computed anew every 256 rows, as in src/math/sliding-correlation.ts. */
typedef struct {
  int n, window, steps;
  double *shift, *first, *second, *enter, *leave, *inverse;
} Rolling;

static Rolling rolling_make(int n, int window) {
  Rolling s = {n, window, 256, room(n), room(n), room((size_t)n * n), room(n), room(n), room(n)};
  return s;
}

static void rolling_free(Rolling *s) {
  free(s->shift), free(s->first), free(s->second), free(s->enter), free(s->leave), free(s->inverse);
}

static void rolling_step(Rolling *s, const double *x, int t) {
  int n = s->n;
  double *restrict enter = s->enter, *restrict leave = s->leave, *restrict first = s->first, *restrict shift = s->shift;
  if (s->steps < 256) {
    const double *now = x + (size_t)t * n, *gone = x + (size_t)(t - s->window) * n;
    for (int i = 0; i < n; i++) {
      enter[i] = now[i] - shift[i];
      leave[i] = gone[i] - shift[i];
      first[i] += enter[i] - leave[i];
    }
    for (int i = 0; i < n; i++) {
      double e = enter[i], l = leave[i], *restrict row = s->second + (size_t)i * n;
      for (int j = 0; j <= i; j++) row[j] += e * enter[j] - l * leave[j];
    }
    s->steps++;
    return;
  }
  memset(shift, 0, n * sizeof(double));
  memset(first, 0, n * sizeof(double));
  memset(s->second, 0, (size_t)n * n * sizeof(double));
  for (int r = t - s->window + 1; r <= t; r++)
    for (int i = 0; i < n; i++) shift[i] += x[(size_t)r * n + i] / s->window;
  for (int r = t - s->window + 1; r <= t; r++) {
    for (int i = 0; i < n; i++) enter[i] = x[(size_t)r * n + i] - shift[i], first[i] += enter[i];
    for (int i = 0; i < n; i++)
      for (int j = 0; j <= i; j++) s->second[(size_t)i * n + j] += enter[i] * enter[j];
  }
  s->steps = 0;
}

/* The whole n×n correlation matrix of the window. */
static void rolling_correlation(Rolling *s, double *restrict out) {
  int n = s->n;
  double scale = 1.0 / s->window, *restrict inverse = s->inverse, *restrict first = s->first;
  for (int i = 0; i < n; i++) inverse[i] = 1 / sqrt(s->second[(size_t)i * n + i] - first[i] * scale * first[i]);
  for (int i = 0; i < n; i++) {
    double m = first[i] * scale, own = inverse[i], *restrict from = s->second + (size_t)i * n, *restrict row = out + (size_t)i * n;
    for (int j = 0; j < i; j++) row[j] = fmax(-1, fmin(1, (from[j] - m * first[j]) * own * inverse[j]));
    row[i] = 1;
  }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++) out[(size_t)j * n + i] = out[(size_t)i * n + j];
}
