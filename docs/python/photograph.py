"""Reads a photograph and finds the retina in it, exactly as CAVGA does. Needs numpy and Pillow.

An exported model's metadata say in words what is done here; the numbers n are theirs.
"""

import functools
import sys

import numpy as np
from PIL import Image, ImageOps

SRGB = 0.64, 0.33, 0.3, 0.6, 0.15, 0.06


def read(path):
    """The picture upright, [H,W,C] in 0 to 1, with one channel or three."""
    try:
        picture = Image.open(path)
        tiles = list(picture.tile)  # which loading takes away
        picture.load()
    except Exception as wrong:  # Pillow has many, also for pictures that are very large
        sys.exit(f"{path} cannot be read as a picture ({wrong}): save it anew as PNG.")
    says, stored = picture.info, tiles[0][3] if tiles else ""
    stored = stored if isinstance(stored, str) else stored[0]
    plain = picture.format in ("JPEG", "PNG") and stored in ("L", "RGB")
    if not plain or "transparency" in says:
        sys.exit(f"{path} is no opaque JPEG or PNG of 8 bits, grey or RGB; save it as such.")
    usual = "srgb" in says or (
        np.allclose(says.get("chromaticity", SRGB)[-6:], SRGB, atol=0.001)
        and abs(says.get("gamma", 0.45455) - 0.45455) < 0.0045
    )
    if "icc_profile" in says:  # whose name may have two bytes for each letter
        usual = b"sRGB" in says["icc_profile"].replace(b"\0", b"")
    if not usual:
        sys.exit(f"{path} has other colours than sRGB; save it as sRGB.")
    pixels = np.asarray(ImageOps.exif_transpose(picture), np.float32) / 255
    return pixels.reshape(*pixels.shape[:2], -1)


def neighbours(cells, beyond, corners=False):
    """What lies left and right of each cell, above and below it; or at its four corners."""
    wide = np.pad(cells, 1, constant_values=beyond)
    if corners:
        return [wide[:-2, :-2], wide[:-2, 2:], wide[2:, :-2], wide[2:, 2:]]
    return [wide[1:-1, :-2], wide[1:-1, 2:], wide[:-2, 1:-1], wide[2:, 1:-1]]


def connected(mask, corners=False):
    """Cells that touch at sides (or corners) get one number above 0, what is outside gets 0."""
    found = np.where(mask, 1 + np.arange(mask.size).reshape(mask.shape), 0)
    while True:
        labels, near = found, neighbours(found, 0)
        near += neighbours(found, 0, True) if corners else []
        found = functools.reduce(np.maximum, near, found) * mask
        if (labels == found).all():
            return labels


def sizes(labels):
    """How many cells have each number from 1."""
    return np.bincount(labels.ravel(), minlength=2)[1:]


def depth(inside):
    """How far each cell is from the nearest one outside; to a corner it is a root of two."""
    found = np.where(inside, np.float32(sum(inside.shape)), 0)
    while True:
        cells, sides, corners = found, neighbours(found, np.inf), neighbours(found, np.inf, True)
        found = np.minimum(cells, functools.reduce(np.minimum, sides) + np.float32(1))
        found = np.minimum(found, functools.reduce(np.minimum, corners) + np.sqrt(np.float32(2)))
        if (cells == found).all():
            return cells


def between(grid, x, y):
    """Bilinear between the middles of cells, which lie at whole numbers; the edge goes on."""
    x, y = np.clip(x, 0, grid.shape[1] - 1), np.clip(y, 0, grid.shape[0] - 1)
    grid, column, row = np.pad(grid, ((0, 1), (0, 1))), x.astype(int), y.astype(int)
    u, v = x - column, y - row
    above = grid[row, column] * (1 - u) + grid[row, column + 1] * u
    below = grid[row + 1, column] * (1 - u) + grid[row + 1, column + 1] * u
    return above * (1 - v) + below * v


def reduced(pixels, n):
    """The brightest channel on a coarse grid, and the width of its cells in pixels."""
    height, width, _ = pixels.shape
    cell = -(-max(height, width) // n["most_cells"])
    few = min(cell, n["most_samples"])
    offsets = (2 * np.arange(few) + 1) * cell // (2 * few)
    ys = np.minimum(np.arange(0, height, cell)[:, None] + offsets, height - 1)
    xs = np.minimum(np.arange(0, width, cell)[:, None] + offsets, width - 1)
    sampled = pixels[np.ix_(ys.ravel(), xs.ravel())].max(axis=2)
    sampled = sampled.reshape(len(ys), few, len(xs), few)
    return sampled.mean(axis=(1, 3), dtype=float).astype(np.float32), cell


def bright_region(grid, n):
    """The largest part when black that touches the edge is away; the border's share; the level."""
    ranked, f = np.sort(grid, axis=None), {name: np.float32(n[name]) for name in BRIGHTNESSES}
    black = ranked[int(n["dark_share"] * (grid.size - 1))]
    bright = ranked[int(n["bright_share"] * (grid.size - 1))]
    level = black + max(f["least_bright"] / 2, f["rim_level"] * (bright - black))
    dark = connected(grid < level)
    edge = np.concatenate([dark[0], dark[-1], dark[:, 0], dark[:, -1]])
    border = (dark > 0) & np.isin(dark, edge) & (black <= f["most_black"])
    parts = connected(~border)
    inside = parts == sizes(parts).argmax() + 1
    if bright < f["least_bright"] or inside.sum() < n["smallest_retina"] * grid.size:
        sys.exit("No retina was found in the picture, which is black or nearly so.")
    return inside, border.mean(), level


BRIGHTNESSES = "least_bright", "rim_level", "most_black"


def shows_two_eyes(grid, inside, level, n):
    """Whether there is a second bright region, or one that has a waist."""
    bright = sizes(connected((grid >= level) | inside))
    if (bright >= n["another_eye"] * inside.sum()).sum() > 1:
        return True
    height, width = (np.ptp(at) + 1 for at in np.nonzero(inside))
    if max(width, height) < n["long"] * min(width, height):
        return False
    deep = depth(inside)
    cores = np.sort(sizes(connected(deep > np.float32(n["waist"]) * deep.max())))
    return cores[-2:].sum() > cores[-1] and cores[-2] >= n["another_eye"] * cores[-1]


def rim(grid, inside, level, n):
    """Where rays from the region's middle leave it; those that end at the edge tell nothing."""
    (rows, columns), (y0, x0) = grid.shape, [at.mean() for at in np.nonzero(inside)]
    angles = 2 * np.pi * np.arange(n["rays"])[:, None] / n["rays"]
    dx, dy, lengths = np.cos(angles), np.sin(angles), np.arange(0, rows + columns, n["step"])
    x, y = x0 + lengths * dx, y0 + lengths * dy
    within = (x > -0.5) & (y > -0.5) & (x < columns - 0.5) & (y < rows - 0.5)
    column, row = (np.where(within, np.floor(at + 0.5), 0).astype(int) for at in (x, y))
    last = np.where(within & inside[row, column], lengths, -1).max(axis=1, keepdims=True)
    end = within.sum(axis=1, keepdims=True) * n["step"]
    meets = ((last >= 0) & (last <= end - 2))[:, 0]
    dx, dy, last = dx[meets], dy[meets], last[meets]
    lengths = last + np.arange(0, 2 + n["fine_step"], n["fine_step"])
    values = between(grid, x0 + lengths * dx, y0 + lengths * dy)
    falls = (values[:, 1:] < level) & (values[:, :-1] >= level)
    first = np.arange(len(falls)), falls.argmax(axis=1)
    before, after = values[:, :-1][first], values[:, 1:][first]
    fall = np.where(falls.any(axis=1), before - after, 1)
    crossing = lengths[first] + n["fine_step"] * (before - level) / fall
    out = np.where(falls.any(axis=1), crossing, last[:, 0] + 0.5)
    return x0 + out * dx[:, 0] + 0.5, y0 + out * dy[:, 0] + 0.5


def longer_side(inside):
    """Of the upright rectangle around what is inside."""
    return max(np.ptp(at) + 1 for at in np.nonzero(inside))


def closer(pixels, inside, cell, n):
    """Left, top and pixels of the part of the picture that holds the region, where it is small."""
    if longer_side(inside) > n["small"] * max(inside.shape):
        return 0, 0, pixels
    rows, columns = np.nonzero(inside)
    left, top = (max(0, (at.min() - n["margin"]) * cell) for at in (columns, rows))
    right, bottom = ((at.max() + 1 + n["margin"]) * cell for at in (columns, rows))
    return left, top, pixels[top:bottom, left:right]


def circle(x, y, side, n):
    """The circle that most points lie on: centre, radius, their share; None where there is none."""

    def near(cx, cy, radius):
        tolerance = n["tolerance"] * np.minimum(radius, side)
        return np.abs(np.hypot(x - cx, y - cy) - radius) <= tolerance

    if len(x) < 8:
        return None
    # Through three points each, taken the same way every time.
    a = np.repeat(np.arange(len(x)), 4)
    step = np.tile(len(x) // np.arange(3, 7), len(x))
    b, c = (a + step) % len(x), (a + 2 * step) % len(x)
    bx, by, cx, cy = x[b] - x[a], y[b] - y[a], x[c] - x[a], y[c] - y[a]
    area, b2, c2 = 2 * (bx * cy - by * cx), bx * bx + by * by, cx * cx + cy * cy
    area[np.abs(area) < 1e-6] = np.nan
    dx, dy = (cy * b2 - by * c2) / area, (bx * c2 - cx * b2) / area
    area[np.hypot(dx, dy) > n["largest"] * side] = np.nan
    proposed = np.stack([dx + x[a], dy + y[a], np.hypot(dx, dy) + 0 * area])
    support = near(*proposed[:, :, None]).mean(axis=1)
    best, most = proposed[:, support.argmax()], support.max()
    for _ in range(4 if most > 0 else 0):  # least squares over the points that lie near
        on = near(*best)
        u, v = x[on] - best[0], y[on] - best[1]
        p, q, r = np.linalg.lstsq(np.stack([u, v, u * 0 + 1], 1), u * u + v * v, rcond=None)[0]
        refined = best[0] + p / 2, best[1] + q / 2, np.sqrt(r + (p * p + q * q) / 4)
        if not (near(*refined).mean() >= most and refined[2] <= n["largest"] * side):
            break
        best, most = refined, near(*refined).mean()
    return (*best, most) if most > 0 else None


def disc(x, y, radius, left, top, right, bottom):
    """A disc that an upright rectangle cuts, as `find` gives it."""

    def contains(column, row):
        px, py = column + 0.5, row + 0.5
        within = (px >= left) & (py >= top) & (px <= right) & (py <= bottom)
        return within & ((px - x) ** 2 + (py - y) ** 2 <= radius**2)

    bounds = max(left, x - radius), max(top, y - radius), min(right, x + radius)
    return contains, (*bounds, min(bottom, y + radius))


def round_retina(inside, cell, found, edges, n):
    """The circle's disc, cut by the picture's edges or by black bands; None if implausible."""
    (rows, columns), (x, y, radius, support) = inside.shape, found
    dx, dy = np.arange(columns) + 0.5 - x, np.arange(rows)[:, None] + 0.5 - y
    around = dx * dx + dy * dy <= radius * radius
    common, beyond, off = inside & around, (inside & ~around).sum(), n["rim"] * 2 * radius
    if (
        support < n["least_support"]
        or beyond > n["most_beyond"] * inside.sum()
        or common.sum() < n["least_common"] * around.sum()
    ):
        return None

    def cut(common, around, centre, edge):
        """Where to cut, from the first row on: at the one that fills most of its chord."""
        filled = common.sum(axis=1) / np.maximum(around.sum(axis=1), 1)
        row = int((filled >= n["straight"]).argmax())
        deep = row - (centre - radius) > max(n["fewest_cells"], n["shallowest"] * radius)
        return (row + off) * cell if row > 1 and deep and filled[row - 2] <= n["empty"] else edge

    left, top, right, bottom = edges
    wide, high = columns * cell, rows * cell
    left, top = cut(common.T, around.T, x, left), cut(common, around, y, top)
    right = wide - cut(common.T[::-1], around.T[::-1], columns - x, wide - right)
    bottom = high - cut(common[::-1], around[::-1], rows - y, high - bottom)
    return disc(x * cell, y * cell, (radius - off) * cell, left, top, right, bottom)


def outline(inside, cell, edges, thinnest, n):
    """The region itself, without what is narrow, where no circle is plausible."""
    smooth = inside & (depth(depth(inside) <= n["narrow"]) <= n["narrow"])
    deep = depth(smooth)
    if deep.max() < thinnest:
        sys.exit("No retina was found in the picture, only small bright parts.")
    least = np.float32(max(0.5, 2 * n["rim"] * deep.max()))

    left, top, width, height = edges

    def contains(column, row):
        within = (column >= left) & (row >= top) & (column < width) & (row < height)
        depths = between(deep, (column + 0.5) / cell - 0.5, (row + 0.5) / cell - 0.5)
        return within & (depths >= least)

    rows, columns = np.nonzero(deep >= least)
    right, bottom = (columns.max() + 1) * cell, (rows.max() + 1) * cell
    bounds = columns.min() * cell, rows.min() * cell, min(width, right), min(height, bottom)
    return contains, bounds


def find(pixels, n):
    """The field of view of a picture [H,W,C].

    Gives a function that says whether pixels (arrays of columns, of rows) belong to it, and left,
    top, right and bottom of the upright rectangle around it, all in the picture's pixels.
    """
    height, width, _ = pixels.shape
    grid, cell = reduced(pixels, n)
    inside, border, level = bright_region(grid, n)
    if shows_two_eyes(grid, inside, level, n):
        sys.exit("The picture shows two eyes; save each as a picture of its own.")
    if border < n["smallest_border"]:
        return disc(0, 0, np.inf, 0, 0, width, height)
    thinnest = n["thinnest_retina"] * min(grid.shape) * cell
    x0, y0, part = closer(pixels, inside, cell, n)
    if part is not pixels:
        grid, cell = reduced(part, n)
        inside, _, level = bright_region(grid, n)
    edges = -x0, -y0, width - x0, height - y0
    found = circle(*rim(grid, inside, level, n), longer_side(inside), n)
    found = found and round_retina(inside, cell, found, edges, n)
    contains, (left, top, right, bottom) = found or outline(inside, cell, edges, thinnest / cell, n)
    bounds = left + x0, top + y0, right + x0, bottom + y0
    return lambda column, row: contains(column - x0, row - y0), bounds


def flattened(picture, seen, n):
    """[C,H,W] of evened light: each channel is divided by its own wide mean, and halved."""
    size = len(seen)
    radius = max(1, int(n["wide"] * size + 0.5))
    near = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) <= radius
    mean = np.linalg.matrix_power(near / (2 * radius + 1), 3)
    wide = mean @ (picture * seen) @ mean / np.maximum(mean @ seen @ mean, 1e-6)
    return np.minimum(1, 0.5 * picture / np.maximum(n["darkest"], wide))


def is_opposite(picture, seen, template):
    """Whether a picture [C,H,W] resembles the template of the straight side more when mirrored."""
    light, cell = np.sqrt(picture.mean(axis=0)), np.arange(len(seen)) * 16 // len(seen)
    coarse = np.zeros((16, 16))
    np.add.at(coarse, (cell[:, None], cell), np.where(seen, light - light[seen].mean(), 0))
    return (np.reshape(template, (16, 16)) * (coarse - coarse[:, ::-1])).sum() < 0


def closest(known, values, rows, columns, reach):
    """The closest known value to each place; NaN where none is near. The first of equal ones."""
    known, values = np.pad(known, 2 * reach), np.pad(values, 2 * reach)
    found, shortest = np.full(len(rows), np.nan), np.full(len(rows), np.inf)
    for down in range(1 - reach, reach + 1):
        for across in range(1 - reach, reach + 1):
            row, column = rows.astype(int) + down, columns.astype(int) + across
            at = row + 2 * reach, column + 2 * reach
            near = known[at] & (row <= rows + reach) & (column <= columns + reach)
            distance = np.where(near, np.hypot(column - columns, row - rows), np.inf)
            found = np.where(distance < shortest, values[at], found)
            shortest = np.minimum(shortest, distance)
    return found
