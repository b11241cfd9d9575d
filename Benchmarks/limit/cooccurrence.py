"""The limit of a co-occurrence matrix: the same rows of the file, and scipy's sparse product.

    cooccurrence.py STUDY

A row of the matrix is a segment, a column a code; a coding marks the segments with which it shares a character. Prints the seconds
it took and the seconds of the processor, without the start of Python and its libraries; then the sum of the table, to compare.
"""
import sqlite3
import sys
import time

import numpy
import scipy.sparse


def rows(database, question):
    return numpy.array(database.execute(question).fetchall(), dtype=numpy.int64)


def matrix(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    segments = rows(database, "SELECT transcript_id, start_byte, end_byte FROM segments ORDER BY 1, 2")
    codings = rows(database, "SELECT transcript_id, start_byte, end_byte, code_id FROM codings")
    room = 1 + max(segments[:, 2].max(), codings[:, 2].max())
    begins, ends = segments[:, 0] * room + segments[:, 1], segments[:, 0] * room + segments[:, 2]
    first = numpy.searchsorted(ends, codings[:, 0] * room + codings[:, 1], side="right")
    last = numpy.searchsorted(begins, codings[:, 0] * room + codings[:, 2], side="left")
    counts = last - first
    offsets = numpy.repeat(numpy.cumsum(counts) - counts, counts)
    touched = numpy.repeat(first, counts) + numpy.arange(counts.sum()) - offsets
    codes = numpy.repeat(codings[:, 3], counts)
    shape = (len(segments), int(codes.max()) + 1)
    marks = scipy.sparse.csr_matrix((numpy.ones(len(touched), dtype=numpy.int32), (touched, codes)), shape=shape)
    marks.data[:] = 1
    return (marks.T @ marks).toarray()


def main():
    began, worked = time.perf_counter(), time.process_time()
    table = matrix(sys.argv[1])
    print(f"{time.perf_counter() - began:.3f} {time.process_time() - worked:.3f} {table.sum()}")


main()
