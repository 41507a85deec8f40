"""Optic discs in squares of a photograph: where they are, and their outlines. Needs numpy.

The numbers n are those of an exported model's metadata, which say in words what is done here.
"""

import numpy as np

import photograph

DEGREES = np.arange(360)
EAST, SOUTH = np.sin(np.radians(DEGREES)), -np.cos(np.radians(DEGREES))


def parts(mask):
    """Pixels that touch at sides or corners get the number of their part; how many each has."""
    labels = photograph.connected(mask, corners=True)
    return labels, photograph.sizes(labels)


def largest(mask):
    labels, counts = parts(mask)
    return labels == counts.argmax() + 1


def place(said, name, threshold, n):
    """Where an output is above a threshold in a look, and how it looks there; None for nowhere."""
    if said is None:
        return None
    plane, (left, top, side) = said[name][0], said["square"]
    inside = largest(plane > threshold)
    if inside.sum() < n["least_area"]:
        return None
    rows, columns = np.nonzero(inside)
    x, y, area, scale = columns + 0.5, rows + 0.5, len(rows), side / len(plane)
    mean, common = (x.var() + y.var()) / 2, (x * y).mean() - x.mean() * y.mean()
    determinant = max(0, x.var() * y.var() - common**2)
    difference = np.sqrt(max(0, mean**2 - determinant))
    edge = inside & ~np.all(photograph.neighbours(said["seen"], False), axis=0)
    outline = inside & ~np.all(photograph.neighbours(inside, False), axis=0)
    return {
        "x": left + x.mean() * scale,
        "y": top + y.mean() * scale,
        "diameter": 2 * np.sqrt(area / np.pi) * scale,
        "certainty": plane[inside].mean(dtype=float),
        "cut_off": edge.sum() / max(1, (edge | outline).sum()),
        "elongation": np.sqrt((mean + difference) / max(1e-9, mean - difference)),
        "roundness": area / (4 * np.pi * np.sqrt(max(1e-9, determinant))),
        "inside": inside,
    }


def doubt(first, second, said, field, n):
    """Why a disc that was looked at twice is not measured; None where it is."""
    if (
        not second
        or second["certainty"] < n["least_certainty"]
        or said["disc_certainty"] < n["least_clear"]
        or np.hypot(first["x"] - second["x"], first["y"] - second["y"])
        > n["most_shift"] * second["diameter"]
        or not 1 / n["most_growth"] <= first["diameter"] / second["diameter"] <= n["most_growth"]
    ):
        return "It is not certain what in the picture is the optic disc."
    if (
        not n["smallest"] <= second["diameter"] / field <= n["largest"]
        or second["elongation"] > n["most_elongated"]
        or second["roundness"] < n["least_round"]
    ):
        return "What looks most like an optic disc has not the shape of one."
    if second["diameter"] < n["fewest_pixels"]:
        return "The optic disc has too few pixels: take a larger picture."
    if second["cut_off"] > n["most_cut_off"]:
        return "The optic disc is cut off by the edge of the picture."
    if said["sharpness"] < n["least_sharpness"]:
        return "The picture is too blurred around the optic disc for its cup and rim to be measured."
    return None


class Outline:
    """A closed line by its distance from a centre in each degree, clockwise from up."""

    def __init__(self, x, y, radii):
        self.x, self.y, self.radii = x, y, radii
        self.xs, self.ys = x + radii * EAST, y + radii * SOUTH
        self.area = (radii * np.roll(radii, -1)).sum() * np.sin(np.radians(1)) / 2
        self.diameter = 2 * np.sqrt(self.area / np.pi)
        self.width, self.height = np.ptp(self.xs), np.ptp(self.ys)

    def scaled(self, factor, left, top):
        return Outline(factor * self.x + left, factor * self.y + top, factor * self.radii)

    def contains(self, width, height):
        """[height,width] of a picture: which pixels have their middles inside."""
        dx, dy = np.arange(width) + 0.5 - self.x, np.arange(height)[:, None] + 0.5 - self.y
        degrees = np.degrees(np.arctan2(dx, -dy))
        before = np.floor(degrees).astype(int)
        share = degrees - before
        radius = (1 - share) * self.radii[before % 360] + share * self.radii[(before + 1) % 360]
        return np.hypot(dx, dy) < radius

    def reach(self, x, y):
        """How far it reaches from a point in each degree; 0 where it is missed."""
        dx, dy = np.roll(self.xs, -1) - self.xs, np.roll(self.ys, -1) - self.ys
        east, south = EAST[:, None], SOUTH[:, None]
        with np.errstate(divide="ignore", invalid="ignore"):
            cross = east * dy - south * dx
            distance = ((self.xs - x) * dy - (self.ys - y) * dx) / cross
            share = ((self.xs - x) * south - (self.ys - y) * east) / cross
        return np.where((share >= 0) & (share <= 1), distance, 0).max(axis=1, initial=0)


def traced(plane, n):
    """The outline of what in a plane of probabilities reaches the threshold; None of nothing."""
    rows, columns = np.nonzero(plane >= n["threshold"])
    if len(rows) == 0:
        return None
    x, y = (columns + 0.5).mean(), (rows + 0.5).mean()
    lengths = np.arange(0, 1.5 * len(plane), n["ray_step"])
    zeros = np.pad(plane.astype(float), 1)
    across, down = x + lengths * EAST[:, None] + 0.5, y + lengths * SOUTH[:, None] + 0.5
    values = photograph.between(zeros, across, down)
    before, after = values[:, :-1], values[:, 1:]
    falls = (before >= n["threshold"]) & (after < n["threshold"])
    last = DEGREES, falls.shape[1] - 1 - falls[:, ::-1].argmax(axis=1)
    fall = np.where(falls.any(axis=1), before[last] - after[last], 1)
    beyond = n["ray_step"] * (n["threshold"] - after[last]) / fall
    radii = np.where(falls.any(axis=1), lengths[1:][last[1]] - beyond, 0)
    turns = range(-n["smoothing"], n["smoothing"] + 1)
    outline = Outline(x, y, np.mean([np.roll(radii, turn) for turn in turns], axis=0))
    return outline if outline.area > 0 else None


def closed(plane, reach):
    """Dark gaps become as bright as what is around them."""
    for most, beyond in (np.max, -np.inf), (np.min, np.inf):
        wide = np.pad(plane, reach, constant_values=beyond)
        window = np.lib.stride_tricks.sliding_window_view(wide, (2 * reach + 1, 2 * reach + 1))
        plane = most(window, axis=(2, 3))
    return plane


def shape(said, second, n):
    """The outlines of disc and cup in the picture's pixels; None for a cup that is not there."""
    disc = np.where((said["disc"][0] > n["outline"]) & ~second["inside"], 0, said["disc"][0])
    cup = np.minimum(said["cup"][0], disc)
    reaches = disc >= n["threshold"]
    outer = traced(np.where(reaches & ~largest(reaches), 0, disc), n)
    cup = closed(cup, int(n["vessel"] * outer.diameter + 0.5))
    labels, counts = parts(cup >= n["threshold"])
    small = (labels > 0) & (counts[labels - 1] < n["smallest_part"] * counts.max())
    inner = traced(np.where(small, 0, cup), n)
    left, top, side = said["square"]
    lines = [line and line.scaled(side / len(disc), left, top) for line in (outer, inner)]
    return tuple(lines)


def hours(disc, cup):
    """The rim's mean width at the clock hours from 1 to 12, by the disc's diameter."""
    reach = cup.reach(disc.x, disc.y) if cup else 0
    rim = np.maximum(0, disc.radii - reach) / disc.diameter
    return [rim[np.arange(30 * hour - 15, 30 * hour + 15) % 360].mean() for hour in range(1, 13)]
