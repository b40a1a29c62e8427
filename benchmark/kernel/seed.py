"""The seed's function. Every line on stdin runs it once and prints nanoseconds and the last term modulo 2**64."""

import sys
import time


def fibonacci(n):
    sequence = [0, 1]
    while len(sequence) < n:
        sequence.append(sequence[-1] + sequence[-2])
    return sequence


def main():
    n = int(sys.argv[1])
    for _ in sys.stdin:
        start = time.perf_counter_ns()
        sequence = fibonacci(n)
        elapsed = time.perf_counter_ns() - start
        print(elapsed, format(sequence[-1] % 2**64, "016x"), flush=True)
        del sequence


main()
