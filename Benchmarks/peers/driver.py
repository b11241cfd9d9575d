"""What the drivers of the peers share: how an operation is measured and told, and the codings that go into each.

A driver is run by the Python of its peer: `with_PEER.py OPERATION PROJECT [ARGUMENT...]`. An operation is a function that makes
ready what it needs and gives two things: the work, which is measured, and the answer, which is looked at when the work is done.
Prints a line of JSON: seconds, seconds of the processor, peak memory in bytes (of the whole process, so with Python and its
libraries), and the answer. Neither the start of Python nor that of the libraries is in the seconds.
"""
import bisect
import collections
import csv
import itertools
import json
import os
import resource
import sys
import time

Coding = collections.namedtuple("Coding", "start end start_byte end_byte line code words")


def tell(operations):
    """Does the operation that the command line names."""
    work, answer = operations[sys.argv[1]](*sys.argv[2:])
    began, worked = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak, "answer": answer()}))


def texts(corpus):
    """The name and the text of each interview."""
    folder = os.path.join(corpus, "interviews")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            yield name.removesuffix(".txt"), file.read()


def codings(corpus, table):
    """The name of each interview with its codings: where they stand in code points, in bytes of UTF-8, and on which line."""
    rows = collections.defaultdict(list)
    with open(table, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["transcript"]].append((int(row["start"]), int(row["end"]), row["code"]))
    for name, text in texts(corpus):
        after = [0, *itertools.accumulate(len(letter.encode()) for letter in text)]
        breaks = [place for place, letter in enumerate(text) if letter == "\n"]
        yield name, [Coding(start, end, after[start], after[end], bisect.bisect(breaks, start), code, text[start:end])
                     for start, end, code in rows[name]]


def rows_of(text, code, number):
    """Of a table in CSV with a heading: the number of each code."""
    return {row[code]: int(row[number]) for row in csv.DictReader(text.splitlines())}
