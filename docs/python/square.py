"""Squares of a photograph at a network's size, exactly as CAVGA makes them. Needs numpy.

An exported model's metadata say in words what is done here.
"""

import numpy as np

import photograph


def shares(start, scale, count, length):
    """[count,length]: how much of each of count places each of length pixels covers."""
    at, place = (np.arange(length + 1) - start) / scale, np.arange(count)[:, None]
    return np.maximum(0, np.minimum(at[1:], place + 1) - np.maximum(at[:-1], place))


def linear(start, scale, count, length):
    """[length,count]: the weight of each of count values at each of length pixels."""
    at = (np.arange(length)[:, None] + 0.5 - start) / scale - 0.5
    return np.maximum(0, 1 - np.abs(at - np.arange(count)))


def around(pixels, how):
    """The square around the field of view (left, top, side), and what says who belongs to it."""
    height, width, _ = pixels.shape
    contains, bounds = photograph.disc(0, 0, np.inf, 0, 0, width, height)
    if how["field_of_view"] == "retina":
        contains, bounds = photograph.find(pixels, how["numbers"])
    side = max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    left, top = (bounds[0] + bounds[2] - side) / 2, (bounds[1] + bounds[3] - side) / 2
    return (left, top, side), contains


def region(pixels, contains, left, top, side, how, samples=None):
    """A square of the picture, [C,H,W], and where it is seen, [H,W].

    With samples, of a large square only so many columns and rows count in each of its places.
    """
    n, size = how["numbers"], how["size"]
    step = max(1, int(side / size / samples)) if samples else 1
    if step > 1:
        pixels, left, top = pixels[::step, ::step], (left - 0.5) / step, (top - 0.5) / step
        left, top, side = left + 0.5, top + 0.5, side / step
    # Nothing farther away counts.
    x, y = (max(0, int(start) - 1) for start in (left, top))
    pixels = pixels[y : max(0, int(top + side) + 2), x : max(0, int(left + side) + 2)]
    left, top, (height, width, _) = left - x, top - y, pixels.shape
    columns, rows = x + np.arange(width), y + np.arange(height)[:, None]
    inside, scale = contains(columns * step, rows * step), side / size
    down, across = shares(top, scale, size, height), shares(left, scale, size, width).T
    seen = down @ inside @ across >= n["least_seen"]
    if scale < 1:
        down = linear(-top / scale, 1 / scale, height, size)
        across = linear(-left / scale, 1 / scale, width, size).T
    picture = down @ (np.moveaxis(pixels, 2, 0) * inside) @ across
    picture = seen * picture / np.maximum(down @ inside @ across, 1e-9)
    if len(picture) != how["channels"]:
        grey, luminance = len(picture) == 1, [n["luminance"]]
        picture = np.repeat(picture, 3, axis=0) if grey else np.tensordot(luminance, picture, 1)
    return picture, seen
