/**
 * A Python program that starts a Ray head and cleans up after it: `python -c REAPER FOLDER COMMAND…`.
 *
 * Its parent holds its standard input. When that closes, on purpose or because the parent died, the reaper terminates
 * the head, kills the processes that remain, and removes FOLDER. Ray's processes have their own process groups and may
 * outlive the head, so on Linux the reaper adopts every orphan among its descendants. Elsewhere it remembers its
 * descendants from just before the end. It never looks for processes by name.
 */
export const reaper = String.raw`
import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

END_LIMIT_S = 5.0
PR_SET_CHILD_SUBREAPER = 36
ADOPTS = sys.platform == "linux"


def parents():
    """Maps every process to its parent."""
    if not ADOPTS:
        table = subprocess.check_output(["ps", "-A", "-o", "pid=,ppid="])
        return dict(map(int, line.split()) for line in table.splitlines())
    found = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError), open(f"/proc/{name}/stat", "rb") as file:
            found[int(name)] = int(file.read().rpartition(b")")[2].split()[1])
    return found


def descendants(remembered):
    """The running descendants of this process, and those of 'remembered' that still run."""
    parent_of = parents()
    family = {os.getpid()}
    more = family
    while more:
        more = {pid for pid, parent in parent_of.items() if parent in family} - family
        family = family | more
    return (family - {os.getpid()}) | (remembered & set(parent_of))


def reap():
    """Waits for children that have ended: until then the system lists them as processes."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def end(head):
    remembered = set() if ADOPTS else descendants(set())
    head.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        head.wait(END_LIMIT_S)
    kill_after = time.monotonic() + END_LIMIT_S
    left = descendants(remembered)
    while left:
        if time.monotonic() > kill_after:
            for pid in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)
        reap()
        left = descendants(remembered)


def main(folder, command):
    if ADOPTS:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    head = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    for wait in (sys.stdin.buffer.read, head.wait):
        threading.Thread(target=lambda wait=wait: (wait(), over.set()), daemon=True).start()
    over.wait()
    end(head)
    shutil.rmtree(folder, ignore_errors=True)


main(sys.argv[1], sys.argv[2:])
# Skip Python's own shutdown: the reading thread may still hold the standard input.
os._exit(0)
`;
