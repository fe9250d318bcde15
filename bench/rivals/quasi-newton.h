/* BFGS with a strong Wolfe line search, step for step that of src/math/bfgs.ts and src/math/line-search.ts (Nocedal & Wright 2006, algorithms 6.1, 3.5 and 3.6). */

enum { MOST = 4 };

/* −ℓ at x, BARRED where it has none; the gradient into g by those that have one, which then return it with every value. */
typedef double (*objective)(const void *data, const double *x, double *g);

static const double BARRED = 1e300;

typedef struct {
  objective f;
  const void *data;
  int n, analytic;
} problem;

typedef struct {
  double x[MOST], g[MOST], value, step, slope;
  int known;
} point;

static double inner(const double *a, const double *b, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

static double value_at(problem *p, const double *x, double *g) {
  return p->f(p->data, x, g);
}

/* The gradient, worked out when first asked for: central differences where the objective has none of its own. */
static void gradient_of(problem *p, point *at) {
  if (at->known) return;
  double x[MOST];
  memcpy(x, at->x, sizeof x);
  for (int i = 0; i < p->n; i++) {
    double h = 6.0554544523933395e-06 * fmax(fabs(at->x[i]), 0.1), up, down;
    x[i] = at->x[i] + h, up = value_at(p, x, NULL);
    x[i] = at->x[i] - h, down = value_at(p, x, NULL);
    x[i] = at->x[i];
    at->g[i] = (up - down) / (2 * h);
  }
  at->known = 1;
}

static double slope_of(problem *p, point *at, const double *direction) {
  gradient_of(p, at);
  return inner(at->g, direction, p->n);
}

static point along(problem *p, const point *from, const double *direction, double step) {
  point to = {.step = step};
  for (int i = 0; i < p->n; i++) to.x[i] = from->x[i] + step * direction[i];
  to.value = value_at(p, to.x, p->analytic ? to.g : NULL);
  to.known = p->analytic && to.value < BARRED;
  return to;
}

static int decreases(const point *trial, const point *start, double slope) {
  return trial->value < BARRED && trial->value <= start->value + 1e-4 * trial->step * slope;
}

static int zoom(problem *p, const point *start, double slope, const double *d, point low, point high, point *found) {
  for (int round = 0; round < 60; round++) {
    double low_slope = low.step == 0 ? slope : slope_of(p, &low, d), width = high.step - low.step;
    double share = -low_slope * width / (2 * (high.value - low.value - low_slope * width));
    double step = low.step + (share > 0 && share < 1 ? fmin(0.9, fmax(0.1, share)) : 0.5) * width;
    if (step == low.step || step == high.step) break;
    point trial = along(p, start, d, step);
    if (!decreases(&trial, start, slope) || trial.value >= low.value) {
      high = trial;
      continue;
    }
    double s = slope_of(p, &trial, d);
    if (fabs(s) <= -0.9 * slope) return *found = trial, 1;
    if (s * (high.step - low.step) >= 0) high = low;
    low = trial;
  }
  *found = low;
  return low.step != 0;
}

static int line_search(problem *p, const point *start, double slope, const double *d, double step, point *found) {
  point low = *start;
  low.step = 0;
  for (int round = 0; round < 40; round++) {
    point trial = along(p, start, d, step);
    if (!decreases(&trial, start, slope) || (round && trial.value >= low.value)) return zoom(p, start, slope, d, low, trial, found);
    double s = slope_of(p, &trial, d);
    if (fabs(s) <= -0.9 * slope) return *found = trial, 1;
    if (s >= 0) return zoom(p, start, slope, d, trial, low, found);
    low = trial;
    step *= 3;
  }
  return *found = low, 1;
}

static double scaled_gradient(problem *p, point *at) {
  double most = 0;
  gradient_of(p, at);
  for (int i = 0; i < p->n; i++) most = fmax(most, fabs(at->g[i]) * fmax(fabs(at->x[i]), 1) / fmax(fabs(at->value), 1));
  return most;
}

static void identity(double *h, int n, double scale) {
  for (int i = 0; i < n * n; i++) h[i] = i % (n + 1) ? 0 : scale;
}

static point bfgs(problem *p, const double *x0, double tolerance) {
  int n = p->n, fresh = 1;
  double h[MOST * MOST], zero[MOST] = {0};
  point origin = {0};
  memcpy(origin.x, x0, n * sizeof(double));
  point at = along(p, &origin, zero, 0);
  identity(h, n, 1);
  for (int iteration = 0; iteration < 500 && scaled_gradient(p, &at) > tolerance;) {
    double d[MOST], size = 0;
    for (int i = 0; i < n; i++) d[i] = -inner(h + i * n, at.g, n), size += fabs(d[i]);
    double slope = inner(at.g, d, n);
    point next;
    if (slope >= 0 || !line_search(p, &at, slope, d, fresh ? fmin(1, 1 / size) : 1, &next)) {
      if (fresh) break;
      identity(h, n, 1);
      fresh = 1;
      continue;
    }
    iteration++;
    gradient_of(p, &next);
    double s[MOST], y[MOST], hy[MOST];
    for (int i = 0; i < n; i++) s[i] = next.x[i] - at.x[i], y[i] = next.g[i] - at.g[i];
    at = next;
    double sy = inner(s, y, n), yy = inner(y, y, n);
    if (sy <= 2.220446049250313e-16 * sqrt(inner(s, s, n) * yy)) continue;
    if (fresh) identity(h, n, sy / yy);
    fresh = 0;
    for (int i = 0; i < n; i++) hy[i] = inner(h + i * n, y, n);
    double weight = (1 + inner(y, hy, n) / sy) / sy;
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) h[i * n + j] += weight * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
  }
  return at;
}
