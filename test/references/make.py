"""Makes references.json: the results that fibtui's statistics must give, from independent implementations.

    python3 -m venv /tmp/references
    /tmp/references/bin/pip install -r test/references/requirements.txt
    /tmp/references/bin/python test/references/make.py

The interval of a median comes from SciPy's quantile test, its coverage from SciPy's binomial distribution. Medians come
from Python's statistics module, and the scale for outliers is statsmodels' MAD. Plain formulas (speed-up, Karp-Flatt,
the budget of a pass and the POP product) are computed from their definitions in exact fractions. The random numbers are
seeded, so the file is the same every time.
"""

import json
import math
import platform
import random
import statistics
from fractions import Fraction
from pathlib import Path

import numpy
import scipy
import statsmodels
from scipy.stats import binom, quantile_test
from statsmodels.robust.scale import mad

MOST_SAMPLES = 50
FEWEST_REPEATS = 5
CONFIDENCE = 0.95
SAME_FROM, SAME_TO = 0.95, 1.05
OUTLIER_SCORE = 3.5
NORMAL_CONSISTENCY = 1.4826

randomness = random.Random(20261123)


def noisy(count, noise=0.3):
    return [round(100 * randomness.lognormvariate(0, noise), 3) for _ in range(count)]


def interval_of(samples):
    """The interval of the median, and its coverage if there are enough samples for a claim."""
    count = len(samples)
    if count < FEWEST_REPEATS:
        return {"low": min(samples), "high": max(samples)}

    low, high = bounds_of(samples)
    rank, _ = bounds_of(range(1, count + 1))
    return {"low": low, "high": high, "coverage": float(1 - 2 * binom.cdf(rank - 1, count, 0.5))}


def bounds_of(samples):
    """The bounds of the interval. With five samples none covers 95 %, so it is the whole range."""
    found = quantile_test(samples, q=0, p=0.5).confidence_interval(confidence_level=CONFIDENCE)
    return (min(samples), max(samples)) if math.isnan(found.low) else (float(found.low), float(found.high))


def outliers_of(samples):
    """Indices of the samples with a modified z-score above 3.5."""
    if len(samples) < FEWEST_REPEATS:
        return []

    values = numpy.array(samples)
    scale = mad(values, c=1 / NORMAL_CONSISTENCY)
    with numpy.errstate(divide="ignore", invalid="ignore"):
        scores = numpy.abs(values - numpy.median(values)) / scale
    return [int(index) for index in numpy.flatnonzero(scores > OUTLIER_SCORE)]


def ranks():
    """The ranks of the interval and its coverage, for every number of samples."""
    return [{"count": count, **interval_of(list(range(1, count + 1)))} for count in range(1, MOST_SAMPLES + 1)]


def sets_of_samples():
    """Random samples of every number, then edge cases: ties, no deviation at all, values far off."""
    random_sets = [noisy(count, noise) for count in range(1, MOST_SAMPLES + 1) for noise in (0.02, 0.8)]
    edges = [
        [5, 5, 5, 5, 5],
        [5, 5, 5, 5, 5.001],
        [5, 5, 5, 5, 5, 4.999, 5],
        [1, 2, 2, 2, 2, 2, 9],
        [1, 1, 1, 2, 2, 2],
        [0.001, 0.002, 0.001, 0.003, 1000],
        [8, 9, 10, 11, 15.189],
        [8, 9, 10, 11, 15.1892],
        [-3, -1, 0, 1, 300, 2],
        [1e-6, 1e6, 1e-6, 1e6, 1e6, 1e6, 1e-6],
    ]
    return [
        {
            "samples": samples,
            "median": float(statistics.median(samples)),
            **interval_of(samples),
            "outliers": outliers_of(samples),
        }
        for samples in random_sets + edges
    ]


def exactly(value):
    """The decimal as written, not the nearest binary number."""
    return Fraction(str(value))


def speedup_of(reference, walls):
    """The lower median of the rounds' ratios, its interval, and the outcome of the comparison."""
    ratios = [exactly(one) / exactly(other) for one, other in zip(reference, walls)]
    value = statistics.median_low(ratios)
    interval = interval_of([float(ratio) for ratio in ratios])
    low, high = interval["low"], interval["high"]
    if len(walls) < FEWEST_REPEATS:
        outcome = "too-few-rounds"
    elif not low <= 1 <= high and abs(value - 1) > Fraction(2, 100):
        outcome = "faster" if value > 1 else "slower"
    else:
        outcome = "same" if low >= SAME_FROM and high <= SAME_TO else "undecided"
    return {**interval, "value": float(value), "round": ratios.index(value), "outcome": outcome}


def speedups():
    """Odd and even numbers of rounds of two cases, the second faster by a random factor."""
    cases = []
    for count in range(1, MOST_SAMPLES + 1):
        factor = randomness.choice([0.5, 0.97, 1, 1, 1.01, 1.1, 3.7])
        walls = noisy(count, 0.05)
        noise = randomness.choice([0.005, 0.02, 0.1])
        reference = [round(wall * factor * randomness.lognormvariate(0, noise), 3) for wall in walls]
        cases.append({"reference": reference, "walls": walls, **speedup_of(reference, walls)})
    return cases


def scalings():
    """Parallel efficiency and Karp-Flatt's serial fraction of speed-ups on several numbers of workers."""
    cases = []
    for workers in (1, 2, 3, 4, 7, 8, 16, 64, 128, 1000):
        for value in (0.25, 0.9, 1, 1.7, workers / 2, workers * 0.99, workers, workers * 1.2):
            s, p = Fraction(value), Fraction(workers)
            holds = workers > 1 and 1 <= s <= p
            serial = {"karpFlatt": float((1 / s - 1 / p) / (1 - 1 / p))} if holds else {}
            cases.append({"value": value, "workers": workers, "efficiency": float(s / p), **serial})
    return cases


FIELDS = ("worker", "start", "end", "onCpu", "waiting", "blocked")


def thousandths(most):
    return randomness.randrange(int(most * 1000) + 1)


def random_pass(workers, tasks, task):
    """A pass with times in whole thousandths of a millisecond. Some workers may get no task."""
    spans = []
    free = [thousandths(2) for _ in range(workers)]
    for _ in range(tasks):
        worker = randomness.choice([free.index(min(free)), free.index(min(free)), randomness.randrange(workers)])
        start = free[worker] + thousandths(0.1)
        on_cpu, waiting, blocked = thousandths(task) + 1, thousandths(task / 10), thousandths(task / 20)
        end = start + on_cpu + waiting + blocked
        free[worker] = end
        spans.append((worker, start, end, on_cpu, waiting, blocked))
    return {"wall": max(end for _, _, end, *_ in spans) + thousandths(1), "spans": spans}


def outside_tasks(workers, timed):
    """A pass's core-time before the first task of each worker, between two tasks, and after the last one."""
    begin, end_of, used = {}, {}, dict.fromkeys(range(workers), 0)
    for worker, start, end, *_ in timed["spans"]:
        begin[worker] = min(start, begin.get(worker, start))
        end_of[worker] = max(end, end_of.get(worker, end))
        used[worker] += end - start
    outside = {
        "handing out": sum(begin.values()),
        "between two tasks": sum(end_of[worker] - begin[worker] - used[worker] for worker in begin),
        "idle at the end": sum(timed["wall"] - end_of.get(worker, 0) for worker in range(workers)),
    }
    return outside, used


def ceiling_of(workers, tasks, cpus):
    return min(cpus, tasks) if workers > cpus else Fraction(tasks, math.ceil(tasks / workers))


def shifted(parts, time, names, last):
    """Takes the time out of the named parts, none below zero by it, and the rest out of the last one."""
    for name in names:
        taken = min(time, max(0, parts[name]))
        parts[name] -= taken
        time -= taken
    parts[last] -= time


def account_of(workers, cpus, pool, local):
    """Where the workers were and the POP product by their definitions, from times in whole thousandths."""
    wall, work = pool["wall"], local["wall"]
    outside, used = outside_tasks(workers, pool)
    alone, _ = outside_tasks(1, local)
    parts = {
        name: Fraction(sum(span[place] for span in pool["spans"]) - sum(span[place] for span in local["spans"]))
        for place, name in ((3, "slower side by side"), (4, "waiting for a CPU"), (5, "blocked"))
    } | {name: Fraction(outside[name] - alone[name]) for name in outside}
    at_once = min(workers, cpus)
    crowding = (workers - at_once) * wall
    rest = (at_once - ceiling_of(workers, len(pool["spans"]), cpus)) * wall
    inflation = ["waiting for a CPU", "blocked"]
    after = ["idle at the end", "between two tasks", "handing out"]
    shifted(parts, crowding, inflation + after, "waiting for a CPU")
    shifted(parts, rest, ["idle at the end", "waiting for a CPU"], "waiting for a CPU")
    parts |= {"more workers than CPUs": crowding, "tasks that do not divide": rest}
    if work + sum(parts.values()) != workers * wall:
        raise ArithmeticError("The parts are not the whole.")
    useful = sum(end - start for _, start, end, *_ in local["spans"])
    busy, most = sum(used.values()), max(used.values())
    pop = {
        "efficiency": Fraction(work, workers * wall),
        "computationScaling": Fraction(useful, busy),
        "loadBalance": Fraction(busy, workers) / most,
        "orchestration": Fraction(most, wall),
        "localOverhead": Fraction(work, useful),
    }
    if math.prod(share for name, share in pop.items() if name != "efficiency") != pop["efficiency"]:
        raise ArithmeticError("The factors are not the product.")
    total = Fraction(workers * wall)
    return (
        {
            name: {
                "coreTime": float(time / 1000),
                "workers": float(time / wall),
                # Absent if nothing would be left of the pass.
                **({"without": float(Fraction(work * workers) / (total - time))} if time < total else {}),
            }
            for name, time in parts.items()
        },
        {name: float(share) for name, share in pop.items()},
    )


def in_milliseconds(timed):
    return {
        "wall": timed["wall"] / 1000,
        "spans": [[worker, *(time / 1000 for time in times)] for worker, *times in timed["spans"]],
    }


def budgets():
    """
    Passes on 1 to 16 workers, some with fewer tasks than workers, some with more workers than CPUs, some with tasks
    that run faster side by side.
    """
    cases = []
    for workers, tasks in ((1, 1), (1, 6), (2, 1), (2, 2), (2, 9), (3, 7), (4, 4), (4, 13), (8, 3), (8, 16), (16, 20)):
        for task in (0.5, 20):
            pool, local = random_pass(workers, tasks, task), random_pass(1, tasks, 20)
            cpus = randomness.choice([Fraction(1), Fraction(3, 2), Fraction(2), Fraction(workers), Fraction(16)])
            parts, pop = account_of(workers, cpus, pool, local)
            case = {"pool": in_milliseconds(pool), "local": in_milliseconds(local)}
            cases.append({"workers": workers, "cpus": float(cpus), **case, "parts": parts, "pop": pop})
    return cases


def written(value):
    """JSON with one case per line, so that diffs are readable."""
    sections = []
    for name, content in value.items():
        rows = ",\n    ".join(json.dumps(row) for row in content) if isinstance(content, list) else ""
        sections.append(f'  "{name}": ' + (f"[\n    {rows}\n  ]" if rows else json.dumps(content)))
    return "{\n" + ",\n".join(sections) + "\n}\n"


if __name__ == "__main__":
    made = {
        "python": platform.python_version(),
        "scipy": scipy.__version__,
        "statsmodels": statsmodels.__version__,
    }
    references = {
        "by": made,
        "ranks": ranks(),
        "samples": sets_of_samples(),
        "speedups": speedups(),
        "scalings": scalings(),
        "spanFields": list(FIELDS),
        "budgets": budgets(),
    }
    Path(__file__).with_name("references.json").write_text(written(references), encoding="utf-8")
