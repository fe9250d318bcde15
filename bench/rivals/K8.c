#include <stdint.h>
#include "rival.h"

/* The cascade of src/simulation/book-cascade.ts: same random numbers (sfc32, ziggurat of 256 boxes and 52 bits), one comparison a step while
   nothing is triggered. Columns: longs, shorts, drift (first 288 rows). */
enum { STEPS = 288, PATHS = 10000, SEED = 7, BOXES = 256 };
static const double VOLATILITY = 0.0015, IMPACT = 6e-7, DECAY = 0.99, BIN = 1e-4, TAIL = 3.6541528853610088, AREA = 0.0049286732339746545;

typedef struct { uint32_t a, b, c, d; } sfc32;
typedef struct { double lowest, highest, final, sold, bought; int step; } result;
static double width[BOXES], inner[BOXES], height[BOXES];

static double curve(double x) { return exp(-x * x / 2); }

static void ziggurat(void) {
  double base = AREA / curve(TAIL), outer = TAIL;
  inner[0] = TAIL / base * 0x1p52, width[0] = base / 0x1p52, height[0] = 1;
  width[BOXES - 1] = TAIL / 0x1p52, height[BOXES - 1] = curve(TAIL);
  for (int i = BOXES - 2; i >= 1; i--) {
    double x = sqrt(-2 * log(AREA / outer + curve(outer)));
    inner[i + 1] = x / outer * 0x1p52, width[i] = x / 0x1p52, height[i] = curve(x);
    outer = x;
  }
}

static inline uint32_t bits(sfc32 *s) {
  uint32_t sum = s->a + s->b + s->d++;
  s->a = s->b ^ s->b >> 9;
  s->b = s->c + (s->c << 3);
  s->c = (s->c << 21 | s->c >> 11) + sum;
  return sum;
}

static double uniform(sfc32 *s) {
  double high = bits(s) >> 5;
  return (high * 0x1p26 + (bits(s) >> 6)) * 0x1p-53;
}

static double exponential(sfc32 *s) { return -log1p(-uniform(s)); }

static double tail(sfc32 *s) {
  for (;;) {
    double x = exponential(s) / TAIL;
    if (2 * exponential(s) >= x * x) return TAIL + x;
  }
}

static inline double normal(sfc32 *s) {
  for (;;) {
    uint32_t low = bits(s), box = low & 255;
    double u = (double)(int64_t)((uint64_t)bits(s) << 20 | low >> 12), sign = 1 - (int)(low >> 7 & 2), x = u * width[box];
    if (__builtin_expect(u < inner[box], 1)) return sign * x;
    if (!box) return sign * tail(s);
    if (height[box] + uniform(s) * (height[box - 1] - height[box]) < curve(x)) return sign * x;
  }
}

static inline double push(double q) { return copysign(IMPACT * sqrt(fabs(q)), q); }

static result walk(const double *longs, const double *shorts, const double *drift, int n, double volatility, uint32_t path) {
  sfc32 s = {SEED, path, 0, 1};
  for (int i = 0; i < 20; i++) bits(&s);
  double f = 0, y = 0, q = 0, bin = 1 / BIN, fall = n ? -1 : -INFINITY, rise = n ? 1 : INFINITY;
  int fallen = 0, risen = 0;
  result r = {.step = -1};
  for (int t = 0; t < STEPS; t++) {
    f += drift[t] + volatility * normal(&s);
    q *= DECAY;
    y = f - push(q);
    while (y * bin <= fall) {
      int level = (int)fmin(n, -y * bin);
      q += longs[level] - longs[fallen];
      fallen = level;
      fall = level < n ? -level - 1 : -1e300;
      y = f - push(q);
    }
    while (y * bin >= rise) {
      int level = (int)fmin(n, y * bin);
      q -= shorts[level] - shorts[risen];
      risen = level;
      rise = level < n ? level + 1 : 1e300;
      y = f - push(q);
    }
    if (y < r.lowest) r.lowest = y, r.step = t;
    if (y > r.highest) r.highest = y;
  }
  r.final = y, r.sold = longs[fallen], r.bought = shorts[risen];
  return r;
}

void kernel(const double *x, int rows, int columns, double *digest) {
  double *longs = room(rows), *shorts = room(rows), *drift = room(rows);
  for (int j = 0; j < rows; j++) longs[j] = x[j * columns], shorts[j] = x[j * columns + 1], drift[j] = x[j * columns + 2];
  ziggurat();
  result *found = malloc(PATHS * sizeof(result));
  for (int p = 0; p < PATHS; p++) found[p] = walk(longs, shorts, drift, rows - 1, VOLATILITY, p);
  digest[0] = digest[1] = 0;
  for (int p = 0; p < PATHS; p++) digest[0] += found[p].lowest / PATHS, digest[1] += found[p].sold / PATHS;
  digest[2] = walk(longs, shorts, drift, rows - 1, 0, 0).lowest;
  free(longs), free(shorts), free(drift), free(found);
}
