"""In place of onnxruntime: the map is the picture's first channel, the model a file of metadata."""

import numpy as np


class InferenceSession:
    def __init__(self, path, providers=None):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.custom_metadata_map = {"cavga.preprocessing": text} if text else {}

    def get_modelmeta(self):
        return self

    def run(self, names, given):
        outside = given["field_of_view"] == 0
        shown = np.where(outside, np.nan, given["picture"][:, :1])
        return [{"map": shown, "score": np.zeros(len(shown))}[name] for name in names]
