"""Fixtures of numbers: what goes in as whole numbers times a unit, what is expected in full."""
import gzip
import json
import math

import numpy as np

MOST_VALUES = 1800


class Whole:
    """Whole numbers that JSON holds in few bytes; the values are numbers times unit."""

    def __init__(self, numbers, unit):
        self.numbers = np.asarray(numbers, dtype=np.int64)
        self.unit = unit
        self.values = self.numbers * unit

    def part(self):
        return dict(unit=self.unit, numbers=self.numbers.ravel().tolist())


def expected(values):
    """A long array is thinned by an odd stride; the root mean square is of all its numbers."""
    flat = np.asarray(values, dtype=np.float64).ravel()
    stride = 1 if flat.size <= MOST_VALUES else math.ceil(flat.size / MOST_VALUES) | 1
    known = flat[~np.isnan(flat)]
    return dict(
        length=flat.size,
        stride=stride,
        rms=float('%.9g' % np.sqrt(np.mean(known ** 2))),
        values=[None if np.isnan(v) else float('%.7g' % v) for v in flat[::stride]])


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, separators=(',', ':'), allow_nan=False)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
