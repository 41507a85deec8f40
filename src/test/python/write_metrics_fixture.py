"""Writes metrics.json, which FixtureTest of evaluate compares with: pip install scikit-learn scipy.

Usage: python write_metrics_fixture.py ../resources/sc/fiji/cavga/evaluate/metrics.json

AUPRO is computed here in the plainest way, threshold by threshold, after the definition of MVTec AD.
"""

import json
import sys

import numpy as np
from scipy.ndimage import gaussian_filter, label
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    balanced_accuracy_score,
    f1_score,
    jaccard_score,
    roc_auc_score,
    roc_curve,
)

random = np.random.default_rng(7)


def image_case(count, decimals, threshold):
    labels = random.random(count) < 0.4
    scores = np.round(random.normal(size=count) + labels, decimals)
    rate, sensitivity, _ = roc_curve(labels, scores, drop_intermediate=False)
    return {
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "threshold": threshold,
        "image_auroc": roc_auc_score(labels, scores),
        "image_ap": average_precision_score(labels, scores),
        "balanced_accuracy": balanced_accuracy_score(labels, scores > threshold),
        "accuracy": accuracy_score(labels, scores > threshold),
        "sensitivity_at_95_specificity": sensitivity[rate <= 0.05 + 1e-12].max(),
    }


def aupro(maps, masks, limit):
    inside = [~np.isnan(m) for m in maps]
    normal = np.concatenate([m[i & ~k] for m, k, i in zip(maps, masks, inside)])
    regions = []
    for m, k, i in zip(maps, masks, inside):
        labels, count = label(k, structure=np.ones((3, 3)))
        regions += [m[(labels == r) & i] for r in range(1, count + 1)]
    regions = [r for r in regions if r.size]
    thresholds = np.unique(np.concatenate([m[i] for m, i in zip(maps, inside)]))[::-1]
    rates, overlaps = [0.0], [0.0]
    for t in thresholds:
        rates.append((normal >= t).mean())
        overlaps.append(np.mean([(r >= t).mean() for r in regions]))
    rates, overlaps = np.array(rates), np.array(overlaps)
    at_limit = np.interp(limit, rates, overlaps)
    keep = rates < limit
    return np.trapezoid(
        np.append(overlaps[keep], at_limit), np.append(rates[keep], limit)
    ) / limit


def pixel_case(pictures, height, width, decimals):
    y, x = np.mgrid[:height, :width]
    outside = np.hypot((x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5) > 0.48
    maps, masks = [], []
    for index in range(pictures):
        mask = gaussian_filter(random.normal(size=(height, width)), 1.2) > 0.28
        if index == 0:
            mask[:] = False
        noise = gaussian_filter(random.normal(size=(height, width)), 0.7)
        anomaly_map = np.round(noise + 0.5 * mask + 0.6, decimals).astype(np.float32)
        anomaly_map[outside] = np.nan
        maps.append(anomaly_map)
        masks.append(mask)
    values = np.concatenate([m[~outside] for m in maps])
    truth = np.concatenate([k[~outside] for k in masks])
    return {
        "width": width,
        "maps": [[None if np.isnan(v) else float(v) for v in m.ravel()] for m in maps],
        "masks": ["".join("1" if v else "0" for v in k.ravel()) for k in masks],
        "pixel_auroc": roc_auc_score(truth, values),
        "pixel_ap": average_precision_score(truth, values),
        "aupro_30": aupro(maps, masks, 0.3),
        "iou_at_threshold": jaccard_score(truth, values > 1),
        "dice_at_threshold": f1_score(truth, values > 1),
        "iou_at_paper_threshold": jaccard_score(truth, values > 0.5),
        "mean_iou_at_paper_threshold": np.mean(
            [jaccard_score(k[~outside], m[~outside] > 0.5) for m, k in zip(maps[1:], masks[1:])]
        ),
        "iou_max": max(jaccard_score(truth, values >= t) for t in np.unique(values)),
    }


fixture = {
    "images": [image_case(60, 6, 0.5), image_case(41, 0, 0.0), image_case(200, 1, 1.0)],
    "pixels": [pixel_case(3, 24, 20, 2), pixel_case(4, 15, 30, 1)],
}
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(fixture, file)
    file.write("\n")
