#!/usr/bin/env python3
"""Measures Draad against the least that SQLite itself must do, both in the same run.

    run.py [TASK...] [--runs N] [--megabytes N] [--cold] [--data FOLDER] [--draad PROGRAM] [--python PROGRAM]

A row is a task at a size. `ours` and `limit` are wall time in seconds, medians over the runs; `ratio` is that of each pair of runs,
median (least to most); `cpu` is user and system time; `peak` the memory of our process in MB (10^6 bytes); `growth` how many times
ours of the first size. Runs of ours and of the limit take turns, so that a busy machine slows both. With `--cold` the system first
forgets what it holds in memory of the program and of the files named to it; without, the first run warms them. Only the Python standard library is used; `gcc` makes the limit in C, and
the limits in Python need numpy, scipy, pandas and krippendorff where `--python` stands (`python3 -m venv` and pip).

A task is a function with the decorator `task`: it gets the bench and a size, and gives the two things to be run.
"""
import argparse
import dataclasses
import os
import pty
import random
import shutil
import signal
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TASKS = {}
COLD = False


def task(function):
    TASKS[function.__name__] = function
    return function


@dataclasses.dataclass
class Took:
    """What one run took: seconds, seconds of the processor, bytes."""
    wall: float
    cpu: float
    peak: int


def forget(words):
    """Lets the system drop what it holds in memory of the files and folders among the words; part of a cold run."""
    for word in words:
        within = [os.path.join(folder, name) for folder, _, names in os.walk(word) for name in names]
        for path in within or [shutil.which(word) or word]:
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    os.fsync(file.fileno())
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measured(words):
    """Runs a program to its end and measures it; a failure ends the bench."""
    if COLD:
        forget(words)
    began = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(words)}: {errors.decode()}")
    return Took(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def awaited(words, sign, state):
    """Runs a program on a terminal of its own until it has written a sign, and ends it."""
    if COLD:
        forget(words)
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(words[0], words, os.environ | {"TERM": "xterm", "XDG_STATE_HOME": state})
    said = b""
    while sign not in said:
        said += os.read(terminal, 65536)
    wall = time.perf_counter() - began
    os.kill(child, signal.SIGKILL)
    used = os.wait4(child, 0)[2]
    os.close(terminal)
    return Took(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def told(words):
    """Runs a limit that measures itself: it prints seconds and seconds of the processor."""
    if COLD:
        forget(words[1:])
    wall, cpu = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()[:2]
    return Took(float(wall), float(cpu), 0)


@dataclasses.dataclass
class Comparison:
    """Two things to be run in turn, and what may be done before each pair."""
    name: str
    ours: object
    limit: object
    allowed: str
    before: object = lambda: None


class Bench:
    def __init__(self, arguments):
        self.draad = os.path.abspath(arguments.draad)
        self.data = os.path.abspath(arguments.data)
        self.runs = arguments.runs
        self.python = arguments.python
        os.makedirs(self.data, exist_ok=True)

    def path(self, name):
        return os.path.join(self.data, name)

    def corpus(self, megabytes):
        """The folder of a corpus of that size; made when it is not there."""
        folder = self.path(f"corpus-{megabytes}")
        if not os.path.exists(folder + "/vocabulary.txt"):
            print(f"Making a corpus of {megabytes} MB...", file=sys.stderr)
            subprocess.run([sys.executable, HERE + "/corpus.py", folder, "--megabytes", str(megabytes), "--files",
                            str(20 * megabytes), "--codings", str(10_000 * megabytes)], check=True)
        return folder

    def limit(self, name):
        """A limit in C, made when it is older than its source."""
        source, program = f"{HERE}/limit/{name}.c", self.path(f"limit-{name}")
        if not os.path.exists(program) or os.path.getmtime(program) < os.path.getmtime(source):
            subprocess.run(["gcc", "-O2", "-o", program, source, "-lsqlite3"], check=True)
        return program

    def remove(self, name):
        for ending in ("", "-wal", "-shm", "-journal"):
            if os.path.exists(self.path(name) + ending):
                os.remove(self.path(name) + ending)

    def new(self, name):
        self.remove(name)
        subprocess.run([self.draad, "new", self.path(name)], check=True, stdout=subprocess.DEVNULL)
        return self.path(name)

    def imported(self, megabytes, unit="sentence"):
        """A study with a corpus in it; kept for the next task."""
        name = f"study-{megabytes}-{unit}.draad"
        if not os.path.exists(self.path(name)):
            self.new(name + ".part")
            measured([self.draad, "-s", self.path(name + ".part"), "import", self.corpus(megabytes) + "/interviews",
                      "--segment", unit])
            shutil.move(self.path(name + ".part"), self.path(name))
        return self.path(name)

    def coded(self, megabytes):
        """The same with a codebook of 200 codes and ten thousand codings for each megabyte."""
        name = f"coded-{megabytes}.draad"
        if not os.path.exists(self.path(name)):
            corpus = self.corpus(megabytes)
            shutil.copy(self.imported(megabytes), self.path(name + ".part"))
            for words in (["codebook", "load", corpus + "/codebook.yaml"], ["codings", "load", corpus + "/codings.csv"]):
                measured([self.draad, "-s", self.path(name + ".part"), "--as", "mila"] + words)
            shutil.move(self.path(name + ".part"), self.path(name))
        return self.path(name)

    def run(self, comparison, first=None):
        """Prints the line of a comparison; `first` is ours at the first size. Gives ours."""
        pairs = []
        for _ in range(self.runs):
            comparison.before()
            pairs.append((comparison.ours(), comparison.limit()))
        ours, limits = zip(*pairs)
        ratios = [a.wall / b.wall for a, b in pairs]
        middle = statistics.median
        wall = middle(a.wall for a in ours)
        spread = f"{middle(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        print("{:<48} {:>8.3f} {:>8.3f} {:>22} {:>8.2f} {:>8.2f} {:>5.0f} {:>7}  {}".format(
            comparison.name, wall, middle(b.wall for b in limits), spread, middle(a.cpu for a in ours),
            middle(b.cpu for b in limits), max(a.peak for a in ours) / 1e6, f"x {wall / first:.1f}" if first else "",
            comparison.allowed), flush=True)
        return wall


@task
def importing(bench, megabytes):
    """Transcripts into a new study; the limit inserts the rows of that study, a transaction a file as we do."""
    for unit in ("turn", "sentence"):
        source = bench.corpus(megabytes) + "/interviews"
        program = bench.limit("import")
        files = []

        def ours():
            files[:] = [bench.new("ours.draad")]
            return measured([bench.draad, "-s", files[0], "import", source, "--segment", unit])

        def limit():
            bench.remove("limit.db")
            return told([program, files[0], bench.path("limit.db"), "1"])

        yield Comparison(f"import {megabytes} MB by {unit}", ours, limit, "1.3")
    bench.remove("ours.draad")
    bench.remove("limit.db")


@task
def start(bench, megabytes):
    """A small study is opened and asked one thing."""
    study = bench.imported(1)
    yield Comparison(
        "start to first answer", lambda: measured([bench.draad, "-s", study, "info"]),
        lambda: measured(["sqlite3", study, "select 1"]), "6 (static: 4)")


@task
def prompt(bench, megabytes):
    """The shell of a coded study until its prompt is there; the limit is the sqlite3 shell, which reads the file's schema."""
    study = bench.coded(megabytes)
    yield Comparison(
        f"start to prompt, {megabytes} MB", lambda: awaited([bench.draad, study], b"> ", bench.path("state")),
        lambda: measured(["sqlite3", study, "SELECT count(*) FROM sqlite_schema"]), "1.0 + 100 ms")


@task
def find(bench, megabytes):
    """The first 50 passages with a common word; the limit is the index asked by the sqlite3 shell."""
    study = bench.imported(megabytes)
    question = """SELECT t.name, s.number, s.text FROM segment_index i JOIN segments s ON s.segment_id = i.rowid
                  JOIN transcripts t USING (transcript_id) WHERE segment_index MATCH 'gewoon' ORDER BY i.rowid LIMIT 50"""
    yield Comparison(
        f"find first 50 of a word, {megabytes} MB",
        lambda: measured([bench.draad, "-s", study, "search", "=gewoon", "--limit", "50"]),
        lambda: measured(["sqlite3", study, question]), "1.3 + 20 ms")


@task
def frequencies(bench, megabytes):
    """All codes counted, parents too; the limit is one GROUP BY of the codes themselves in the sqlite3 shell."""
    study = bench.coded(megabytes)
    for unit, what in (("transcripts", "count(DISTINCT transcript_id)"), ("codings", "count(*)")):
        question = f"SELECT code_id, {what} FROM codings GROUP BY code_id"
        yield Comparison(
            f"frequencies of {10 * megabytes} thousand codings, {unit}",
            lambda: measured([bench.draad, "-s", study, "frequencies", "--count", unit]),
            lambda: measured(["sqlite3", study, question]), "1.0")


def in_python(bench, name, given):
    """A limit in Python, which measures itself."""
    return lambda: told([bench.python, f"{HERE}/limit/{name}.py", given])


@task
def cooccurrence(bench, megabytes):
    """All codes by all codes, in how many segments they meet; the limit reads the same rows and takes scipy's product."""
    study = bench.coded(megabytes)
    yield Comparison(
        f"cooccurrence 200 x 200, {10 * megabytes} thousand codings",
        lambda: measured([bench.draad, "-s", study, "cooccurrence"]), in_python(bench, "cooccurrence", study), "0.5")


@task
def agreement(bench, megabytes):
    """Every statistic of three coders on ratings with five values; the limit computes alpha alone."""
    path = bench.path(f"ratings-{megabytes}.csv")
    if not os.path.exists(path):
        chance = random.Random(megabytes)
        with open(path, "w", encoding="utf-8") as file:
            file.write("unit,coder,value\n")
            for unit in range(10_000 * megabytes // 3):
                truth = chance.randrange(1, 6)
                for coder in (1, 2, 3):
                    file.write(f"{unit},{coder},{truth if chance.random() < 0.8 else chance.randrange(1, 6)}\n")
    yield Comparison(
        f"agreement, {10 * megabytes} thousand ratings",
        lambda: measured([bench.draad, "agreement", "--data", path]), in_python(bench, "agreement", path), "0.2")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of {', '.join(TASKS)}; all unless said")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--megabytes", type=int, action="append", help="sizes; 10 and 100 unless said")
    parser.add_argument("--cold", action="store_true", help="forget the files before each run")
    parser.add_argument("--data", default=HERE + "/../.bench")
    parser.add_argument("--python", default=sys.executable, help="one that has the libraries of the limits")
    parser.add_argument("--draad", default=HERE + "/../.build/release/draad")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.tasks if name not in TASKS]
    if unknown:
        parser.error(f"no task {', '.join(unknown)}; there are {', '.join(TASKS)}")
    global COLD
    COLD = arguments.cold
    bench = Bench(arguments)
    print("{:<48} {:>8} {:>8} {:>22} {:>8} {:>8} {:>5} {:>7}  {}".format(
        "task", "ours s", "limit s", "ratio (least to most)", "our cpu", "its cpu", "peak", "growth", "at most"))
    for name in arguments.tasks or TASKS:
        sizes, first = arguments.megabytes or [10, 100], {}
        for megabytes in sizes[:1] if name == "start" else sizes:
            for place, comparison in enumerate(TASKS[name](bench, megabytes)):
                wall = bench.run(comparison, first.get(place))
                first.setdefault(place, wall)


if __name__ == "__main__":
    main()
