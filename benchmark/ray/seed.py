"""The seed's local run. Every line on stdin computes all sequences one after another, each as a complete list, and
prints nanoseconds and the last sequence's last term modulo 2**64."""

import sys
import time


def fibonacci(n):
    sequence = [0, 1]
    while len(sequence) < n:
        sequence.append(sequence[-1] + sequence[-2])
    return sequence


def main():
    n, tasks = map(int, sys.argv[1:])
    # Warm up, like the other engines.
    fibonacci(n)
    for _ in sys.stdin:
        start = time.perf_counter_ns()
        for _ in range(tasks):
            last = fibonacci(n)[-1]
        elapsed = time.perf_counter_ns() - start
        print(elapsed, format(last % 2**64, "016x"), flush=True)


main()
