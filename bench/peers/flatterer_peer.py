"""flatterer's own way: one table a level, in a folder of CSV files. It checks nothing."""

import json
import sys
from time import perf_counter

import flatterer


def main(source, target):
    flatterer.flatten(source, target, ndjson=True, force=True, dataframe=False)


if __name__ == "__main__":
    start = perf_counter()
    main(*sys.argv[1:])
    print(json.dumps({"seconds": perf_counter() - start}))
