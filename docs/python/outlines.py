"""Optic discs in squares of a photograph: where they are, and their outlines. Needs numpy.

The numbers n are those of an exported model's metadata, which say in words what is done here.
"""

import numpy as np

import photograph

DEGREES = np.arange(360)
EAST, NORTH = np.sin(np.radians(DEGREES)), -np.cos(np.radians(DEGREES))


def parts(mask):
    """Pixels that touch at sides or corners get the number of their part, from 1; and the sizes."""
    numbers = photograph.connected(mask, corners=True)
    _, labels, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    return labels.reshape(mask.shape) + (0 if not mask.all() else 1), counts[(numbers == 0).any() :]
