"""Makes many different large photographs from a few: cropped, turned and tinted, each in its own way.

usage: large_photographs.py --output DIR [--count 50] [--seed 0] PHOTOGRAPH ...

For `cavga bench folder`: no two are alike, so that nothing can be kept from one for the next. They have the
sizes of those they are made from and are JPEG files. The same photographs, count and seed give the same
files with the same Pillow, which it needs.
"""

import argparse
import os
import random

from PIL import Image

LARGEST_CUT = 0.06  # of the width and of the height, in all
LARGEST_TURN = 15  # degrees
LARGEST_TINT = 0.12  # of each colour
QUALITY = 50  # as IDRiD has it


def varied(photograph, seed):
    draw = random.Random(seed)
    width, height = photograph.size
    left, top, right, bottom = (draw.uniform(0, LARGEST_CUT / 2) for _ in range(4))
    box = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
    picture = photograph.resize((width, height), Image.BICUBIC, box=box)
    if draw.random() < 0.5:
        picture = picture.transpose(Image.FLIP_LEFT_RIGHT)
    picture = picture.rotate(draw.uniform(-LARGEST_TURN, LARGEST_TURN), Image.BICUBIC)
    gains = [1 + draw.uniform(-LARGEST_TINT, LARGEST_TINT) for _ in range(3)]
    return picture.point([min(255, round(gain * value)) for gain in gains for value in range(256)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photographs", nargs="+")
    parser.add_argument("--output", required=True)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    for number in range(options.count):
        photograph = Image.open(options.photographs[number % len(options.photographs)]).convert("RGB")
        name = os.path.join(options.output, "photograph_%03d.jpg" % (number + 1))
        varied(photograph, options.seed * 1_000_003 + number).save(name, quality=QUALITY)


if __name__ == "__main__":
    main()
