"""Tests of the driver's own functions, without Ray."""

import ast
import contextlib
import io
import json
import os
import platform
import sys
import time
import unittest
import unittest.mock

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "source", "engines", "ray", "driver")
sys.path.insert(0, FOLDER)
sys.dont_write_bytecode = True

import driver  # noqa: E402
from fake_ray import Fake  # noqa: E402

CHECKS = [
    (1000, "72a7ca8af1d500a2", "198000430276020531"),
    (50000, "fd0f04faf43dbd7d", "763987711070963543"),
    (100000, "a1b4b068f46871e2", "771456951884388763"),
]


def finished(workload, size):
    work = driver.WORKLOADS[workload](size)
    counts = list(work.compute())
    return work, counts


def plain(size):
    terms = [0, 1]
    while len(terms) < size:
        terms.append(terms[-1] + terms[-2])
    return terms[:size]


class Lines:
    """A teller and the lines that it wrote."""

    def __init__(self):
        self.written = []
        self.teller = driver.Teller("a-1", self.written.append)

    def events(self):
        for line in self.written:
            mark, _, body = line.decode().partition(" ")
            assert mark == "@fibtui:a-1" and body.endswith("\n") and "\n" not in body[:-1]
            yield json.loads(body)


class Work(unittest.TestCase):
    def test_gives_the_check_values(self):
        for size, digest, kept in CHECKS:
            self.assertEqual(finished("list", size)[0].answer(), {"digest": digest, "kept": kept})
            self.assertEqual(finished("pair", size)[0].answer(), {"digest": digest})

    def test_is_the_plain_sequence_for_every_small_size(self):
        for size in range(301):
            terms = plain(size)
            self.assertEqual(finished("list", size)[0].terms, terms)
            digest = driver.digest_of(terms[-1] if terms else 0)
            self.assertEqual(finished("pair", size)[0].answer(), {"digest": digest})

    def test_stops_on_the_way_and_ends_full(self):
        for workload in driver.WORKLOADS:
            _, counts = finished(workload, 60000)
            self.assertGreater(len(counts), 10)
            self.assertEqual(counts, sorted(set(counts)))
            self.assertEqual(counts[-1], 60000)
            shares = [driver.share(count, 60000) for count in counts]
            self.assertEqual(shares[-1], 1)
            self.assertLess(max(b - a for a, b in zip(shares, shares[1:])), 0.1)

    def test_nothing_to_do_is_done(self):
        self.assertEqual(finished("list", 0)[0].answer(), {"digest": "0" * 16, "kept": "0"})
        self.assertEqual(driver.share(0, 0), 1)

    def test_the_slices_get_shorter_as_the_numbers_get_longer(self):
        self.assertGreater(driver.slice_terms(0), driver.slice_terms(10**6))
        self.assertGreaterEqual(driver.slice_terms(10**9), 1)


class Memory(unittest.TestCase):
    @unittest.skipUnless(sys.platform == "linux", "needs the libc of Linux")
    def test_is_given_back_where_libc_can(self):
        self.assertIs(driver.trim_memory(), platform.libc_ver()[0] == "glibc")

    def test_stays_where_libc_cannot(self):
        with unittest.mock.patch("ctypes.pythonapi", object()):
            self.assertIs(driver.trim_memory(), False)

    def test_is_given_back_before_every_sequence_and_off_its_clock(self):
        calls = []
        trim = unittest.mock.Mock(side_effect=lambda: calls.append("trim"))
        readings = unittest.mock.Mock(side_effect=lambda: calls.append("read") or (0.0, 0.0, 0))
        patches = {"trim_memory": trim, "first_readings": readings, "readings": readings, "whereabouts": dict}
        with unittest.mock.patch.multiple(driver, **patches):
            driver.run_serially("pair", 20000, 2)
            list(driver.run_sequence("pair", 20000, 1))
            self.assertEqual(calls, ["trim", "read", "read"] * 3)
            driver.run_short_sequence("pair", 10)
        self.assertEqual(calls[9:], ["read", "read"])

    @unittest.skipUnless(platform.libc_ver()[0] == "glibc", "needs a libc that gives memory back")
    def test_makes_a_sequence_take_as_many_page_faults_as_the_one_before(self):
        with unittest.mock.patch.object(driver, "whereabouts", dict):
            faults = [run["faults"] for run in driver.run_serially("list", 20000, 4)]
        self.assertGreater(min(faults), 500)
        self.assertLess(max(faults) / min(faults), 1.1)


class Here(unittest.TestCase):
    def test_tells_every_task_of_a_row_once_and_in_order(self):
        lines = Lines()
        outcome = driver.run_row(lines.teller, "list", 1000, 3 * driver.ROW_TASKS + 1)
        rows = list(lines.events())
        self.assertEqual({event["ev"] for event in rows}, {"row"})
        starts = [at for event in rows for at in event["startMs"]]
        ends = [at for event in rows for at in event["endMs"]]
        self.assertEqual(len(starts), 3 * driver.ROW_TASKS + 1)
        self.assertEqual([event["first"] for event in rows][:2], [0, len(rows[0]["startMs"])])
        # One after another, and all of them within the wall.
        times = [at for pair in zip(starts, ends) for at in pair]
        self.assertEqual(times, sorted(times))
        self.assertLessEqual(times[-1], outcome["wallMs"])
        _, digest, kept = CHECKS[0]
        self.assertEqual({(event["digest"], event["kept"]) for event in rows}, {(digest, kept)})
        self.assertLess(max(map(len, lines.written)), 16384)

    def test_the_clock_of_a_pass_can_stand_still(self):
        moments = iter(range(100))
        with unittest.mock.patch.object(driver, "time") as clock:
            clock.perf_counter.side_effect = lambda: next(moments)
            passed = driver.PassClock()
            with passed.standing():
                clock.perf_counter()
            self.assertEqual(passed.milliseconds(clock.perf_counter()), 2000)

    def test_an_error_ends_the_pass_and_not_the_process(self):
        written = []
        order = {"nonce": "a-1", "workload": "list", "size": 10, "tasks": 1}
        with unittest.mock.patch.object(driver, "timed_sequence", side_effect=MemoryError):
            driver.run_order(order, written.append)
        end = json.loads(written[-1].decode().partition(" ")[2])
        self.assertEqual((end["ev"], end["status"], end["reason"]), ("end", "error", "MemoryError"))


class Telling(unittest.TestCase):
    def test_counts_stamps_and_ends_once(self):
        lines = Lines()
        self.assertTrue(lines.teller.tell("submitted", tasks=2))
        lines.teller.tell("result", task=0)
        self.assertTrue(lines.teller.end("partial"))
        self.assertFalse(lines.teller.end("deadline"))
        self.assertFalse(lines.teller.tell("progress", frac={}))
        events = list(lines.events())
        self.assertEqual([event["seq"] for event in events], [1, 2, 3])
        self.assertEqual({event["v"] for event in events}, {1})
        self.assertEqual(events[-1]["status"], "partial")
        self.assertEqual(events[-1]["ok"], 1)
        stamps = [event["ts"] for event in events]
        self.assertEqual(stamps, sorted(stamps))

    def test_breaks_no_silence_that_is_none(self):
        lines = Lines()
        lines.teller.tell("submitted", tasks=2)
        lines.teller.break_silence()
        self.assertEqual(len(lines.written), 1)

    def test_is_idle_since_something_last_made_progress(self):
        lines = Lines()
        began = time.perf_counter()
        lines.teller.tell("progress", frac={})
        self.assertGreaterEqual(lines.teller.idle(), time.perf_counter() - began)
        began = time.perf_counter()
        lines.teller.tell("progress", frac={"0": 0.5})
        self.assertLessEqual(lines.teller.idle(), time.perf_counter() - began)

    def test_breaks_a_silence_by_an_empty_line(self):
        lines = Lines()
        with unittest.mock.patch.object(driver, "SILENCE_S", 0):
            lines.teller.break_silence()
        self.assertEqual([(event["ev"], event["frac"]) for event in lines.events()], [("progress", {})])

    def test_progress_comes_in_one_line_of_what_changed_and_not_at_once_again(self):
        lines = Lines()
        progress = driver.Progress(lines.teller)
        for done in (0.1, 0.25):
            progress.note(3, done)
        progress.note(4, 1 / 3)
        progress.note(5, 0.5)
        progress.drop(5)
        progress.flush()
        progress.note(3, 0.5)
        progress.flush()
        self.assertEqual([event["frac"] for event in lines.events()], [{"3": 0.25, "4": 0.3333}])

    def test_lines_stay_below_16_kb(self):
        lines = Lines()
        progress = driver.Progress(lines.teller)
        for task in range(100000, 101000):
            progress.note(task, 0.1234)
        progress.flush()
        node = {"id": "f" * 56, "ip": "255.255.255.255", "host": "h" * 63, "cpus": 1024}
        lines.teller.tell("cluster", nodes=[node] * driver.LISTED_NODES, count=1000, cpus=1, free=1, initMs=0.001)
        frac, cluster = lines.events()
        self.assertEqual(len(frac["frac"]), driver.PROGRESS_TASKS)
        self.assertEqual(len(cluster["nodes"]), driver.LISTED_NODES)
        self.assertLess(max(map(len, lines.written)), 16384)


class Times(unittest.TestCase):
    def test_a_node_is_set_by_its_quickest_message(self):
        clocks = driver.Clocks()
        for sent, arrived in ((100.0, 7.5), (101.0, 8.1), (102.0, 9.4)):
            clocks.learn("a", sent, arrived)
        clocks.meet("a", 103.0, 10.0)
        self.assertAlmostEqual(clocks.set("a", 101.0), 8.1)

    def test_a_node_that_comes_later_by_its_first(self):
        clocks = driver.Clocks()
        clocks.meet("b", 50.0, 1.0)
        clocks.meet("b", 51.0, 1.5)
        self.assertAlmostEqual(clocks.set("b", 52.0), 3.0)


class Errors(unittest.TestCase):
    def test_tells_the_cause_within_ray_error_shortly(self):
        error = RuntimeError("a traceback of twenty lines")
        error.cause = MemoryError("x" * 2000)
        name, message = driver.plain_error(error)
        self.assertEqual((name, len(message)), ("MemoryError", driver.MESSAGE_LENGTH))
        self.assertEqual(driver.plain_error(OSError("lost")), ("OSError", "lost"))


class Waiting(unittest.TestCase):
    def queue(self, held, *workers):
        """What a queue says of workers that come after seconds, at an age in milliseconds."""
        with unittest.mock.patch("time.perf_counter", return_value=100.0):
            queue = driver.Queue(held)
        for after, age in workers:
            queue.end(100.0 + after, age)
        return queue

    def test_is_what_a_worker_waited_without_its_own_start(self):
        self.assertEqual(self.queue(True, (8.0, 900.0), (5.0, 1000.0)).milliseconds(), 7100.0)

    def test_is_all_of_it_for_a_worker_that_was_there_if_others_held_the_cpus(self):
        self.assertEqual(self.queue(True, (8.0, 60000.0)).milliseconds(), 8000.0)
        self.assertEqual(self.queue(False, (0.4, 60000.0)).milliseconds(), 0.0)

    def test_is_unknown_and_so_none_where_no_age_is_reported(self):
        self.assertEqual(self.queue(True, (8.0, None)).milliseconds(), 0.0)

    def test_given_up_is_all_of_it_unless_a_cpu_is_free(self):
        for free, waited in ((0, 15000.0), (1, 0.0)):
            queue = self.queue(True)
            with unittest.mock.patch("time.perf_counter", return_value=115.0):
                queue.give_up(free)
            self.assertEqual(queue.milliseconds(), waited)

    def test_a_process_knows_its_age(self):
        ages = [driver.process_age(), driver.process_age()]
        if os.path.exists("/proc/self/stat"):
            self.assertGreaterEqual(ages[1], ages[0])
            self.assertGreater(ages[0], 0)


class Cpus(unittest.TestCase):
    def test_only_whole_ones_count(self):
        self.assertEqual([driver.whole_cpus(found) for found in ({}, {"CPU": 0.5}, {"CPU": 2.0})], [0, 0, 2])


class Public:
    """What Ray tells of a session, as newer Rays do."""

    def __init__(self, name):
        self.get_session_name = lambda: name


class Private:
    """The same in Ray 2.10."""

    def __init__(self, name):
        self.worker = unittest.mock.Mock()
        self.worker.node.session_name = name


class Pass(unittest.TestCase):
    """A pass whose tasks are long enough to tell their progress."""

    task = "run_sequence"

    def ended(self, events):
        """The tasks that have a result, in the order of their results."""
        return [event["task"] for event in events if event["ev"] == "result"]

    def run_pass(self, ray, *more, short_words=0):
        """Runs a pass of three tasks; returns its outcome and its events."""
        lines = Lines()
        arguments = ["--nonce", "a-1", "--workload", "list", "--size", "90", "--tasks", "3", "--deadline", "60"]
        own = {"whereabouts": ray.place, "end_on_sigterm": lambda _: None, "SHORT_WORDS": short_words}
        with unittest.mock.patch.dict(sys.modules, ray=ray), unittest.mock.patch.multiple(driver, **own):
            outcome = driver.profile(driver.read_options([*arguments, "--serial", "2", *more]), lines.teller)
        return outcome, list(lines.events())

    def test_waits_for_cpus_with_a_task_for_each_and_runs_none(self):
        ray = Fake()
        with unittest.mock.patch.object(driver, "stand_by", new=lambda _: None):
            outcome, events = self.run_pass(ray, "--wait", "60")
        self.assertEqual(outcome, {"status": "ok"})
        self.assertEqual([event["ev"] for event in events], ["hello", "cluster"])
        self.assertEqual([options["num_cpus"] for _, options in ray.submitted], [1, 1, 1])

    def test_has_a_result_of_every_task_and_then_the_serial_ones(self):
        ray = Fake()
        outcome, events = self.run_pass(ray)
        self.assertEqual(outcome, {"status": "ok"})
        results = [event for event in events if event["ev"] == "result"]
        answer = finished("list", 90)[0].answer()
        self.assertEqual(sorted(event["task"] for event in results), [0, 1, 2])
        self.assertEqual([{name: event[name] for name in answer} for event in results], [answer] * 3)
        serial = next(event for event in events if event["ev"] == "serial")
        self.assertEqual([len(serial[name]) for name in ("taskMs", "betweenMs", "faults")], [2, 1, 2])
        self.assertTrue(all(time >= 0 for time in serial["taskMs"] + serial["betweenMs"]))
        cluster = next(event for event in events if event["ev"] == "cluster")
        self.assertEqual([node["id"] for node in cluster["nodes"]], ["n"])
        warm = [(event["ready"], event["of"]) for event in events if event["ev"] == "warm"]
        self.assertEqual(warm[-1], (2, 2))

    def test_ends_before_its_first_task_in_another_session_than_it_was_sent_to(self):
        for context in (Public("here"), Private("here")):
            ray = Fake()
            ray.get_runtime_context = lambda context=context: context
            outcome, events = self.run_pass(ray, "--session", "there")
            self.assertEqual(outcome, {"status": "error", "reason": "other-session"})
            self.assertEqual(([event["ev"] for event in events], ray.submitted), (["hello", "cluster"], []))
            self.assertEqual(self.run_pass(ray, "--session", "here")[0], {"status": "ok"})

    def test_runs_no_task_a_second_time_and_spreads_them(self):
        ray = Fake()
        self.run_pass(ray)
        names = [name for name, _ in ray.submitted]
        self.assertEqual(names, ["warm_worker"] * 2 + [self.task] * 3 + ["run_serially"])
        for _, options in ray.submitted:
            self.assertEqual((options["max_retries"], options["num_cpus"]), (0, 1))
            self.assertEqual(options["scheduling_strategy"], "SPREAD")

    def test_where_a_worker_dies_loses_that_task_alone_and_what_comes_after_a_pass_that_counts(self):
        outcome, events = self.run_pass(Fake(deadly=[self.task]))
        self.assertEqual(outcome, {"status": "partial"})
        failed = [(event["task"], event["error"]) for event in events if event["ev"] == "failed"]
        self.assertEqual(failed, [(0, "RayError")])
        self.assertEqual(self.ended(events), [1, 2])
        self.assertNotIn("serial", [event["ev"] for event in events])

    def test_goes_on_where_a_worker_dies_in_the_warm_up_or_after_the_tasks(self):
        for name in ("warm_worker", "run_serially"):
            with contextlib.redirect_stderr(io.StringIO()):
                outcome, events = self.run_pass(Fake(deadly=[name]))
            self.assertEqual(outcome, {"status": "ok"})
            self.assertEqual(len(self.ended(events)), 3)

    def test_on_a_cluster_without_a_free_cpu_waits_for_one_and_says_for_how_long_and_why_it_gave_up(self):
        ray = Fake()
        ray.available_resources = lambda: {}
        ray.wait = lambda streams, **_: ([], streams)
        clock = iter(range(10000))
        lines = Lines()
        with unittest.mock.patch("time.perf_counter", side_effect=lambda: float(next(clock))):
            driver.warm_up(ray, lines.teller, driver.Clocks(), driver.Queue(held=True), {"one", "two"})
        first, last = (event for event in lines.events() if event["ev"] == "warm")
        self.assertEqual((first["ready"], first["of"], first["queueMs"]), (0, 2, 0.0))
        self.assertEqual((last["ready"], last["of"], last["free"]), (0, 2, 0))
        self.assertGreaterEqual(last["queueMs"], driver.WARM_UP_LIMIT_S * 1000)
        self.assertEqual(len(ray.cancelled), 2)

    def test_warms_up_where_no_cpu_is_free_as_many_workers_as_it_can_have(self):
        ray = Fake()
        ray.available_resources = lambda: {}
        self.run_pass(ray)
        self.assertEqual([name for name, _ in ray.submitted].count("warm_worker"), 2)

    def test_counts_all_nodes_of_a_cluster_of_which_it_lists_the_first(self):
        ray = Fake()
        ray.nodes = lambda: Fake.nodes(ray)[:1] * (driver.LISTED_NODES + 20)
        _, events = self.run_pass(ray)
        cluster = next(event for event in events if event["ev"] == "cluster")
        self.assertEqual((len(cluster["nodes"]), cluster["count"]), (driver.LISTED_NODES, driver.LISTED_NODES + 20))

    def test_on_a_cluster_without_a_cpu_ends_with_that_reason(self):
        ray = Fake()
        ray.nodes = lambda: []
        outcome, _ = self.run_pass(ray)
        self.assertEqual(outcome, {"status": "error", "reason": "no-cpus"})
        self.assertEqual(ray.submitted, [])


class ShortPass(Pass):
    """The same pass of tasks too short to tell their progress."""

    task = "run_short_sequence"

    def run_pass(self, ray, *more):
        return super().run_pass(ray, *more, short_words=driver.words(91))

    def ran(self, events):
        return [row for event in events if event["ev"] == "ran" for row in event["tasks"]]

    def ended(self, events):
        return [row[0] for row in self.ran(events)]

    def test_has_a_result_of_every_task_and_then_the_serial_ones(self):
        outcome, events = self.run_pass(Fake())
        self.assertEqual(outcome, {"status": "ok"})
        names = [event["ev"] for event in events]
        self.assertEqual(names[names.index("submitted") :], ["submitted", "worker", "ran", "serial"])
        worker, ran = events[names.index("worker")], events[names.index("ran")]
        self.assertEqual((worker["number"], worker["worker"], worker["nice"]), (0, "w", 0))
        answer = finished("list", 90)[0].answer()
        self.assertEqual({name: ran[name] for name in answer}, answer)
        self.assertEqual([row[:2] for row in ran["tasks"]], [[0, 0], [1, 0], [2, 0]])
        for _, _, queued, start, end, cpu, _ in ran["tasks"]:
            self.assertTrue(queued >= 0 and 0 <= start <= end and cpu >= 0)

    def test_has_all_of_many_tasks_in_lines_below_16_kb_at_120_bytes_a_task(self):
        _, events = self.run_pass(Fake(), "--tasks", "5000")
        self.assertEqual(sorted(self.ended(events)), list(range(5000)))
        lines = [json.dumps(event, separators=(",", ":")) for event in events if event["ev"] == "ran"]
        self.assertLess(max(map(len, lines)), 16384)
        self.assertLess(sum(map(len, lines)), 120 * 5000)

    def test_hands_out_more_at_once_as_long_as_they_end_quickly(self):
        for patience, most in ((1e9, driver.SHORT_IN_LINE), (0, 2 * driver.IN_LINE)):
            ray = Fake()
            with unittest.mock.patch.object(driver, "PROGRESS_S", patience):
                self.run_pass(ray, "--tasks", "9000")
            self.assertEqual(ray.most_open, most)


class Workers(unittest.TestCase):
    def test_no_more_tasks_are_at_ray_than_workers_were_asked_for(self):
        for run in (Pass().run_pass, ShortPass().run_pass):
            ray = Fake()
            outcome, _ = run(ray, "--tasks", "20", "--workers", "1")
            self.assertEqual((outcome, ray.most_open), ({"status": "ok"}, 1))


class Source(unittest.TestCase):
    def test_is_python_3_8(self):
        with open(os.path.join(FOLDER, "driver.py"), encoding="utf-8") as file:
            ast.parse(file.read(), feature_version=(3, 8))

    def test_takes_no_nonce_that_a_shell_would_read_otherwise(self):
        rest = ["--workload", "list", "--size", "5", "--tasks", "2", "--serial", "3", "--deadline", "9.5"]
        options = driver.read_options(["--nonce", "Ab_9-", *rest])
        self.assertEqual((options.size, options.tasks, options.serial, options.workers), (5, 2, 3, None))
        for nonce in ("", "a b", "$(x)", "a\n"):
            with self.assertRaises(ValueError):
                driver.nonce(nonce)


if __name__ == "__main__":
    unittest.main()
