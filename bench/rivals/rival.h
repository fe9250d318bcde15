/* The frame of a native rival: reads rows×columns doubles, runs `kernel` four times, prints the median of the last three as JSON. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void kernel(const double *x, int rows, int columns, double *digest);

static double cpu_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void *room(size_t count) {
  void *p = NULL;
  if (posix_memalign(&p, 64, (count + 8) * sizeof(double))) exit(1);
  memset(p, 0, (count + 8) * sizeof(double));
  return p;
}

int main(int argc, char **argv) {
  int rows = atoi(argv[2]), columns = atoi(argv[3]);
  double *x = room((size_t)rows * columns);
  FILE *file = fopen(argv[1], "rb");
  if (argc < 4 || !file || fread(x, sizeof(double), (size_t)rows * columns, file) != (size_t)rows * columns) return 1;
  double digest[3], ms[4];
  for (int run = 0; run < 4; run++) {
    double from = cpu_ms();
    kernel(x, rows, columns, digest);
    ms[run] = cpu_ms() - from;
  }
  double low = fmin(ms[1], ms[2]), high = fmax(ms[1], ms[2]);
  printf("{\"ms\":%.6f,\"digest\":[%.17g,%.17g,%.17g]}\n", fmax(low, fmin(high, ms[3])), digest[0], digest[1], digest[2]);
  return 0;
}
