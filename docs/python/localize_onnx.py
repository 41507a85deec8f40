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
    import square
except ImportError as absent:
    sys.exit(f"{absent}: pip install numpy pillow onnxruntime, and keep all of docs/python.")


usage = "localize_onnx.py MODEL.onnx PICTURE MAP.tif"
model_file, picture_file, map_file = exported.names(usage, "map")
model, how, _ = exported.opened(model_file)
pixels, n = photograph.read(picture_file), how["numbers"]
height, width, _ = pixels.shape
(left, top, side), contains = square.around(pixels, how)
inside = contains(np.arange(width), np.arange(height)[:, None])
picture, seen = square.region(pixels, contains, left, top, side, how)
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
down = square.linear(top, scale, len(found), height)
across = square.linear(left, scale, len(found), width).T
weight = down @ known @ across
drawn = down @ np.where(known, found, 0) @ across / np.maximum(weight, n["least_weight"])
ys, xs = np.nonzero(inside & (weight <= n["least_weight"]))
row, column = (ys + 0.5 - top) / scale - 0.5, (xs + 0.5 - left) / scale - 0.5
drawn[ys, xs] = photograph.closest(known, found, row, column, n["reach"])
drawn = np.where(inside, drawn, np.nan).astype(np.float32)
# To hundredths, but never to the other side of the threshold.
rounded = np.rint(n["steps"] * drawn.astype(float)) / n["steps"]
rounded[(rounded == 1) & (drawn > 1)] = 1 + 0.5 / n["steps"]
exported.write(Image.fromarray(rounded.astype(np.float32)), map_file, "TIFF")
print(f"score {score[0]:.4f}")
