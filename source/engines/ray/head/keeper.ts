/**
 * Starts a Ray head and ends it, as `python -c KEEPER FOLDER COMMAND…`.
 *
 * Whoever started it holds its standard input. When that closes, by will or because its holder is dead, the head is
 * asked to end, what is left of its processes is killed, and FOLDER is removed. Ray's processes have groups of their
 * own, and the head may die before them: so on Linux the keeper adopts every orphan below it and none is lost;
 * elsewhere it remembers what hung below it just before. It never looks for processes by their name.
 */
export const keeper = String.raw`
import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

PATIENCE_S = 5.0
PR_SET_CHILD_SUBREAPER = 36
ADOPTS = sys.platform == "linux"


def parents():
    """The parent of every process."""
    if not ADOPTS:
        table = subprocess.check_output(["ps", "-A", "-o", "pid=,ppid="])
        return dict(map(int, line.split()) for line in table.splitlines())
    found = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError), open(f"/proc/{name}/stat", "rb") as file:
            found[int(name)] = int(file.read().rpartition(b")")[2].split()[1])
    return found


def ours(remembered):
    """What hangs below this process, and what of the remembered still runs."""
    known = parents()
    reached = {os.getpid()}
    more = reached
    while more:
        more = {pid for pid, parent in known.items() if parent in reached} - reached
        reached = reached | more
    return (reached - {os.getpid()}) | (remembered & set(known))


def bury():
    """Takes note of the children that have ended: until then they count as processes."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def end(head):
    remembered = set() if ADOPTS else ours(set())
    head.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        head.wait(PATIENCE_S)
    patience = time.monotonic() + PATIENCE_S
    left = ours(remembered)
    while left:
        if time.monotonic() > patience:
            for pid in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)
        bury()
        left = ours(remembered)


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
# Without Python's own end: the thread that reads may still hold the standard input.
os._exit(0)
`;
