"""How many of the masks' lesions an evaluation marks: python lesions_found.py DIR

DIR was written by `cavga evaluate --maps`. A lesion is a connected patch of mask pixels at the
network's size, found when one of its pixels lies above the threshold (1 in the calibrated map).
"""

import csv
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage

LARGE = 10  # pixels


def picture(file):
    image = Image.open(file)
    image.seek(0)
    marked = np.array(image) >= 1
    image.seek(1)
    mask = np.array(image) > 0
    return marked, mask


def main(folder):
    total = np.zeros(7, int)
    with open(folder / "scores.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, 1):
        maps = folder / "maps" / f"{number:06d}.tif"
        if row["label"] != "anomalous" or not maps.exists():
            continue
        marked, mask = picture(maps)
        lesions, count = ndimage.label(mask, np.ones((3, 3)))
        sizes = np.bincount(lesions.ravel(), minlength=count + 1)[1:]
        found = np.isin(np.arange(1, count + 1), lesions[marked & mask])
        large = sizes >= LARGE
        numbers = np.array(
            [(found & large).sum(), large.sum(), (found & ~large).sum(), (~large).sum(),
             (marked & mask).sum(), mask.sum(), marked.sum()])
        total += numbers
        print(row["image"], f"score {float(row['score']):.2f}:", sentence(numbers))
    print("all:", sentence(total))


def sentence(n):
    return (f"{n[0]} of {n[1]} lesions of {LARGE} pixels or more, {n[2]} of {n[3]} smaller ones; "
            f"{n[4] / max(1, n[5]):.0%} of the lesions' pixels are marked, "
            f"{n[4] / max(1, n[6]):.0%} of what is marked is lesion")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
