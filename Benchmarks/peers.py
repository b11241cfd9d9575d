#!/usr/bin/env python3
"""Measures Draad beside other programs for coding interviews, each by its own code, on the same texts and codings, in one run.

    peers.py [TASK...] [--runs N] [--megabytes N] [--timeout N] [--data FOLDER] [--draad PROGRAM] [--taguette PYTHON] [--qc PYTHON]

The peers are those that PyPI has: Taguette and qualitative-coding (`qc`), each in an environment of its own, for they want
different versions of SQLAlchemy: asked for both, pip takes an old `qc` (0.2.3). `make bench-peers` makes them. QualCoder is not on
PyPI and needs a window, so it is left out. Only the Python standard library is used here.

A row is a task at a size; for each program it has wall time and time of the processor in seconds, medians over the runs, and peak
memory in MB (10^6 bytes), the most of the runs. The programs take turns within a run, so that a busy machine slows all. Ours is
the whole process, its start included; of a peer only the work counts, without the start of Python and of its libraries, save in
the row `start`, where all are whole processes. Where a program has no such function its cell says `none`; where a run took longer
than the timeout, the start included, it was stopped.

The texts are those of corpus.py. Its two coders are made one and its tree of codes a list, since Taguette knows neither; a coding
that is then there twice stays once. Every answer is compared with a count of the codings themselves in this program, and a line
says where they differ. qc codes lines, which are turns here, so it is compared with the codes on each line.

A task is a function with the decorator `task`: it gets the bench and a size, and gives the questions to be put to each program.
"""
import argparse
import collections
import csv
import dataclasses
import functools
import itertools
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import run

HERE = os.path.dirname(os.path.abspath(__file__))
# The code whose quotes are asked for, and a word that one turn in seven has.
CODE, WORD = "C002", "gewoon"
CODES = [f"C{number:03}" for number in range(1, 201)]
TASKS = {}


def task(function):
    TASKS[function.__name__] = function
    return function


@dataclasses.dataclass
class Took(run.Took):
    """What one run took, and what it answered."""
    answer: object


def done(words, seconds):
    """Runs a program to its end: what it took and printed, or None when it was stopped after that many seconds."""
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=errors)
        late = threading.Event()
        watch = threading.Timer(seconds, lambda: (late.set(), process.kill()))
        watch.start()
        printed = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if late.is_set():
            return None
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"{' '.join(words)}: {errors.read().decode()}")
    return Took(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, printed.decode())


def numbers(rows):
    """The third column of a table by its first."""
    return {row[0]: int(row[2]) for row in rows[1:]}


def pairs(rows):
    """The cells above the diagonal of a matrix of codes."""
    return {f"{row[0]} {name}": int(cell) for row in rows[1:] for name, cell in zip(rows[0][1:], row[1:]) if row[0] < name}


class Draad:
    """Ours, measured as whole processes."""
    name, unit, lacks, ending = "Draad", "codings", (), ".draad"

    def __init__(self, bench, program):
        self.bench = bench
        self.program = program

    def version(self):
        return "Draad " + done([self.program, "--version"], 60).answer.strip()

    def gone(self, name):
        self.bench.remove(name + self.ending)

    def fresh(self, name):
        """A new study of that name."""
        return self.bench.new(name + self.ending)

    def load(self, path, corpus, codings):
        for words in (["import", corpus + "/interviews"], ["codebook", "load", self.bench.codebook()],
                      ["codings", "load", codings]):
            run.measured([self.program, "-s", path, "--as", "mila", *words])

    def ask(self, operation, path, *words):
        """Puts the question of a peer's operation as a command, and reads the answer."""
        table = ["--format", "csv"]
        command, read = {
            "start": (["info"], lambda rows: {}),
            # Imported 20 transcripts: 3375 turns, ...
            "import": (["import", *(word + "/interviews" for word in words)],
                       lambda rows: {"documents": int(rows[0][0].split()[1])}),
            "search": (["search", *("=" + word for word in words), "--limit", "0", *table],
                       lambda rows: {words[0]: len(rows) - 1}),
            "quotes": (["quotes", *words, "--limit", "0", *table], lambda rows: {words[0]: len(rows) - 1}),
            "frequencies": (["frequencies", "--count", "codings", *table], numbers),
            "cooccurrence": (["cooccurrence", *words, "--level", "turn", *table], pairs),
        }[operation]
        took = done([self.program, "-s", path, *command], self.bench.timeout)
        if took is not None:
            took.answer = read(list(csv.reader(took.answer.splitlines())))
        return took


class Peer:
    """Another program, by the driver that calls its code and measures itself."""

    def __init__(self, bench, python, driver):
        self.bench = bench
        # Not the file it links to: by its place Python knows the environment.
        self.python = os.path.abspath(python)
        self.driver = f"{HERE}/peers/with_{driver}.py"
        self.ending = "." + driver

    def version(self):
        asked = f"import importlib.metadata as m; print(m.version('{self.package}'))"
        return f"{self.name} {done([self.python, '-c', asked], 60).answer.strip()}"

    def gone(self, name):
        path = self.bench.path(name + self.ending)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)

    def fresh(self, name):
        """The path of that name, where nothing is any more; the driver makes the project."""
        self.gone(name)
        return self.bench.path(name + self.ending)

    def load(self, path, corpus, codings):
        for words in (["import", path, corpus], ["load", path, corpus, codings]):
            run.measured([self.python, self.driver, *words])

    def ask(self, operation, path, *words):
        took = done([self.python, self.driver, operation, path, *words], self.bench.timeout)
        if took is None:
            return None
        told = json.loads(took.answer)
        return dataclasses.replace(took, answer=told["answer"]) if operation == "start" else Took(**told)


class Taguette(Peer):
    """A server with its window in a browser, called without either."""
    name, package, unit, lacks = "Taguette", "taguette", "codings", ("search", "cooccurrence")


class QC(Peer):
    """A program of the command line."""
    name, package, unit, lacks = "qc", "qualitative-coding", "lines", ("search",)


@dataclasses.dataclass
class Question:
    """What is put to each program: an operation and its words, and the answer for programs that count by a unit."""
    name: str
    operation: str
    words: tuple = ()
    expected: object = lambda unit: {}


class Bench(run.Bench):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.timeout = arguments.timeout
        self.programs = [Draad(self, self.draad), Taguette(self, arguments.taguette, "taguette"),
                         QC(self, arguments.qc, "qc")]

    def codebook(self):
        """The codes of the corpus as a list."""
        path = self.path("peers-codebook.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("title: Two hundred codes\nlanguage: nl\ncodes:\n")
            file.writelines(f"  - key: {code}\n    name: Code {int(code[1:])}\n" for code in CODES)
        return path

    def codings(self, megabytes):
        """The codings of the corpus in the name of one coder, each once."""
        path = self.path(f"peers-{megabytes}.csv")
        with open(self.corpus(megabytes) + "/codings.csv", encoding="utf-8") as file:
            rows = dict.fromkeys(line.rpartition(",")[0] for line in itertools.islice(file, 1, None))
        with open(path, "w", encoding="utf-8") as file:
            file.write("transcript,start,end,code,coder\n")
            file.writelines(row + ",mila\n" for row in rows)
        return path

    def study(self, program, megabytes):
        """A study of a program with the corpus and its codings; kept for the next task."""
        path = self.path(f"peers-{megabytes}{program.ending}")
        if not os.path.exists(path):
            part = program.fresh(f"peers-{megabytes}-part")
            program.load(part, self.corpus(megabytes), self.codings(megabytes))
            shutil.move(part, path)
        return path

    @functools.cache
    def counted(self, megabytes):
        """What the answers should be, counted here.

        How many codings each code has, on how many lines it stands, on how many lines two codes meet, and how many lines have
        the word.
        """
        texts, codings, lines = {}, collections.Counter(), collections.defaultdict(set)
        folder, word = self.corpus(megabytes) + "/interviews/", re.compile(rf"\b{WORD}\b", re.IGNORECASE)
        for file in os.listdir(folder):
            with open(folder + file, encoding="utf-8") as text:
                texts[file.removesuffix(".txt")] = text.read()
        with open(self.codings(megabytes), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                codings[row["code"]] += 1
                lines[row["transcript"], texts[row["transcript"]].count("\n", 0, int(row["start"]))].add(row["code"])
        meetings = collections.Counter(
            f"{a} {b}" for codes in lines.values() for a, b in itertools.combinations(sorted(codes), 2))
        return {"codings": codings, "lines": collections.Counter(itertools.chain(*lines.values())), "meetings": meetings,
                "words": sum(bool(word.search(line)) for text in texts.values() for line in text.splitlines())}

    def put(self, question, megabytes):
        """Puts a question to every program in turn, as often as there are runs, and prints what it took."""
        took = {program: [] for program in self.programs if question.operation not in program.lacks}
        for _ in range(self.runs):
            for program, runs in took.items():
                if None not in runs:
                    path = (program.fresh("peers-import") if question.operation == "import"
                            else self.study(program, megabytes))
                    runs.append(program.ask(question.operation, path, *question.words))
        print(f"{question.name:<42}" + "".join(self.cell(took.get(program)) for program in self.programs), flush=True)
        for program, runs in took.items():
            if None not in runs:
                self.compare(program.name, question.expected(program.unit), runs[-1].answer)

    def cell(self, runs):
        if runs is None:
            return f"{'none':>26}"
        if None in runs:
            return f"{f'over {self.timeout} s':>26}"
        middle = statistics.median
        return "{:>11.3f}{:>9.3f}{:>6.0f}".format(
            middle(a.wall for a in runs), middle(a.cpu for a in runs), max(a.peak for a in runs) / 1e6)

    def compare(self, name, expected, answer):
        """Says where an answer is not what was counted."""
        wrong = [key for key in sorted({*expected, *answer}) if expected.get(key, 0) != answer.get(key, 0)]
        if wrong:
            print(f"    {name} differs in {len(wrong)} of {len(expected)} numbers, as {wrong[0]}: "
                  f"{answer.get(wrong[0], 0)}, counted {expected.get(wrong[0], 0)}", flush=True)


@task
def start(bench, megabytes):
    """The whole program until it has said something small of a study: its summary, its projects, its codes."""
    yield Question("start to first answer, whole process", "start")


@task
def importing(bench, megabytes):
    """All documents into a new study."""
    documents = len(os.listdir(bench.corpus(megabytes) + "/interviews"))
    yield Question(f"import of {documents} documents", "import", (bench.corpus(megabytes),),
                   lambda unit: {"documents": documents})


@task
def search(bench, megabytes):
    """Every turn with a common word, with its text."""
    found = bench.counted(megabytes)["words"]
    yield Question(f"word search, all {found} turns", "search", (WORD,), lambda unit: {WORD: found})


@task
def quotes(bench, megabytes):
    """All quotes of one code with their text."""
    counts = bench.counted(megabytes)
    yield Question(f"all {counts['codings'][CODE]} quotes of a code", "quotes", (CODE,),
                   lambda unit: {CODE: counts[unit][CODE]})


@task
def frequencies(bench, megabytes):
    """How often each code was put."""
    counts = bench.counted(megabytes)
    yield Question(f"frequencies of {counts['codings'].total()} codings", "frequencies", (), lambda unit: counts[unit])


@task
def cooccurrence(bench, megabytes):
    """On how many turns two codes meet: the first twenty, and all."""
    meetings = bench.counted(megabytes)["meetings"]
    for codes in (CODES[:20], CODES):
        among = {pair: number for pair, number in meetings.items() if {*pair.split()} <= {*codes}}
        yield Question(f"co-occurrence of {len(codes)} x {len(codes)} codes", "cooccurrence", tuple(codes),
                       lambda unit, among=among: among)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of {', '.join(TASKS)}; all unless said")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--megabytes", type=int, action="append", help="sizes; 1 and 10 unless said")
    parser.add_argument("--timeout", type=int, default=120, help="seconds after which a run is stopped")
    data = HERE + "/../.bench"
    parser.add_argument("--data", default=data)
    parser.add_argument("--draad", default=HERE + "/../.build/release/draad")
    parser.add_argument("--taguette", default=data + "/taguette/bin/python3", help="the Python that has Taguette")
    parser.add_argument("--qc", default=data + "/qc/bin/python3", help="the Python that has qualitative-coding")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.tasks if name not in TASKS]
    if unknown:
        parser.error(f"no task {', '.join(unknown)}; there are {', '.join(TASKS)}")
    for peer in (arguments.taguette, arguments.qc):
        if not os.path.exists(peer):
            parser.error(f"there is no {peer}; 'make bench-peers' makes it, or say which with --taguette and --qc")
    # The bench of run.py has a Python for its limits, of which there are none here.
    arguments.python = None
    bench = Bench(arguments)
    print(f"{'':<42}" + "".join(f"{program.version():>26}" for program in bench.programs))
    print(f"{'task':<42}" + f"{'s':>11}{'cpu s':>9}{'MB':>6}" * len(bench.programs))
    sizes = arguments.megabytes or [1, 10]
    for megabytes in sizes:
        counts = bench.counted(megabytes)
        print(f"{megabytes} MB: {counts['codings'].total()} codings; a code once a line, as qc has it: "
              f"{counts['lines'].total()}", flush=True)
        for name in arguments.tasks or TASKS:
            for question in TASKS[name](bench, megabytes):
                bench.put(question, megabytes)
    for program in bench.programs:
        program.gone("peers-import")


if __name__ == "__main__":
    main()
