// The same work in C with GMP's assembler: rows one after another in an arena that is reused. Every line on stdin runs
// it once and prints nanoseconds and the last term modulo 2^64.
#include <gmp.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

// Writes n >= 2 terms of 64-bit limbs, each as long as necessary, and returns the last.
static mp_limb_t *fibonacci(mp_limb_t *arena, long n) {
  mp_limb_t *older = arena, *newer = arena + 1;
  mp_size_t older_size = 1, newer_size = 1;
  *older = 0;
  *newer = 1;
  for (long term = 2; term < n; term++) {
    mp_limb_t *next = newer + newer_size;
    mp_limb_t carry = older_size == newer_size
                          ? mpn_add_n(next, newer, older, newer_size)
                          : mpn_add(next, newer, newer_size, older, older_size);
    mp_size_t size = newer_size;
    if (carry) next[size++] = carry;
    older = newer, older_size = newer_size;
    newer = next, newer_size = size;
  }
  return newer;
}

int main(int count, char **arguments) {
  long n = count > 1 ? atol(arguments[1]) : 0;
  // n rows that grow by log2(golden ratio) bits, plus a limb each for rounding.
  size_t limbs = (size_t)(0.69425 / 128 * n * n) + 2 * n;
  mp_limb_t *arena = malloc(limbs * sizeof(mp_limb_t));
  char line[16];
  while (arena && fgets(line, sizeof line, stdin)) {
    int64_t start = now();
    mp_limb_t *last = fibonacci(arena, n);
    int64_t elapsed = now() - start;
    printf("%" PRId64 " %016" PRIx64 "\n", elapsed, (uint64_t)*last);
    fflush(stdout);
  }
}
