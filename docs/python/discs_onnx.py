"""From a photograph to the outlines of optic disc and cup and their ratio, as CAVGA measures them.

Usage: python discs_onnx.py DISCS.onnx PICTURE LABELS.png    needs numpy, Pillow and onnxruntime

DISCS.onnx is what `cavga export --method disc` has written; its metadata say in words what is done
here, and what may be done further. LABELS.png has the picture's own pixels: 0 outside the disc, 128
on the rim, 255 in the cup. The vertical ratio and the rim's widths at the clock hours 1 to 12 are
printed.
"""

import sys

try:
    import numpy as np
    from PIL import Image

    import exported
    import outlines
    import photograph
    import square
except ImportError as absent:
    sys.exit(f"{absent}: pip install numpy pillow onnxruntime, and keep all of docs/python.")

usage = "discs_onnx.py DISCS.onnx PICTURE LABELS.png"
model_file, picture_file, labels_file = exported.names(usage, "labels")
model, how, about = exported.opened(model_file, networks=True)
pixels, n = photograph.read(picture_file), about["numbers"]
height, width, _ = pixels.shape
whole, contains = square.around(pixels, how)
field = whole[2]


def look(left, top, side):
    """What the networks say of a square of the picture, by the outputs' names; None of nothing."""
    picture, seen = square.region(pixels, contains, left, top, side, how, n["samples"])
    if not seen.any():
        return None
    given = {"picture": picture[None], "field_of_view": seen[None, None]}
    given = {name: values.astype(np.float32, order="C") for name, values in given.items()}
    said = dict(zip(OUTPUTS, (values[0] for values in model.run(OUTPUTS, given))))
    return {**said, "seen": seen, "square": (left, top, side)}


def around(place, side):
    return look(place["x"] - side / 2, place["y"] - side / 2, side)


def found(whole, threshold):
    """The disc's place: seen in all of the picture, and once more from near."""
    far = outlines.place(whole, "found", threshold, n)
    side = far and min(n["near"] * far["diameter"], field)
    return far and outlines.place(around(far, side), "found", threshold, n)


def outlined(place):
    """The outlines of disc and cup; or why there are none."""
    said = around(place, n["square"] * place["diameter"])
    first = outlines.place(said, "disc", n["outline"], n)
    if not first or first["certainty"] < n["least_certainty"]:
        return "The optic disc is too faint or too blurred to be outlined."
    said = around(first, n["square"] * first["diameter"])
    second = outlines.place(said, "disc", n["outline"], n)
    return outlines.doubt(first, second, said, field, n) or outlines.shape(said, second, n)


OUTPUTS = ["found", "disc", "cup", "disc_certainty", "sharpness"]
all_of_it, shapes = look(*whole), []
for at, threshold in enumerate(n["thresholds"]):
    place = found(all_of_it, threshold)
    if place and (at > 0 or place["certainty"] >= n["least_found"]):
        shapes.append(outlined(place))
        if isinstance(shapes[-1], tuple):
            break
else:
    shapes.append("No optic disc was found in the picture.")
    sys.exit(f"Not measured: {shapes[0]}")

disc, cup = shapes[-1]
labels = np.zeros((height, width), np.uint8)
labels[disc.contains(width, height)] = 128
if cup:
    labels[cup.contains(width, height)] = 255
exported.write(Image.fromarray(labels), labels_file, "PNG")
print(f"cdr_vertical {cup.height / disc.height if cup else 0:.4f}")
print("rim_width", *(f"{rim:.4f}" for rim in outlines.hours(disc, cup)))
