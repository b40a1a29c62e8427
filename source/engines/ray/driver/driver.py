"""The part of fibtui that runs on a Ray cluster: one Ray task for each sequence, and what they do told line by line.

A Ray job runs it as ``python -u fibtui_driver.py --nonce … --workload list --size 50000 --tasks 8 --serial 3
--deadline 600``. It needs the standard library and Ray 2.10 or newer, and keeps to the syntax of Python 3.8, since
it runs under whichever Python the cluster has.

Every event is a line ``@fibtui:<nonce> {json}`` in the job's log, where Ray and other libraries write too.

All times of an event are milliseconds on one clock, that of the driver: ``ts`` of every event, and ``startMs`` and
``endMs`` of a result (see `Clocks`). Between two of them lies a duration; the clock's zero means nothing elsewhere.
"""

import argparse
import json
import os
import platform
import re
import signal
import socket
import sys
import threading
import time
import traceback

PROTOCOL = 1
EXIT_CODES = {"ok": 0, "error": 1, "partial": 3, "deadline": 4, "stopped": 143}

# After so long without a line comes an empty one: whoever reads them knows that the driver lives.
SILENCE_S = 1.0

# Between two lines of progress.
PROGRESS_S = 0.1

# What all tasks together may tell in a second, so that following them costs the driver's machine little.
TOLD_PER_S = 200

# Tasks with Ray at once, for each CPU: no slower than all, while each costs time whenever the driver looks for news.
IN_LINE = 8

# Tasks in a line of progress, nodes in the line about the cluster: a line stays below 16 KB.
PROGRESS_TASKS = 500
LISTED_NODES = 80

WARM_UP_TASK_S = 0.2
WARM_UP_TICK_S = 0.02
WARM_UP_LIMIT_S = 15.0

MESSAGE_LENGTH = 500


# The work


DIGEST_MASK = 2**64 - 1
KEPT_MODULUS = 2**61 - 1
KEPT_SAMPLES = 64

# What making one more number costs beside adding its digits, in words of 64 bits added.
WORDS_PER_TERM = 60

# Each term adds log₂ φ = 0.6942 bits.
TERMS_PER_WORD = 64 / 0.6942

# Between two looks at the clock: some milliseconds.
SLICE_WORDS = 2**20


def slice_terms(index):
    """How many terms from `index` on make up a slice of the work."""
    return int(SLICE_WORDS / (index / TERMS_PER_WORD + WORDS_PER_TERM)) + 1


def share(index, size):
    """The share of the work that is done with `index` terms: adding costs time in proportion to the length."""
    return (index / size) ** 2 if size else 1.0


def digest_of(term):
    """A sequence's last term modulo 2⁶⁴."""
    return f"{term & DIGEST_MASK:016x}"


def kept_positions(size):
    """Where the terms of the kept sum stand: 64 of them, evenly spaced."""
    return [k * (size - 1) // (KEPT_SAMPLES - 1) for k in range(KEPT_SAMPLES)] if size else []


class List:
    """The seed's function: the list of the first numbers, all of them kept."""

    def __init__(self, size):
        self.size = size
        self.terms = [0, 1][:size]

    def compute(self):
        """Yields the number of terms after every slice."""
        while len(self.terms) < self.size:
            self._extend(min(self.size - len(self.terms), slice_terms(len(self.terms))))
            yield len(self.terms)

    def _extend(self, count):
        append = self.terms.append
        older, newer = self.terms[-2:]
        for _ in range(count):
            older, newer = newer, older + newer
            append(newer)

    def answer(self):
        """Read from the list: whoever kept nothing cannot answer."""
        kept = sum(self.terms[index] for index in kept_positions(self.size))
        # In digits: it may pass 2⁵³, from where on a number of JSON loses some.
        return {"digest": digest_of(self.terms[-1] if self.terms else 0), "kept": str(kept % KEPT_MODULUS)}


class Pair:
    """The rolling form: the last two numbers alone are kept."""

    def __init__(self, size):
        self.size = size
        # F(-1) and F(0): so one rule makes every term.
        self.older, self.newer = 1, 0
        self.count = min(size, 1)

    def compute(self):
        """Yields the number of terms after every slice."""
        while self.count < self.size:
            self._roll(min(self.size - self.count, slice_terms(self.count)))
            yield self.count

    def _roll(self, count):
        older, newer = self.older, self.newer
        for _ in range(count):
            older, newer = newer, older + newer
        self.older, self.newer = older, newer
        self.count += count

    def answer(self):
        return {"digest": digest_of(self.newer)}


WORKLOADS = {"list": List, "pair": Pair}


# What runs in Ray's workers: streams, since what a task yields is at hand at once.


def whereabouts():
    """Where a task runs. Two nodes on one machine share address and name: `node` tells them apart."""
    import ray

    context = ray.get_runtime_context()
    return {
        "node": context.get_node_id(),
        "worker": context.get_worker_id(),
        "rayTask": context.get_task_id(),
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "nice": os.nice(0) if hasattr(os, "nice") else 0,
        "python": platform.python_version(),
    }


def run_sequence(workload, size, interval):
    """A task: tells where it starts, every `interval` seconds how far it is, and its answer.

    Its times are seconds of `perf_counter`, which all processes of a machine share.
    """
    yield {"started": whereabouts(), "at": time.perf_counter()}
    work = WORKLOADS[workload](size)
    cpu = time.process_time()
    start = told = time.perf_counter()
    for index in work.compute():
        now = time.perf_counter()
        if now - told >= interval:
            told = now
            yield {"share": share(index, size)}
    end = time.perf_counter()
    cpu = time.process_time() - cpu
    # The clock has stopped: looking through the list is no part of the work.
    yield {"answer": work.answer(), "start": start, "end": end, "cpu": cpu}


def run_serially(workload, size, count):
    """The same work in plain Python, one sequence after another on one CPU: yields what each took, in seconds."""
    for _ in range(count):
        work = WORKLOADS[workload](size)
        start = time.perf_counter()
        for _ in work.compute():
            pass
        yield time.perf_counter() - start


def warm_worker(duration, tick):
    """Holds a CPU, so that the next task needs another worker, and ticks, so that `Clocks` learns this one's clock."""
    node = whereabouts()["node"]
    end = time.perf_counter() + duration
    while time.perf_counter() < end:
        yield {"node": node, "at": time.perf_counter()}
        pause = time.perf_counter() + tick
        while time.perf_counter() < pause:
            pass


# What runs in the driver


class Teller:
    """Writes the events. Nothing follows `end`, and there is one `end`, whichever thread comes first."""

    def __init__(self, nonce, write):
        self._nonce = nonce
        self._write = write
        # A signal may come while its own thread holds the lock.
        self._lock = threading.RLock()
        self._began = time.time() * 1000 - time.perf_counter() * 1000
        self._seq = 0
        self._results = 0
        self._over = False
        self._last = time.perf_counter()

    def milliseconds(self, at):
        """A moment of `perf_counter` on the clock of the events: never set back, unlike the time of day."""
        return round(self._began + at * 1000, 3)

    def tell(self, event, **fields):
        """Whether the event was written."""
        with self._lock:
            if self._over:
                return False
            self._over = event == "end"
            self._results += event == "result"
            self._seq += 1
            self._last = time.perf_counter()
            stamp = {"v": PROTOCOL, "ev": event, "seq": self._seq, "ts": self.milliseconds(self._last)}
            body = json.dumps(dict(stamp, **fields), separators=(",", ":"))
            # In one piece: other writers append to the same file.
            self._write(f"@fibtui:{self._nonce} {body}\n".encode())
            return True

    def end(self, status, **fields):
        return self.tell("end", status=status, ok=self._results, **fields)

    def break_silence(self):
        if time.perf_counter() - self._last >= SILENCE_S:
            self.tell("progress", frac={})


class Progress:
    """Gathers how far the tasks are, so that all that changed is told in one line, ten times a second at most."""

    def __init__(self, teller):
        self._teller = teller
        self._changed = {}
        self._told = float("-inf")

    def note(self, task, done):
        self._changed[str(task)] = round(done, 4)

    def drop(self, task):
        self._changed.pop(str(task), None)

    def flush(self):
        if self._changed and time.perf_counter() - self._told >= PROGRESS_S:
            self._told = time.perf_counter()
            first = list(self._changed)[:PROGRESS_TASKS]
            self._teller.tell("progress", frac={task: self._changed.pop(task) for task in first})


class Clocks:
    """Sets the times of every node on the driver's clock.

    Clocks of two machines cannot be compared: only that nothing arrives before it was sent. So a node's clock is set
    by its quickest message of the warm-up, as if that one had taken no time. All times of a node are late by the same
    few milliseconds at most: durations and the order of tasks on a node are its own, and nothing moves afterwards.
    """

    def __init__(self):
        self._ahead = {}

    def learn(self, node, sent, arrived):
        self._ahead[node] = min(self._ahead.get(node, float("inf")), arrived - sent)

    def meet(self, node, sent, arrived):
        """Of a node that was not there for the warm-up, the first message must do."""
        self._ahead.setdefault(node, arrived - sent)

    def set(self, node, moment):
        return moment + self._ahead[node]


def ready_of(ray, streams, patience):
    """Those that have something to take, as soon as one has."""
    some, _ = ray.wait(list(streams), num_returns=1, timeout=patience)
    if not some:
        return []
    ready, _ = ray.wait(list(streams), num_returns=len(streams), timeout=0)
    return ready


def take(ray, stream):
    """The next of what a stream has, None at its end; raises the RayError that ended its task."""
    reference = next(stream, None)
    return None if reference is None else ray.get(reference)


def plain_error(error):
    """Class and first words of an error: of that in the task, where one was the cause."""
    cause = getattr(error, "cause", None)
    cause = cause if isinstance(cause, BaseException) else error
    return type(cause).__name__, str(cause).strip()[:MESSAGE_LENGTH]


class Wave:
    """The tasks on the clock."""

    def __init__(self, ray, teller, clocks, submit):
        self._ray = ray
        self._teller = teller
        self._clocks = clocks
        self._submit = submit
        self._progress = Progress(teller)
        self._streams = {}
        self._tasks = 0
        self.failures = 0

    def run(self, tasks, window):
        """At most `window` tasks are with Ray at once."""
        self._fill(tasks, window)
        self._teller.tell("submitted", tasks=tasks)
        while self._streams:
            for stream in ready_of(self._ray, self._streams, PROGRESS_S):
                self._follow(stream)
            self._progress.flush()
            self._fill(tasks, window)

    def _fill(self, tasks, window):
        while self._tasks < tasks and len(self._streams) < window:
            task = {"task": self._tasks, "submitted": time.perf_counter(), "node": None, "done": False}
            self._streams[self._submit()] = task
            self._tasks += 1

    def _follow(self, stream):
        task = self._streams[stream]
        try:
            news = take(self._ray, stream)
        except self._ray.exceptions.RayError as error:
            news = None
            task["error"] = plain_error(error)
        if news is None:
            del self._streams[stream]
            self._settle(task)
        elif "started" in news:
            self._start(task, news)
        elif "share" in news:
            self._progress.note(task["task"], news["share"])
        else:
            self._finish(task, news)

    def _start(self, task, news):
        place = news["started"]
        task["node"] = place["node"]
        self._clocks.meet(task["node"], news["at"], time.perf_counter())
        queued = self._clocks.set(task["node"], news["at"]) - task["submitted"]
        self._teller.tell("started", task=task["task"], queueMs=round(max(0.0, queued) * 1000, 3), **place)

    def _finish(self, task, news):
        task["done"] = True
        self._progress.drop(task["task"])
        self._teller.tell(
            "result",
            task=task["task"],
            startMs=self._teller.milliseconds(self._clocks.set(task["node"], news["start"])),
            endMs=self._teller.milliseconds(self._clocks.set(task["node"], news["end"])),
            cpuMs=round(news["cpu"] * 1000, 3),
            **news["answer"],
        )

    def _settle(self, task):
        if task["done"]:
            return
        self.failures += 1
        self._progress.drop(task["task"])
        error, message = task.get("error", ("NoResult", "The task ended without a result."))
        self._teller.tell("failed", task=task["task"], error=error, message=message)


def warm_up(ray, teller, clocks, submit, count):
    """Starts so many workers, off the clock: a process that starts takes longer than a task."""
    streams = {submit() for _ in range(count)}
    waiting = set(streams)
    told = None
    limit = time.perf_counter() + WARM_UP_LIMIT_S
    while streams and time.perf_counter() < limit:
        for stream in ready_of(ray, streams, PROGRESS_S):
            try:
                tick = take(ray, stream)
            except ray.exceptions.RayError:
                # Where a worker cannot start, the tasks will say so.
                tick = None
            if tick is None:
                streams.discard(stream)
            else:
                clocks.learn(tick["node"], tick["at"], time.perf_counter())
                waiting.discard(stream)
        if told != len(waiting):
            told = len(waiting)
            teller.tell("warm", ready=count - told, of=count)
    for stream in streams:
        ray.cancel(stream)


def run_serial(ray, teller, submit):
    """Off the clock: between the last result or failure and this event lies no time of the pass."""
    try:
        stream = submit()
        times = list(iter(lambda: take(ray, stream), None))
        teller.tell("serial", taskMs=[round(seconds * 1000, 3) for seconds in times])
    except ray.exceptions.RayError:
        # The pass has its results; without these tasks, there is no language factor.
        traceback.print_exc()


def whole_cpus(resources):
    """A task needs one CPU, whole: half ones are none, and a node without any does not name them."""
    return int(resources.get("CPU", 0))


def alive_nodes(ray):
    return [
        {
            "id": node["NodeID"],
            "ip": node["NodeManagerAddress"],
            "host": node["NodeManagerHostname"],
            "cpus": whole_cpus(node["Resources"]),
        }
        for node in ray.nodes()
        if node["Alive"]
    ]


def connect(ray, teller):
    """Joins the cluster that runs this job, never starts one; the nodes' CPUs and how many of them are free."""
    began = time.perf_counter()
    ray.init(address="auto", log_to_driver=False, logging_level="ERROR")
    nodes = alive_nodes(ray)
    cpus = sum(node["cpus"] for node in nodes)
    free = whole_cpus(ray.available_resources())
    spent = round((time.perf_counter() - began) * 1000, 3)
    teller.tell("cluster", nodes=nodes[:LISTED_NODES], count=len(nodes), cpus=cpus, free=free, initMs=spent)
    return cpus, free


def greet(teller):
    began = time.perf_counter()
    import ray

    spent = round((time.perf_counter() - began) * 1000, 3)
    teller.tell("hello", python=platform.python_version(), ray=ray.__version__, exe=sys.executable, importMs=spent)
    return ray


def profile(options, teller):
    """One pass: how it ended, as the fields of `end`."""
    ray = greet(teller)
    cpus, free = connect(ray, teller)
    # Ray has put a handler of its own in place of ours.
    end_on_sigterm(teller)
    if cpus == 0:
        return {"status": "error", "reason": "no-cpus"}

    def stream_of(function, *arguments):
        # A task that Ray runs again would tell a second time what was told, and its time would be that of both.
        task = ray.remote(num_cpus=1, max_retries=0, num_returns="streaming", scheduling_strategy="SPREAD")(function)
        return lambda: task.remote(*arguments)

    width = min(options.workers or cpus, cpus)
    clocks = Clocks()
    warm = stream_of(warm_worker, WARM_UP_TASK_S, WARM_UP_TICK_S)
    warm_up(ray, teller, clocks, warm, min(options.tasks, width, free))

    sequence = stream_of(run_sequence, options.workload, options.size, max(PROGRESS_S, width / TOLD_PER_S))
    wave = Wave(ray, teller, clocks, sequence)
    # Fewer workers than CPUs there are only while no other task stands in line.
    wave.run(options.tasks, width if width < cpus else IN_LINE * cpus)

    # They are for the factors of a pass that counts.
    if options.serial and not wave.failures:
        run_serial(ray, teller, stream_of(run_serially, options.workload, options.size, options.serial))
    return {"status": "partial" if wave.failures else "ok"}


def end_on_sigterm(teller):
    def stop(_signal, _frame):
        teller.end("stopped")
        # Not by an exception: Ray would take its time to leave the cluster, and three seconds are all there is.
        os._exit(EXIT_CODES["stopped"])

    signal.signal(signal.SIGTERM, stop)


def keep_watch(teller, deadline):
    """In a thread of its own: Ray's calls may block, and where the sender of this job is gone nobody else ends it."""
    limit = time.perf_counter() + deadline
    while time.perf_counter() < limit:
        time.sleep(min(PROGRESS_S, max(0.0, limit - time.perf_counter())))
        teller.break_silence()
    if teller.end("deadline"):
        os._exit(EXIT_CODES["deadline"])


def nonce(text):
    if not re.match(r"[A-Za-z0-9_-]+\Z", text):
        raise ValueError(text)
    return text


def read_options(arguments):
    parser = argparse.ArgumentParser(description="Runs the tasks of one fibtui pass on the Ray cluster around it.")
    parser.add_argument("--nonce", type=nonce, required=True, help="marks the lines of this run")
    parser.add_argument("--workload", choices=sorted(WORKLOADS), required=True)
    parser.add_argument("--size", type=int, required=True, help="terms of a sequence")
    parser.add_argument("--tasks", type=int, required=True, help="sequences")
    parser.add_argument("--serial", type=int, required=True, help="sequences of plain Python after them")
    parser.add_argument("--deadline", type=float, required=True, help="seconds until the driver ends itself")
    parser.add_argument("--workers", type=int, help="tasks at once, where not as many as the cluster has CPUs")
    return parser.parse_args(arguments)


def main(arguments):
    options = read_options(arguments)
    teller = Teller(options.nonce, lambda line: os.write(1, line))
    end_on_sigterm(teller)
    threading.Thread(target=keep_watch, args=(teller, options.deadline), daemon=True).start()
    try:
        outcome = profile(options, teller)
    # Whatever it is: the one who waits shall read of it.
    except Exception as error:  # noqa: BLE001
        traceback.print_exc()
        outcome = {"status": "error", "reason": ": ".join(plain_error(error))}
    teller.end(**outcome)
    return EXIT_CODES[outcome["status"]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
