"""From a photograph to CAVGA's map in the photograph's own pixels, as `cavga localize` writes it.

Usage: python localize_onnx.py MODEL.onnx PICTURE MAP.tif     needs numpy, Pillow and onnxruntime

MODEL.onnx is what `cavga export` has written; its metadata say in words what is done here. MAP.tif
has 32-bit floats: 1.0 is the threshold that healthy eyes hardly pass, NaN is outside the eye.
"""

import sys

try:
    import numpy as np
    from PIL import Image

    import exported
    import photograph
except ImportError as absent:
    sys.exit(f"{absent}: pip install numpy pillow onnxruntime, and keep all of docs/python.")


def shares(start, scale, count, length):
    """[count,length]: how much of each of count places each of length pixels covers."""
    at, place = (np.arange(length + 1) - start) / scale, np.arange(count)[:, None]
    return np.maximum(0, np.minimum(at[1:], place + 1) - np.maximum(at[:-1], place))


def linear(start, scale, count, length):
    """[length,count]: the weight of each of count values at each of length pixels."""
    at = (np.arange(length)[:, None] + 0.5 - start) / scale - 0.5
    return np.maximum(0, 1 - np.abs(at - np.arange(count)))


model_file, picture_file, map_file = exported.names()
model, how = exported.opened(model_file)
pixels, n, size = photograph.read(picture_file), how["numbers"], how["size"]
height, width, _ = pixels.shape
contains, bounds = photograph.disc(0, 0, np.inf, 0, 0, width, height)
if how["field_of_view"] == "retina":
    contains, bounds = photograph.find(pixels, n)
inside = contains(np.arange(width), np.arange(height)[:, None])

# The square around the field of view, at the network's size.
side = max(bounds[2] - bounds[0], bounds[3] - bounds[1])
left, top = (bounds[0] + bounds[2] - side) / 2, (bounds[1] + bounds[3] - side) / 2
scale = side / size
down, across = shares(top, scale, size, height), shares(left, scale, size, width).T
seen = down @ inside @ across >= n["least_seen"]
if scale < 1:
    down = linear(-top / scale, 1 / scale, height, size)
    across = linear(-left / scale, 1 / scale, width, size).T
picture = down @ (np.moveaxis(pixels, 2, 0) * inside) @ across
picture = seen * picture / np.maximum(down @ inside @ across, 1e-9)
if len(picture) != how["channels"]:
    grey = len(picture) == 1
    picture = np.repeat(picture, 3, axis=0) if grey else np.tensordot([n["luminance"]], picture, 1)
if how["illumination"] == "flatten":
    picture = photograph.flattened(picture, seen, n)
mirrored = "laterality" in how and photograph.is_opposite(picture, seen, how["laterality"])
turn = slice(None, None, -1 if mirrored else 1)
given = {"picture": picture[None, :, :, turn], "field_of_view": seen[None, None, :, turn]}
given = {name: values.astype(np.float32, order="C") for name, values in given.items()}
found, score = model.run(["map", "score"], given)

# Back to the picture's own pixels: bilinear between what is known, at the rim the closest of it.
found, scale = found[0, 0][:, turn], side / found.shape[3]
middles = (np.arange(len(found)) + 0.5) * scale
known = contains(np.floor(left + middles), np.floor(top + middles)[:, None]) & ~np.isnan(found)
down, across = linear(top, scale, len(found), height), linear(left, scale, len(found), width).T
weight = down @ known @ across
drawn = down @ np.where(known, found, 0) @ across / np.maximum(weight, n["least_weight"])
ys, xs = np.nonzero(inside & (weight <= n["least_weight"]))
row, column = (ys + 0.5 - top) / scale - 0.5, (xs + 0.5 - left) / scale - 0.5
drawn[ys, xs] = photograph.closest(known, found, row, column, n["reach"])
drawn = np.where(inside, drawn, np.nan).astype(np.float32)
# To hundredths, but never to the other side of the threshold.
rounded = np.rint(n["steps"] * drawn.astype(float)) / n["steps"]
rounded[(rounded == 1) & (drawn > 1)] = 1 + 0.5 / n["steps"]
exported.write(Image.fromarray(rounded.astype(np.float32)), map_file)
print(f"score {score[0]:.4f}")
