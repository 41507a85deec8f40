"""The files of a run: their names, an exported model, and the map. Needs onnxruntime."""

import json
import os
import sys

import onnxruntime


def names(usage, what):
    """The three files that were named: model, picture, and what is to be written."""
    if len(sys.argv) != 4:
        sys.exit(f"Say three names: python {usage}")
    if os.path.lexists(sys.argv[3]):
        sys.exit(f"{sys.argv[3]} is there already: give the {what} another name.")
    return sys.argv[1:]


def opened(path, networks=False):
    """The model, what its metadata say of pictures, and what they say of networks alone."""
    try:
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        texts = session.get_modelmeta().custom_metadata_map
    except Exception as wrong:
        sys.exit(f"{path} cannot be read as an ONNX model ({wrong}): export it anew.")
    if "cavga.preprocessing" not in texts:
        sys.exit(f"{path} is no model that `cavga export` has written: export one.")
    descriptions = [json.loads(texts.get("cavga." + key, "null")) for key in DESCRIPTIONS]
    if any(each and each["version"] != 1 for each in descriptions):
        sys.exit(f"{path} was written by a newer CAVGA: get this script from there too.")
    if networks != bool(descriptions[1]):
        sys.exit(f"{path} holds {HOLDS[networks]}.")
    return session, *descriptions


DESCRIPTIONS = "preprocessing", "networks"
HOLDS = "networks for the optic disc: take discs_onnx.py", "a map: take localize_onnx.py"


def write(image, path, kind):
    """A file that is there whole or not at all."""
    part = f"{path}.part"
    try:
        image.save(part, format=kind)
        os.replace(part, path)
    except OSError as wrong:
        sys.exit(f"{path} cannot be written ({wrong}): check the folder and its disk.")
    finally:
        if os.path.isfile(part):
            os.remove(part)
