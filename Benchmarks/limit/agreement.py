"""The limit of agreement: PyPI's krippendorff on a table of ratings, read by pandas.

    agreement.py RATINGS

RATINGS has the columns unit, coder, value. Prints the seconds it took and the seconds of the processor, without the start of
Python and its libraries; then alpha.
"""
import sys
import time

import krippendorff
import pandas


def alpha(path):
    ratings = pandas.read_csv(path)
    table = ratings.pivot(index="coder", columns="unit", values="value")
    return krippendorff.alpha(reliability_data=table.to_numpy(), level_of_measurement="nominal")


def main():
    began, worked = time.perf_counter(), time.process_time()
    value = alpha(sys.argv[1])
    print(f"{time.perf_counter() - began:.3f} {time.process_time() - worked:.3f} {value:.9f}")


main()
