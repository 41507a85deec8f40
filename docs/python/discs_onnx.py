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

model_file, picture_file, labels_file = exported.names("discs_onnx.py DISCS.onnx", "LABELS.png")
model, how, about = exported.opened(model_file, "cavga.networks")
pixels, n, size = photograph.read(picture_file), how["numbers"] | about["numbers"], how["size"]
height, width, _ = pixels.shape
whole, contains = square.around(pixels, how)


def look(left, top, side):
    """What the networks say of a square of the picture, by the outputs' names; None of nothing."""
    picture, seen = square.region(pixels, contains, left, top, side, how, n["samples"])
    if not seen.any():
        return None
    given = {"picture": picture[None], "field_of_view": seen[None, None]}
    given = {name: values.astype(np.float32, order="C") for name, values in given.items()}
    said = dict(zip(OUTPUTS, (values[0] for values in model.run(OUTPUTS, given))))
    return said | {"seen": seen, "square": (left, top, side)}


def near(place, wide):
    """A look around a place of a disc, so many of its diameters wide."""
    side = min(wide * place["diameter"], whole[2]) if wide == n["near"] else wide * place["diameter"]
    return look(place["x"] - side / 2, place["y"] - side / 2, side)


def outlined(place):
    """The last look at a disc with its outlines; or why there are none."""
    first = outlines.place(near(place, n["square"]), "disc", n["outline"], n)
    if not first or first["certainty"] < n["least_certainty"]:
        return "The optic disc is too faint or too blurred to be outlined."
    said = near(first, n["square"])
    second = outlines.place(said, "disc", n["outline"], n)
    why = outlines.doubt(first, second, said, whole[2], n)
    return why or outlines.shape(said, second, n)


OUTPUTS = "found", "disc", "cup", "disc_certainty"
far, why = look(*whole), None
for threshold in n["thresholds"]:
    place = outlines.place(far, "found", threshold, n)
    place = place and outlines.place(near(place, n["near"]), "found", threshold, n)
    if not place or threshold == n["thresholds"][0] and place["certainty"] < n["least_found"]:
        continue
    found = outlined(place)
    if not isinstance(found, str):
        break
    why = why or found
else:
    sys.exit("Not measured: " + (why or "No optic disc was found in the picture."))

disc, cup = found
labels = np.zeros((height, width), np.uint8)
labels[disc.contains(width, height)] = 128
if cup:
    labels[cup.contains(width, height)] = 255
exported.write(Image.fromarray(labels), labels_file, "PNG")
print(f"cdr_vertical {cup.height / disc.height if cup else 0:.4f}")
print("rim_width", *(f"{rim:.4f}" for rim in outlines.hours(disc, cup)))
