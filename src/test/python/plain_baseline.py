"""The bar without learning: |x - Gaussian blur(x, 3 px)|, averaged over channels, blurred by 1 px.

usage: python plain_baseline.py DATASET SIZE      (folder layout; needs numpy, scipy, scikit-learn, Pillow)
"""
import pathlib
import sys

import numpy as np
from PIL import Image
from scipy import ndimage
from sklearn.metrics import average_precision_score, roc_auc_score


def field_of_view(picture):
    grey = picture.max(2).astype(float)
    mask = ndimage.binary_opening(grey > max(20, 0.25 * np.percentile(grey, 60)), iterations=2)
    labels, count = ndimage.label(mask)
    sizes = ndimage.sum(mask, labels, range(1, count + 1))
    return ndimage.binary_fill_holes(labels == 1 + np.argmax(sizes))


def square(image, box, size, method=Image.BOX):
    return np.asarray(image.crop(box).resize((size, size), method))


def blur(values, inside, sigma):
    weight = ndimage.gaussian_filter(inside.astype(np.float32), sigma)
    return ndimage.gaussian_filter(values * inside, sigma) / np.maximum(weight, 1e-3) * inside


def judge(path, mask, size):
    picture = np.asarray(Image.open(path).convert('RGB'))
    inside = field_of_view(picture)
    ys, xs = np.where(inside)
    side = max(np.ptp(ys), np.ptp(xs)) + 1
    left, top = int(np.mean([xs.min(), xs.max()]) - side / 2), int(np.mean([ys.min(), ys.max()]) - side / 2)
    box = (left, top, left + side, top + side)
    inside = ndimage.binary_erosion(inside, iterations=max(1, int(side * 0.01)))
    inside = square(Image.fromarray((inside * 255).astype(np.uint8)), box, size) > 250
    x = square(Image.fromarray(picture), box, size).astype(np.float32) / 255
    difference = np.mean([np.abs(x[..., c] - blur(x[..., c], inside, 3)) for c in range(3)], 0)
    lesion = np.zeros(inside.shape, bool)
    if mask is not None:
        full = (np.asarray(Image.open(mask).convert('L')) > 0).astype(np.uint8) * 255
        lesion = square(Image.fromarray(full), box, size) > 127
    return blur(difference, inside, 1)[inside], lesion[inside]


def main(root, size):
    root = pathlib.Path(root)
    ill = [judge(p, next((root / 'test/mask').glob(p.stem + '.*')), size)
           for p in sorted((root / 'test/abnormal').iterdir())]
    well = [judge(p, None, size) for p in sorted((root / 'test/normal').iterdir())]
    for name, pictures in ('anomalous pictures', ill), ('all test pictures', ill + well):
        values, labels = (np.concatenate(a) for a in zip(*pictures))
        print('%s at %d px: pixel AUROC %.3f, pixel AP %.3f' % (
            name, size, roc_auc_score(labels, values), average_precision_score(labels, values)))
    scores = [np.sort(v)[-max(1, len(v) // 100):].mean() for v, _ in ill + well]
    print('image AUROC (mean of the top 1 %%): %.3f' % roc_auc_score([1] * len(ill) + [0] * len(well), scores))


if __name__ == '__main__':
    main(sys.argv[1], int(sys.argv[2]))
