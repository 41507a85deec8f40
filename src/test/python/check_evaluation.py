"""Compares what `cavga evaluate --maps` wrote with scikit-learn: pip install scikit-learn tifffile.

Usage: python check_evaluation.py OUTPUT        prints both numbers of each metric; exit code 1 when
any pair differs by more than 0.001. AUPRO is computed by plain definition in
write_metrics_fixture.py and left out here.
"""

import csv
import json
import pathlib
import sys

import numpy as np
import tifffile
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    balanced_accuracy_score,
    f1_score,
    jaccard_score,
    roc_auc_score,
    roc_curve,
)

TOLERANCE = 1e-3


def images(rows):
    rows = [r for r in rows if r["status"] == "ok"]
    labels = np.array([r["label"] == "anomalous" for r in rows])
    scores = np.array([float(r["score"]) for r in rows])
    calls = np.array([r["decision"] == "anomalous" for r in rows])
    rate, sensitivity, _ = roc_curve(labels, scores, drop_intermediate=False)
    return {
        "image_auroc": roc_auc_score(labels, scores),
        "image_ap": average_precision_score(labels, scores),
        "balanced_accuracy": balanced_accuracy_score(labels, calls),
        "accuracy": accuracy_score(labels, calls),
        "sensitivity_at_95_specificity": sensitivity[rate <= 0.05 + 1e-12].max(),
    }


def pixels(folder):
    values, truth = [], []
    for file in sorted(folder.glob("*.tif")):
        stack = tifffile.imread(file)
        if stack.ndim == 3:
            inside = ~np.isnan(stack[0])
            values.append(stack[0][inside])
            truth.append(stack[1][inside] > 0)
    values, truth = np.concatenate(values), np.concatenate(truth)
    if not truth.any():
        return {}
    order = np.sort(np.unique(values))[:: max(1, len(np.unique(values)) // 20000)]
    positives, negatives = np.sort(values[truth]), np.sort(values[~truth])
    found = len(positives) - np.searchsorted(positives, order)
    false = len(negatives) - np.searchsorted(negatives, order)
    return {
        "pixel_auroc": roc_auc_score(truth, values),
        "pixel_ap": average_precision_score(truth, values),
        "iou_at_threshold": jaccard_score(truth, values > 1),
        "dice_at_threshold": f1_score(truth, values > 1),
        "iou_max": (found / (len(positives) + false)).max(),
    }


output = pathlib.Path(sys.argv[1])
metrics = json.loads((output / "metrics.json").read_text(encoding="utf-8"))
with open(output / "scores.csv", newline="", encoding="utf-8") as file:
    expected = images(list(csv.DictReader(file)))
if (output / "maps").is_dir():
    expected.update(pixels(output / "maps"))
worst = 0
for key, value in expected.items():
    difference = abs(value - metrics[key])
    worst = max(worst, difference)
    print(f"{key:32s} {metrics[key]:.6f} {value:.6f} {difference:.1e}")
sys.exit(int(worst > TOLERANCE))
