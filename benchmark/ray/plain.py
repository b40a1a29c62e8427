"""Plain Ray, without fibtui's driver: how long so many trivial tasks take, one Ray task each.

Prints the seconds from the first submission to the last answer, with the workers started before.
"""

import sys
import time

import ray


@ray.remote
def last_term(size):
    older, newer = 1, 0
    for _ in range(size - 1):
        older, newer = newer, older + newer
    return newer


size, tasks = map(int, sys.argv[1:])
ray.init(address="auto", log_to_driver=False, logging_level="ERROR")
# Starts the workers, off the clock.
ray.get([last_term.remote(size) for _ in range(100)])
start = time.perf_counter()
answers = ray.get([last_term.remote(size) for _ in range(tasks)])
print(time.perf_counter() - start)
assert len(answers) == tasks
