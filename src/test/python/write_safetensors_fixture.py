"""Writes python.safetensors, which SafetensorsTest reads: pip install torch safetensors.

Usage: python write_safetensors_fixture.py ../resources/sc/fiji/cavga/io/python.safetensors
"""

import sys

import torch
from safetensors.torch import save_file

values = torch.tensor([[0.0, -0.0, 1.5], [-2.25, 65504.0, 6e-8]])
save_file(
    {
        "conv.weight": values,
        "half": values.to(torch.float16),
        "brain": values.to(torch.bfloat16),
        "double": values.to(torch.float64),
        "bn.num_batches_tracked": torch.tensor(123456),
        "bytes": torch.tensor([0, 127, 255], dtype=torch.uint8),
        "signed": torch.tensor([-128, 127], dtype=torch.int8),
        "short": torch.tensor([-32768, 32767], dtype=torch.int16),
        "int": torch.tensor([-7, 7], dtype=torch.int32),
        "mask": torch.tensor([True, False]),
        "special": torch.tensor([float("inf"), float("-inf"), float("nan")], dtype=torch.float16),
        "empty": torch.zeros(0, 3),
    },
    sys.argv[1],
    metadata={"format": "pt"},
)
