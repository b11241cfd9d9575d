#!/usr/bin/env python3
"""Counts the instructions of the main tasks with callgrind, and compares them with those that are kept.

    instructions.py [TASK...] [--keep] [--data FOLDER] [--draad PROGRAM]

Unlike seconds, instructions are the same on a busy machine. A task that needs over 15 % more than the kept number fails; whoever means
it to keeps the new numbers with `--keep` and says in the commit why. The numbers hold for the processor, Swift and SQLite that
stand at the head of `instructions.csv`; with others they are shown and nothing fails.
"""
import argparse
import csv
import os
import platform
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = HERE + "/instructions.csv"
TOLERANCE = 0.15
MEGABYTES = 1
# Swift seeds its hash tables by chance unless told otherwise.
ENVIRONMENT = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1", LC_ALL="C.UTF-8", DRAAD_CODER="mila")


def tasks(data):
    """The words of each task, on studies that `prepare` made."""
    corpus, coded = f"{data}/corpus-{MEGABYTES}", f"{data}/coded.draad"
    return {
        "import": ["-s", f"{data}/empty.draad", "import", f"{corpus}/interviews", "--segment", "sentence"],
        "find": ["-s", coded, "search", "=gewoon", "--limit", "50"],
        "frequencies": ["-s", coded, "frequencies", "--count", "transcripts"],
        "cooccurrence": ["-s", coded, "cooccurrence"],
        "agreement": ["agreement", "--data", f"{data}/ratings.csv"],
    }


def made_with():
    """What the numbers depend on, besides the program."""
    swift = re.search(r"Swift version (\S+)", subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout)
    sqlite = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True).stdout.split()
    return f"{platform.machine()}, Swift {swift[1] if swift else '?'}, SQLite {sqlite[0] if sqlite else '?'}"


def run(words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)


def prepare(draad, data):
    """A corpus, an empty study and a coded one; the empty one is made anew, since the import fills it."""
    corpus = f"{data}/corpus-{MEGABYTES}"
    if not os.path.exists(corpus + "/vocabulary.txt"):
        run([sys.executable, HERE + "/corpus.py", corpus, "--megabytes", str(MEGABYTES), "--files", str(20 * MEGABYTES),
             "--codings", str(10_000 * MEGABYTES)])
    for name in os.listdir(data):
        if name.startswith(("empty.draad", "coded.draad")):
            os.remove(f"{data}/{name}")
    for study in ("empty", "coded"):
        run([draad, "new", f"{data}/{study}.draad"])
    study = ["-s", f"{data}/coded.draad"]
    run([draad, *study, "import", f"{corpus}/interviews", "--segment", "sentence"])
    run([draad, *study, "codebook", "load", f"{corpus}/codebook.yaml"])
    run([draad, *study, "codings", "load", f"{corpus}/codings.csv"])
    # The first analysis makes the packed copies; the counted one finds them.
    run([draad, *study, "frequencies"])
    with open(f"{data}/ratings.csv", "w", encoding="utf-8") as file:
        file.write("unit,coder,value\n")
        for rating in range(30_000):
            unit, coder = divmod(rating, 3)
            file.write(f"{unit},{coder},{(unit * 7 + (coder if unit % 5 == 0 else 0)) % 5 + 1}\n")


def counted(draad, words):
    """Instructions of one run, all threads together."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", draad, *words],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    total = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not total:
        sys.exit(f"{' '.join(words)}: {done.stderr[-2000:]}")
    return int(total[1])


def kept():
    """What the kept numbers were made with, and the numbers by task."""
    if not os.path.exists(KEPT):
        return None, {}
    with open(KEPT, encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return head[2], {task: int(count) for task, count, *_ in rows}


def keep(counts):
    with open(KEPT, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("task", "instructions", made_with()), *counts.items()])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tasks", nargs="*", metavar="TASK")
    parser.add_argument("--keep", action="store_true", help="keep these numbers")
    parser.add_argument("--data", default=HERE + "/../.bench/instructions")
    parser.add_argument("--draad", default=HERE + "/../.build/release/draad")
    arguments = parser.parse_args()
    data = os.path.abspath(arguments.data)
    os.makedirs(data, exist_ok=True)
    # callgrind does not read the debug information of Swift.
    draad = data + "/draad"
    subprocess.run(["strip", "-o", draad, arguments.draad], check=True)
    prepare(draad, data)
    with_, before = kept()
    is_comparable = with_ == made_with()
    counts, grown = dict(before), []
    print(f"{'task':<14} {'millions':>10} {'kept':>10} {'change':>8}")
    for name, words in tasks(data).items():
        if arguments.tasks and name not in arguments.tasks:
            continue
        counts[name] = counted(draad, words)
        old = before.get(name)
        change = f"{100 * (counts[name] / old - 1):+.1f} %" if old else ""
        print(f"{name:<14} {counts[name] / 1e6:>10.1f} {old / 1e6 if old else 0:>10.1f} {change:>8}", flush=True)
        if old and counts[name] > old * (1 + TOLERANCE):
            grown.append(name)
    if arguments.keep:
        keep(counts)
    elif not is_comparable:
        print(f"The kept numbers are of {with_}, these of {made_with()}: not compared.")
    elif grown:
        sys.exit(f"Over {TOLERANCE:.0%} more: {', '.join(grown)}. If that is meant: instructions.py --keep, and say why in the commit.")


if __name__ == "__main__":
    main()
