"""The seed's local run. A line on stdin makes it once: so many sequences one after another, each of them kept until it
is whole; it prints nanoseconds and the last sequence's last term modulo 2**64."""

import sys
import time


def fibonacci(n):
    sequence = [0, 1]
    while len(sequence) < n:
        sequence.append(sequence[-1] + sequence[-2])
    return sequence


def main():
    n, tasks = map(int, sys.argv[1:])
    # The engines beside it are warm, too.
    fibonacci(n)
    for _ in sys.stdin:
        start = time.perf_counter_ns()
        for _ in range(tasks):
            last = fibonacci(n)[-1]
        elapsed = time.perf_counter_ns() - start
        print(elapsed, format(last % 2**64, "016x"), flush=True)


main()
