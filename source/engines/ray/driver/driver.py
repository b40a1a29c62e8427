"""The part of fibtui that runs in Python: on a Ray cluster, or with ``--here`` in one process on this machine.

On a cluster it runs one Ray task per sequence and reports events line by line. A Ray job runs it as ``python -u
fibtui_driver.py --nonce … --workload list --size 50000 --tasks 8 --serial 3 --deadline 600``. It needs only the
standard library and Ray 2.10 or newer. It is limited to the syntax of Python 3.8, because it runs on whatever Python
the cluster has. It is a single file (of more than 250 lines), so that it also fits into the job's command where a
cluster accepts no upload.

With ``--here <nonce>`` it needs no Ray: it reads orders from standard input and computes the sequences of each one
after another (see `serve_orders`).

Every event is a line ``@fibtui:<nonce> {json}`` in the job's log, to which Ray and other libraries also write, or on
standard output.

All times are milliseconds on the driver's clock: ``ts`` of every event, and ``startMs`` and ``endMs`` of a result (see
`Clocks`). Only differences between them have a meaning: the clock has no relation to clocks elsewhere.
"""

import argparse
import contextlib
import json
import os
import platform
import queue
import re
import signal
import socket
import sys
import threading
import time
import traceback

try:
    import resource
except ImportError:
    # Windows has none.
    resource = None

PROTOCOL = 1
EXIT_CODES = {"ok": 0, "error": 1, "partial": 3, "deadline": 4, "stopped": 143}

# After this long without a line, an empty one shows the reader that the driver is alive.
SILENCE_S = 1.0

# The least time between two progress lines.
PROGRESS_S = 0.1

# How many reports all tasks together may send per second, so that following them costs the driver little CPU time.
TOLD_PER_S = 200

# Tasks submitted to Ray at once, per CPU. More would be no faster, and each one adds to the cost of `ray.wait`.
IN_LINE = 8

# Short tasks submitted to Ray at once, if they end so quickly that fewer would leave workers idle.
SHORT_IN_LINE = 2048

# The most tasks in a progress line, in a row and in a line of short tasks, and nodes in the cluster line: each stays
# below 16 KB.
PROGRESS_TASKS = 500
ROW_TASKS = 300
SHORT_TASKS = 150
LISTED_NODES = 80

WARM_UP_TASK_S = 0.2
WARM_UP_TICK_S = 0.02
WARM_UP_LIMIT_S = 15.0

MESSAGE_LENGTH = 500


# The work


DIGEST_MASK = 2**64 - 1
KEPT_MODULUS = 2**61 - 1
KEPT_SAMPLES = 64

# The fixed cost of one term, in 64-bit word additions: what it takes besides adding the digits.
WORDS_PER_TERM = 60

# Each term adds log₂ φ = 0.6942 bits.
TERMS_PER_WORD = 64 / 0.6942

# The work between two looks at the clock: some milliseconds.
SLICE_WORDS = 2**20


def slice_terms(index):
    """The number of terms, from `index` on, that make up one slice of the work."""
    return int(SLICE_WORDS / (index / TERMS_PER_WORD + WORDS_PER_TERM)) + 1


def words(size):
    """The work of a sequence, in word additions."""
    return size * WORDS_PER_TERM + size**2 / (2 * TERMS_PER_WORD)


# A sequence with less work is over before its progress would be told: it takes about a tenth of a second.
SHORT_WORDS = 16 * SLICE_WORDS


def share(index, size):
    """The share of the work that is done after `index` terms: an addition takes time in proportion to its length."""
    return (index / size) ** 2 if size else 1.0


def digest_of(term):
    """A term modulo 2⁶⁴, in hexadecimal digits."""
    return f"{term & DIGEST_MASK:016x}"


def kept_positions(size):
    """The positions of the terms that the kept sum consists of: 64 of them, evenly spaced."""
    return [k * (size - 1) // (KEPT_SAMPLES - 1) for k in range(KEPT_SAMPLES)] if size else []


class List:
    """The `list` workload: computes the first `size` numbers and keeps them all."""

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
        """Reads terms from all over the list, which proves that they were kept."""
        kept = sum(self.terms[index] for index in kept_positions(self.size))
        # A string, because a JSON number above 2⁵³ loses digits.
        return {"digest": digest_of(self.terms[-1] if self.terms else 0), "kept": str(kept % KEPT_MODULUS)}


class Pair:
    """The `pair` workload: keeps only the last two numbers."""

    def __init__(self, size):
        self.size = size
        # F(-1) and F(0), so that one rule yields every term.
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


def trim_memory():
    """Gives free memory back to the system, so that every sequence finds it as the first one does.

    Returns False where libc cannot. The function is not kept, because Ray pickles this one, and a pointer cannot be
    pickled; `pythonapi`, which has libc's functions, too, needs a microsecond to look it up.
    """
    try:
        from ctypes import pythonapi

        pythonapi.malloc_trim(0)
    # Another libc does not have it, and a Python may come without ctypes.
    except (ImportError, AttributeError):
        return False
    return True


# Runs in Ray's workers. What a generator yields, the driver receives at once.


# Where this worker process is, once it is known: Ray sends it empty.
PLACE = {}


def process_age():
    """How long this process has existed, in milliseconds; None if the system does not report it."""
    try:
        with open("/proc/self/stat", encoding="utf-8", errors="replace") as stat:
            # Field 22 of proc_pid_stat(5), counted from the first one after the name in brackets.
            ticks = int(stat.read().rpartition(")")[2].split()[19])
        born = ticks / os.sysconf("SC_CLK_TCK")
        return round((time.clock_gettime(time.CLOCK_BOOTTIME) - born) * 1000, 3)
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def whereabouts():
    """Where a task runs. Nodes on one machine share address and host name; `node` distinguishes them."""
    if not PLACE:
        import ray

        context = ray.get_runtime_context()
        PLACE.update(
            node=context.get_node_id(),
            worker=context.get_worker_id(),
            pid=os.getpid(),
            host=socket.gethostname(),
            nice=os.nice(0) if hasattr(os, "nice") else 0,
            python=platform.python_version(),
            ageMs=process_age(),
        )
    return PLACE


def page_faults():
    """The page faults of this thread so far; always 0 if the system does not count them."""
    if resource is None:
        return 0
    return resource.getrusage(getattr(resource, "RUSAGE_THREAD", resource.RUSAGE_SELF)).ru_minflt


def first_readings():
    """The clock, the CPU time and the page faults at the start of a task. Reading the others is no part of its time."""
    faults, cpu = page_faults(), time.process_time()
    return time.perf_counter(), cpu, faults


def readings():
    """The same at its end."""
    return time.perf_counter(), time.process_time(), page_faults()


def sequence(workload, size):
    """A sequence to compute, with no memory left from another one.

    One that is over in a few milliseconds takes no memory to speak of, and Ray's workers need 0.2 ms to trim theirs.
    """
    if words(size) > SLICE_WORDS:
        trim_memory()
    return WORKLOADS[workload](size)


def outcome(work, before, after, other_faults=0):
    """The answer of a computed sequence, and what computing it took: reading its answer is not part of the work.

    Times are seconds of `perf_counter`, which all processes of a machine share.
    """
    (start, cpu, faults), (end, cpu_after, faults_after) = before, after
    found = faults_after - faults - other_faults if resource else None
    return {"answer": work.answer(), "start": start, "end": end, "cpu": cpu_after - cpu, "faults": found}


def run_sequence(workload, size, interval):
    """A task: reports where it runs, its progress every `interval` seconds, and its answer."""
    yield {"started": whereabouts(), "at": time.perf_counter()}
    yield from timed_sequence(sequence(workload, size), interval)


def timed_sequence(work, interval):
    """The timed part of a task, on a cluster and on this machine: reports progress and the answer."""
    before = first_readings()
    told = before[0]
    telling_faults = 0
    for index in work.compute():
        now = time.perf_counter()
        if now - told >= interval:
            told = now
            telling_faults -= page_faults()
            yield {"share": share(index, work.size)}
            telling_faults += page_faults()
    yield outcome(work, before, readings(), telling_faults)


def run_short_sequence(workload, size):
    """A task that is over before its progress would be told: reports everything at its end."""
    at = time.perf_counter()
    work = sequence(workload, size)
    before = first_readings()
    for _ in work.compute():
        pass
    return dict(outcome(work, before, readings()), started=whereabouts(), at=at)


def run_serially(workload, size, count):
    """Runs sequences one after another on one CPU, as tasks run; returns what each reports."""
    return [run_short_sequence(workload, size) for _ in range(count)]


def warm_worker(duration, tick):
    """Occupies a CPU, so that the next task needs another worker, and ticks, so that `Clocks` learns its clock."""
    place = whereabouts()
    end = time.perf_counter() + duration
    while time.perf_counter() < end:
        yield {"node": place["node"], "ageMs": place["ageMs"], "at": time.perf_counter()}
        pause = time.perf_counter() + tick
        while time.perf_counter() < pause:
            pass


# Runs in the driver


class Teller:
    """Writes the events. The first `end` is the last event, whichever thread writes it."""

    def __init__(self, nonce, write):
        self._nonce = nonce
        self._write = write
        # Reentrant: a signal handler may run while its own thread holds the lock.
        self._lock = threading.RLock()
        self._began = time.time() * 1000 - time.perf_counter() * 1000
        self._seq = 0
        self._results = 0
        self._over = False
        self._last = time.perf_counter()
        self._progressed = self._last

    def milliseconds(self, at):
        """Converts `perf_counter` to the clock of the events, which never goes back, unlike the time of day."""
        return round(self._began + at * 1000, 3)

    def tell(self, event, **fields):
        """Writes an event; returns False if the driver has already reported its end."""
        with self._lock:
            if self._over:
                return False
            self._over = event == "end"
            self._results += len(fields["tasks"]) if event == "ran" else event == "result"
            self._seq += 1
            self._last = time.perf_counter()
            if event != "progress" or fields.get("frac"):
                self._progressed = self._last
            stamp = {"v": PROTOCOL, "ev": event, "seq": self._seq, "ts": self.milliseconds(self._last)}
            body = json.dumps(dict(stamp, **fields), separators=(",", ":"))
            # In a single write, because others append to the same file.
            self._write(f"@fibtui:{self._nonce} {body}\n".encode())
            return True

    def end(self, status, **fields):
        return self.tell("end", status=status, ok=self._results, **fields)

    def idle(self):
        """For how many seconds nothing has made progress."""
        return time.perf_counter() - self._progressed

    def break_silence(self):
        if time.perf_counter() - self._last >= SILENCE_S:
            self.tell("progress", frac={})


class Progress:
    """Collects the progress of the tasks and reports all changes in one line, at most ten times a second."""

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


class ShortTasks:
    """Collects the results of short tasks and reports them in few lines.

    A worker is described once and has a number from then on; the times of a line count from its `at`.
    """

    def __init__(self, teller):
        self._teller = teller
        self._at = int(teller.milliseconds(time.perf_counter()))
        self._numbers = {}
        self._rows = {}
        self._told = time.perf_counter()

    def note(self, task, place, queued, times):
        """`queued` in seconds; `times` has the task's start and end on the clock of the events, and what it took."""
        number = self._numbers.get(place["worker"])
        if number is None:
            number = self._numbers[place["worker"]] = len(self._numbers)
            self._teller.tell("worker", number=number, **place)
        answer = times["answer"]
        rows = self._rows.setdefault((answer["digest"], answer.get("kept")), [])
        start, end = (round(self._teller.milliseconds(times[name]) - self._at, 3) for name in ("start", "end"))
        rows.append([task, number, queued, start, end, round(times["cpu"] * 1000, 3), times["faults"]])
        if len(rows) == SHORT_TASKS:
            self.flush()

    def flush(self, patience=0):
        """Reports what is there if the last line is `patience` seconds old."""
        if time.perf_counter() - self._told < patience:
            return
        self._told = time.perf_counter()
        for (digest, kept), rows in self._rows.items():
            self._teller.tell("ran", at=self._at, digest=digest, kept=kept, tasks=rows)
        self._rows = {}


class Clocks:
    """Converts the times of every node to the driver's clock.

    Clocks of two machines cannot be compared; all that is known is that a message arrives after it was sent. So the
    fastest message of the warm-up is taken to need no time, which gives the difference between the two clocks. It is
    too large by that message's latency, a few milliseconds, and the same for all times of a node: durations and the
    order of its tasks are exact. The difference never changes after the warm-up.
    """

    def __init__(self):
        self._ahead = {}

    def learn(self, node, sent, arrived):
        self._ahead[node] = min(self._ahead.get(node, float("inf")), arrived - sent)

    def meet(self, node, sent, arrived):
        """Uses the first message of a node that took no part in the warm-up."""
        self._ahead.setdefault(node, arrived - sent)

    def set(self, node, moment):
        return moment + self._ahead[node]


def ready_of(ray, streams, patience):
    """The streams that have a value ready; waits until there is one, up to a limit."""
    some, _ = ray.wait(list(streams), num_returns=1, timeout=patience)
    if not some:
        return []
    ready, _ = ray.wait(list(streams), num_returns=len(streams), timeout=0)
    return ready


def take(ray, stream):
    """The next value of a stream, None at its end; raises the RayError that ended its task."""
    reference = next(stream, None)
    return None if reference is None else ray.get(reference)


def plain_error(error):
    """Class and beginning of the message of an error, or of its cause if that was an error in a task."""
    cause = getattr(error, "cause", None)
    cause = cause if isinstance(cause, BaseException) else error
    return type(cause).__name__, str(cause).strip()[:MESSAGE_LENGTH]


class Wave:
    """Runs the timed tasks, whose progress is told, and reports their events."""

    def __init__(self, ray, teller, clocks, submit):
        self._ray = ray
        self._teller = teller
        self._clocks = clocks
        self._submit = submit
        self._progress = Progress(teller)
        # What Ray answered to each submission that is not over yet, with its task.
        self._open = {}
        self._tasks = 0
        self._window = 0
        self.failures = 0

    def run(self, tasks, window):
        """Runs all tasks, with at most `window` of them submitted to Ray at once."""
        self._window = window
        self._fill(tasks)
        self._teller.tell("submitted", tasks=tasks)
        while self._open:
            self._collect()
            self._fill(tasks)

    def _fill(self, tasks):
        while self._tasks < tasks and len(self._open) < self._window:
            task = {"task": self._tasks, "submitted": time.perf_counter(), "node": None, "done": False}
            self._open[self._submit()] = task
            self._tasks += 1

    def _collect(self):
        for stream in ready_of(self._ray, self._open, PROGRESS_S):
            self._follow(stream)
        self._progress.flush()

    def _follow(self, stream):
        task = self._open[stream]
        try:
            news = take(self._ray, stream)
        except self._ray.exceptions.RayError as error:
            news = None
            task["error"] = plain_error(error)
        if news is None:
            del self._open[stream]
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
        self._teller.tell("started", task=task["task"], queueMs=self._queued(task, news), **place)

    def _queued(self, task, news):
        """From the task's submission to its start, in milliseconds."""
        queued = self._clocks.set(news["started"]["node"], news["at"]) - task["submitted"]
        return round(max(0.0, queued) * 1000, 3)

    def _finish(self, task, news):
        task["done"] = True
        self._progress.drop(task["task"])
        self._teller.tell(
            "result",
            task=task["task"],
            startMs=self._teller.milliseconds(self._clocks.set(task["node"], news["start"])),
            endMs=self._teller.milliseconds(self._clocks.set(task["node"], news["end"])),
            cpuMs=round(news["cpu"] * 1000, 3),
            faults=news["faults"],
            **news["answer"],
        )

    def _settle(self, task):
        if task["done"]:
            return
        self.failures += 1
        self._progress.drop(task["task"])
        error, message = task.get("error", ("NoResult", "The task ended without a result."))
        self._teller.tell("failed", task=task["task"], error=error, message=message)


class ShortWave(Wave):
    """The same for short tasks, each of which reports everything at its end: handing out many costs little.

    An elastic window grows while half of its tasks end sooner than a line is due.
    """

    def __init__(self, ray, teller, clocks, submit, elastic):
        super().__init__(ray, teller, clocks, submit)
        self._elastic = elastic
        self._results = ShortTasks(teller)

    def run(self, tasks, window):
        super().run(tasks, window)
        self._results.flush()

    def _collect(self):
        # To wait for half of the tasks costs less than for each by itself, and the other half keeps the workers busy.
        # Where the window limits the workers, each task that ends has to make room for the next one.
        wanted = max(1, len(self._open) // 2) if self._elastic else 1
        began = time.perf_counter()
        ready, _ = self._ray.wait(list(self._open), num_returns=wanted, timeout=PROGRESS_S)
        if self._elastic and time.perf_counter() - began < PROGRESS_S / 2:
            self._window = max(self._window, min(2 * self._window, SHORT_IN_LINE))
        for reference, news in zip(ready, self._answers(ready)):
            self._end(self._open.pop(reference), news)
        self._results.flush(PROGRESS_S)

    def _answers(self, references):
        """What each task reported, or the error that ended it."""
        try:
            return self._ray.get(references)
        except self._ray.exceptions.RayError:
            return [self._answer(reference) for reference in references]

    def _answer(self, reference):
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayError as error:
            return error

    def _end(self, task, news):
        if isinstance(news, Exception):
            task["error"] = plain_error(news)
            self._settle(task)
            return
        place = news["started"]
        self._clocks.meet(place["node"], news["end"], time.perf_counter())
        on_clock = {name: self._clocks.set(place["node"], news[name]) for name in ("start", "end")}
        self._results.note(task["task"], place, self._queued(task, news), dict(news, **on_clock))


class Queue:
    """How long the warm-up waits for CPUs that others hold: without the time that its workers take to start."""

    def __init__(self, held):
        """`held`: others hold all CPUs."""
        self._held = held
        self._asked = time.perf_counter()
        self._longest = 0.0

    def end(self, at, age):
        """A worker came at this moment of the driver's clock, in seconds; its age is in milliseconds."""
        waited = at - self._asked
        if age is not None and age < waited * 1000:
            self._longest = max(self._longest, waited - age / 1000)
        elif age is not None and self._held:
            # It was there before, and could have begun at once.
            self._longest = max(self._longest, waited)

    def give_up(self, free):
        """Workers that have not come by now wait for a CPU, unless some are free: then they are slow to start."""
        if free < 1:
            self._longest = time.perf_counter() - self._asked

    def milliseconds(self):
        return round(self._longest * 1000, 3)


def warm_up(ray, teller, clocks, queue, streams):
    """Starts a worker for each stream before the clock starts: starting a process can take longer than a task."""
    count = len(streams)
    waiting = set(streams)
    told = None
    limit = time.perf_counter() + WARM_UP_LIMIT_S
    while streams and time.perf_counter() < limit:
        for stream in ready_of(ray, streams, PROGRESS_S):
            try:
                tick = take(ray, stream)
            except ray.exceptions.RayError:
                # If a worker cannot start, the tasks will report it.
                tick = None
            if tick is None:
                streams.discard(stream)
            else:
                clocks.learn(tick["node"], tick["at"], time.perf_counter())
                if stream in waiting:
                    queue.end(clocks.set(tick["node"], tick["at"]), tick["ageMs"])
                    waiting.discard(stream)
        if told != len(waiting):
            told = len(waiting)
            teller.tell("warm", ready=count - told, of=count, queueMs=queue.milliseconds())
    if waiting & streams:
        free = whole_cpus(ray.available_resources())
        queue.give_up(free)
        teller.tell("warm", ready=count - len(waiting), of=count, queueMs=queue.milliseconds(), free=free)
    for stream in streams:
        ray.cancel(stream)


def run_serial(ray, teller, submit):
    """Runs after the clock has stopped: time between the last result or failure and this event does not count."""
    try:
        runs = ray.get(submit())
        times = [round((run["end"] - run["start"]) * 1000, 3) for run in runs]
        # Tasks have this between them, too: freeing the memory of a long sequence takes a tenth of its time.
        between = [round((after["start"] - run["end"]) * 1000, 3) for run, after in zip(runs, runs[1:])]
        teller.tell("serial", taskMs=times, betweenMs=between, faults=[run["faults"] for run in runs])
    except ray.exceptions.RayError:
        # The pass still has its results, only without a language factor.
        traceback.print_exc()


def whole_cpus(resources):
    """The number of whole CPUs, as a task needs a whole one; Ray leaves out CPUs if there are none."""
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
    """Connects to the cluster that runs this job; returns the number of its CPUs and how many of them are free."""
    began = time.perf_counter()
    ray.init(address="auto", log_to_driver=False, logging_level="ERROR")
    nodes = alive_nodes(ray)
    cpus = sum(node["cpus"] for node in nodes)
    free = whole_cpus(ray.available_resources())
    spent = round((time.perf_counter() - began) * 1000, 3)
    teller.tell("cluster", nodes=nodes[:LISTED_NODES], count=len(nodes), cpus=cpus, free=free, initMs=spent)
    return cpus, free


def session_of(ray):
    """The name of the session that this process is in. Ray 2.10 tells it only inside."""
    context = ray.get_runtime_context()
    return context.get_session_name() if hasattr(context, "get_session_name") else context.worker.node.session_name


def greet(teller):
    began = time.perf_counter()
    import ray

    spent = round((time.perf_counter() - began) * 1000, 3)
    teller.tell("hello", python=platform.python_version(), ray=ray.__version__, exe=sys.executable, importMs=spent)
    return ray


def stand_by(seconds):
    time.sleep(seconds)


def await_cpus(ray, count, seconds):
    """Asks an autoscaler for CPUs, by a task for each that occupies it until this job ends."""
    task = ray.remote(num_cpus=1, max_retries=0)(stand_by)
    ray.wait([task.remote(seconds) for _ in range(count)], num_returns=count, timeout=seconds)
    return {"status": "ok"}


def profile(options, teller):
    """Runs one pass; returns the fields of `end`."""
    ray = greet(teller)
    cpus, free = connect(ray, teller)
    # Again, because Ray has replaced our handler with its own.
    end_on_sigterm(teller)
    if options.session and session_of(ray) != options.session:
        return {"status": "error", "reason": "other-session"}
    if options.wait:
        return await_cpus(ray, options.tasks, options.wait)
    if cpus == 0:
        return {"status": "error", "reason": "no-cpus"}

    # No retries: a task that runs twice would report everything twice, and its time would include both runs.
    common = {"num_cpus": 1, "max_retries": 0, "scheduling_strategy": "SPREAD"}

    def task_of(function, *arguments, **more):
        task = ray.remote(**common, **more)(function)
        return lambda: task.remote(*arguments)

    def stream_of(function, *arguments):
        return task_of(function, *arguments, num_returns="streaming")

    work = options.workload, options.size
    width = min(options.workers or cpus, cpus)
    # To use fewer workers than CPUs, no other task may be queued.
    limited = width < cpus
    clocks = Clocks()
    warm = stream_of(warm_worker, WARM_UP_TASK_S, WARM_UP_TICK_S)
    # Where no CPU is free, the warm-up waits for some in place of the tasks, whose workers would have to start as well.
    count = min(options.tasks, width, free or width)
    warm_up(ray, teller, clocks, Queue(held=free == 0), {warm() for _ in range(count)})

    if words(options.size) < SHORT_WORDS:
        wave = ShortWave(ray, teller, clocks, task_of(run_short_sequence, *work), elastic=not limited)
    else:
        sequence = stream_of(run_sequence, *work, max(PROGRESS_S, width / TOLD_PER_S))
        wave = Wave(ray, teller, clocks, sequence)
    wave.run(options.tasks, width if limited else IN_LINE * cpus)

    # Only for a pass without failures: others do not count.
    if options.serial and not wave.failures:
        run_serial(ray, teller, task_of(run_serially, *work, options.serial))
    return {"status": "partial" if wave.failures else "ok"}


def end_on_sigterm(teller):
    def stop(_signal, _frame):
        teller.end("stopped")
        # Not by an exception: Ray would be slow to disconnect, and kills the driver after three seconds.
        os._exit(EXIT_CODES["stopped"])

    signal.signal(signal.SIGTERM, stop)


def keep_watch(teller, deadline):
    """Runs in its own thread, because Ray's calls may block. Ends a job that no longer makes progress."""
    while teller.idle() < deadline:
        time.sleep(min(PROGRESS_S, max(0.0, deadline - teller.idle())))
        teller.break_silence()
    if teller.end("deadline"):
        os._exit(EXIT_CODES["deadline"])


# On this machine, without Ray


class PassClock:
    """The clock of a pass, from its order on. It stands still for what no program without fibtui would do."""

    def __init__(self):
        self._began = time.perf_counter()
        self._stood = 0.0

    @contextlib.contextmanager
    def standing(self):
        stopped = time.perf_counter()
        yield
        self._stood += time.perf_counter() - stopped

    def milliseconds(self, moment):
        """`moment` may not lie before the last standstill."""
        return round((moment - self._began - self._stood) * 1000, 4)


class Row:
    """Collects finished tasks and reports them in few lines: those in a row that have the same answer in one."""

    def __init__(self, teller):
        self._teller = teller
        self._told = time.perf_counter()
        self._answer = None
        self._times = []
        self._next = 0

    def add(self, answer, times):
        if answer != self._answer:
            self.flush()
            self._answer = answer
        self._times.append(times)

    def is_due(self):
        return len(self._times) == ROW_TASKS or time.perf_counter() - self._told >= PROGRESS_S

    def flush(self):
        self._told = time.perf_counter()
        if self._times:
            start, end, cpu = zip(*self._times)
            self._teller.tell("row", first=self._next, startMs=start, endMs=end, cpuMs=cpu, **self._answer)
            self._next += len(self._times)
            self._times = []


def run_row(teller, workload, size, tasks):
    """Computes sequences one after another, timed like the tasks of a cluster; returns the fields of `end`."""
    clock = PassClock()
    row = Row(teller)
    with clock.standing():
        trims = trim_memory()
    for task in range(tasks):
        with clock.standing():
            reports = timed_sequence(sequence(workload, size), PROGRESS_S)
        for news in reports:
            if "share" in news:
                teller.tell("progress", frac={str(task): round(news["share"], 4)})
            else:
                cpu = round(news["cpu"] * 1000, 4)
                row.add(news["answer"], (clock.milliseconds(news["start"]), clock.milliseconds(news["end"]), cpu))
        if row.is_due():
            with clock.standing():
                row.flush()
    wall = clock.milliseconds(time.perf_counter())
    row.flush()
    return {"status": "ok", "wallMs": wall, "cpuMs": round(time.process_time() * 1000, 3), "trims": trims}


def run_order(order, write):
    teller = Teller(order["nonce"], write)
    try:
        outcome = run_row(teller, order["workload"], order["size"], order["tasks"])
    # Any error, lack of memory above all: the client must learn of it.
    except Exception as error:  # noqa: BLE001
        outcome = {"status": "error", "reason": ": ".join(filter(None, plain_error(error)))}
    teller.end(**outcome)


def hear_orders(orders):
    """Runs in its own thread, so that the process ends with the one that gives the orders, even in a task."""
    for line in sys.stdin:
        orders.put(json.loads(line))
    os._exit(0)


def serve_orders(mark):
    """Runs passes in this process: each line of standard input is the order of one, with a mark for its events."""
    # The terminal sends these to the whole group; whoever gives the orders decides what they mean.
    for name in ("SIGINT", "SIGHUP", "SIGTERM", "SIGQUIT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)

    def write(line):
        os.write(1, line)

    orders = queue.Queue()
    threading.Thread(target=hear_orders, args=(orders,), daemon=True).start()
    Teller(mark, write).tell("here", python=platform.python_version())
    while True:
        run_order(orders.get(), write)


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
    parser.add_argument(
        "--deadline", type=float, required=True, help="seconds without progress until the driver ends itself"
    )
    parser.add_argument("--wait", type=float, help="seconds to wait for CPUs, one for each task, and run none")
    parser.add_argument("--workers", type=int, help="tasks at once, where not as many as the cluster has CPUs")
    parser.add_argument("--session", help="the session of Ray to run in; any where left out")
    return parser.parse_args(arguments)


def main(arguments):
    if arguments[:1] == ["--here"]:
        return serve_orders(nonce(arguments[1]))
    options = read_options(arguments)
    teller = Teller(options.nonce, lambda line: os.write(1, line))
    end_on_sigterm(teller)
    threading.Thread(target=keep_watch, args=(teller, options.deadline), daemon=True).start()
    try:
        outcome = profile(options, teller)
    # Any error: the client must learn of it.
    except Exception as error:  # noqa: BLE001
        traceback.print_exc()
        outcome = {"status": "error", "reason": ": ".join(plain_error(error))}
    teller.end(**outcome)
    return EXIT_CODES[outcome["status"]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
