"""The driver's own function, timed by hand. Every line on stdin computes all sequences one after another, without
fibtui, and prints the shortest of their times and of their CPU times, in nanoseconds. With `trim` free memory
goes back to the system before each, off the clock, where it does before a task."""

import runpy
import sys
import time


def main():
    file, workload, size, tasks, *trim = sys.argv[1:]
    driver = runpy.run_path(file)
    kernel = driver["WORKLOADS"][workload]
    for _ in sys.stdin:
        times, on_cpu = [], []
        for _ in range(int(tasks)):
            work = None
            work = driver["sequence"](workload, int(size)) if trim else kernel(int(size))
            cpu = time.process_time_ns()
            start = time.perf_counter_ns()
            for _ in work.compute():
                pass
            times.append(time.perf_counter_ns() - start)
            on_cpu.append(time.process_time_ns() - cpu)
        print(min(times), min(on_cpu), flush=True)


main()
