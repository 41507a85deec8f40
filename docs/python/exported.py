"""The files of a run: their names, an exported model, and the map. Needs onnxruntime."""

import json
import os
import sys

import onnxruntime


def names():
    """The three files that were named: model, picture and map."""
    if len(sys.argv) != 4:
        sys.exit("Say three names: python localize_onnx.py MODEL.onnx PICTURE MAP.tif")
    if os.path.lexists(sys.argv[3]):
        sys.exit(f"{sys.argv[3]} is there already: give the map another name.")
    return sys.argv[1:]


def opened(path):
    """The model, and what its metadata say of pictures."""
    try:
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        texts = session.get_modelmeta().custom_metadata_map
    except Exception as wrong:
        sys.exit(f"{path} cannot be read as an ONNX model ({wrong}): export it anew.")
    if "cavga.preprocessing" not in texts:
        sys.exit(f"{path} is no model that `cavga export` has written: export one.")
    description = json.loads(texts["cavga.preprocessing"])
    if description["version"] != 1:
        sys.exit(f"{path} was written by a newer CAVGA: get this script from there too.")
    return session, description


def write(image, path):
    """A file that is there whole or not at all."""
    part = f"{path}.part"
    try:
        image.save(part, format="TIFF")
        os.replace(part, path)
    except OSError as wrong:
        sys.exit(f"{path} cannot be written ({wrong}): check the folder and its disk.")
    finally:
        if os.path.isfile(part):
            os.remove(part)
