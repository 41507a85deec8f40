"""How much fine structure there is around optic discs, as the method disc looks at it. Needs NumPy, SciPy and Pillow.

    python3 disc_sharpness.py PICTURES RESULTS [BLUR]

PICTURES is a folder of photographs, RESULTS what `cavga disc --input PICTURES --output RESULTS` has written. BLUR, a share
of a picture's width, blurs the copies that are looked at, at the places found in the photographs as they are. Printed
are the number of discs, the smallest value, that of one in twenty, and the median. The squares are reduced by Pillow, so
that values differ a little from the software's own.
"""
import csv
import os
import sys

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

SQUARE = 2.2
SIZE = 128
GREEN = 1


def structure(plane, inside, narrow, wide):
    return np.std((gaussian_filter(plane, narrow) - gaussian_filter(plane, wide))[inside])


def sharpness(picture, x, y, diameter):
    half = SQUARE * diameter / 2
    square = picture.crop((int(x - half), int(y - half), int(x + half), int(y + half)))
    square = square.resize((SIZE, SIZE), Image.BOX if 2 * half > SIZE else Image.BILINEAR)
    pixels = np.asarray(square, float)
    inside = pixels.max(2) > 0.06 * 255
    green = pixels[..., GREEN]
    return structure(green, inside, 0.7, 1.4) / structure(green, inside, 2.8, 5.6)


def main():
    pictures, results = sys.argv[1:3]
    blur = float(sys.argv[3]) if len(sys.argv) > 3 else 0
    values = []
    with open(os.path.join(results, "results.csv"), newline="") as file:
        for row in csv.DictReader(file):
            if not row["disc_x"]:
                continue
            picture = Image.open(os.path.join(pictures, row["image"])).convert("RGB")
            if blur:
                sigma = blur * picture.width
                picture = Image.fromarray(gaussian_filter(np.asarray(picture), (sigma, sigma, 0)))
            values.append(sharpness(picture, *(float(row[c]) for c in ("disc_x", "disc_y", "disc_diameter_px"))))
    print("%d discs: least %.3f, one in twenty below %.3f, median %.3f"
          % (len(values), min(values), np.percentile(values, 5), np.median(values)))


if __name__ == "__main__":
    main()
