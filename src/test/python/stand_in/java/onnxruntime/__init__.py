"""Stands in for Python's onnxruntime where there is none: ONNX Runtime computes, in Java.

CAVGA_JAVA_RUNTIME is the command, a JSON list, that starts the tests' JavaRuntimeProcess. Each model has one
such process, which goes on as long as Python does. Numbers go both ways as Java writes them, with
the most significant byte first.
"""

import functools
import json
import os
import struct
import subprocess

import numpy as np


class Metadata:
    def __init__(self, texts):
        self.custom_metadata_map = texts


class InferenceSession:
    def __init__(self, path, providers=None):
        self.java = start(str(path))

    def get_modelmeta(self):
        return Metadata(self.java.texts)

    def run(self, names, given):
        outputs = self.java.run(given)
        return [outputs[name] for name in names or outputs]


class Java:
    def __init__(self, path):
        command = json.loads(os.environ["CAVGA_JAVA_RUNTIME"]) + [path]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.texts = json.loads(self.text())

    def read(self, count):
        read = self.process.stdout.read(count)
        if len(read) < count:
            raise RuntimeError("the Java process has ended")
        return read

    def number(self):
        return struct.unpack(">i", self.read(4))[0]

    def text(self):
        return self.read(self.number()).decode()

    def run(self, given):
        sent = struct.pack(">i", len(given))
        for name, values in given.items():
            numbers = len(name), *name.encode(), values.ndim, *values.shape
            sent += struct.pack(f">i{len(name)}b{1 + values.ndim}i", *numbers)
            sent += values.astype(">f4").tobytes()
        self.process.stdin.write(sent)
        self.process.stdin.flush()
        outputs = {}
        for _ in range(self.number()):
            name = self.text()
            shape = [self.number() for _ in range(self.number())]
            values = np.frombuffer(self.read(4 * int(np.prod(shape))), ">f4")
            outputs[name] = values.astype(np.float32).reshape(shape)
        return outputs


start = functools.lru_cache(maxsize=None)(Java)
