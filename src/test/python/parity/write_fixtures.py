"""Writes the fixtures of the parity tests, from the formulas in plain NumPy and double precision.

usage: python write_fixtures.py src/test/resources/sc/fiji/cavga        (needs numpy alone)
"""
import pathlib
import sys

import numpy as np

from calibration import calibrate, image_score, score_parts, top_mean
from fixture import Whole, expected, write
from gaussian_field import dog_features, gaussian_field
from masked_gaussian import at_size, masked_gaussian
from segmentation_net import SegmentationNet, adam, cross_entropy, shapes

LOGIT_WEIGHT = 48


def disc(size, x, y, radius):
    """A round field of view that is cut off above, as cameras do."""
    row, column = np.mgrid[:size, :size]
    return ((np.hypot(column - x, row - y) < radius) & (row >= size // 10)).astype(int)


def retinas(random, count, channels, size, spotted):
    """Noisy bytes with a bright disc and a shade; the last one may have a dark spot."""
    row, column = np.mgrid[:size, :size] / size
    fields, pictures = [], []
    for n in range(count):
        x, y = 0.5 + 0.03 * random.standard_normal(2)
        field = disc(size, size * x, size * y, 0.44 * size)
        from_disc = (column - x - 0.2) ** 2 + (row - y) ** 2
        shade = 0.35 + 0.2 * column + 0.25 * np.exp(-from_disc / 0.01)
        if spotted and n == count - 1:
            shade = shade - 0.3 * (np.hypot(column - 0.3, row - 0.6) < 0.07)
        tint = np.linspace(1, 0.5, channels)[:, None, None]
        picture = shade * tint + 0.03 * random.standard_normal((channels, size, size))
        fields.append(field)
        pictures.append(np.round(255 * np.clip(picture, 0, 1)).astype(int) * field)
    return Whole(pictures, 1 / 255), Whole(fields, 1)


def masked_gaussians(random, folder):
    """Narrow ones by a kernel, wide ones by running means; not square."""
    values = Whole(random.integers(-99, 100, (40, 33)), 1 / 8)
    field = Whole(disc(40, 15, 22, 17)[:, :33], 1)
    write(folder / 'masked_gaussian.json.gz', dict(
        width=33, values=values.part(), field_of_view=field.part(),
        blurs=[dict(sigma=s, blurred=expected(masked_gaussian(values.values, field.values, s)))
               for s in (0.75, 3.2, 12, 13.7, 16.3)]))


def dog(random, folder):
    """At 136 pixels blurs are wider than at 128, and the widest is made of running means."""
    cases = []
    for channels, size in (3, 36), (1, 136):
        picture, field = retinas(random, 1, channels, size, True)
        cases.append(dict(
            size=size, channels=channels, picture=picture.part(), field_of_view=field.part(),
            features=expected(dog_features(picture.values[0], field.values[0]))))
    write(folder / 'dog_features.json.gz', dict(cases=cases))


def parameters(random, size, channels):
    """Small whole numbers for the convolutions; running statistics unlike 0 and 1."""
    result = {}
    for name, shape in shapes(size, channels).items():
        if len(shape) == 4:
            fan_in = shape[1] * shape[2] * shape[3]
            result[name] = Whole(random.integers(-3, 4, shape), round(0.6 / np.sqrt(fan_in), 5))
        else:
            low = 0.5 if name.endswith(('normalization.weight', 'running_var')) else -0.3
            result[name] = Whole(random.integers(1000 * low, 1000 * low + 900, shape), 1e-3)
    return result


def stored(weights):
    return [dict(name=n, shape=list(w.numbers.shape), **w.part()) for n, w in weights.items()]


def field_and_map(random, folder):
    """The Gaussian field, z-scores and the joined map of one set of pictures."""
    size, channels, share = 42, 3, 0.05
    pictures, fields = retinas(random, 8, channels, size, True)
    features = np.stack([dog_features(p, f) for p, f in zip(pictures.values, fields.values)])
    field = gaussian_field(features[:-1], fields.values[:-1])
    inside = fields.values[-1]
    distance = field.half_squared_distance(features[-1], inside)
    z = field.z_scores(features[-1], inside)
    low = np.tril_indices(features.shape[1])
    content = dict(size=size, channels=channels, pictures=pictures.part(),
                   fields_of_view=fields.part())
    write(folder / 'gaussian' / 'gaussian_field.json.gz', dict(
        mean=expected(field.mean), whitening=expected(field.whitening[:, :, low[0], low[1]]),
        half_squared_distance=expected(distance), z_scores=expected(z), **content))

    weights = parameters(random, size, len(z))
    net = SegmentationNet({n: w.values for n, w in weights.items()})
    logits = net.forward(z[None], False)[0, 0]
    smooth = masked_gaussian(logits, inside, at_size(0.75, size))
    smooth_distance = masked_gaussian(distance, inside, at_size(1, size))
    joined = np.where(inside > 0, smooth_distance + LOGIT_WEIGHT * smooth, 0)
    outside = np.where(inside > 0, 0, np.nan)
    write(folder / 'joined_map.json.gz', dict(
        share=share, weights=stored(weights), map=expected(joined),
        half_squared_distance=expected(smooth_distance),
        score_parts=list(score_parts(smooth + outside, smooth_distance + outside, share)),
        **content))


def segmentation_net(random, folder):
    """Inference, the loss, its gradients, and a step of Adam from given moments."""
    size, channels, count, rate, iteration = 16, 17, 4, 3e-3, 6
    z = Whole(random.integers(-20, 21, (count, channels, size, size)), 1 / 8)
    field = Whole([disc(size, 7 + n % 2, 8, 6.5 + 0.3 * n) for n in range(count)], 1)
    synthetic = Whole(field.numbers * [disc(size, 4 + 2 * n, 9, 3) for n in range(count)], 1)
    weights = parameters(random, size, channels)
    net = SegmentationNet({n: w.values.copy() for n, w in weights.items()})
    before = net.forward(z.values[:1], False)
    truth, inside = synthetic.values[:, None], field.values[:, None]
    loss, gradient = cross_entropy(net.forward(z.values, True), truth, inside)
    gradients = net.backward(gradient)
    check(net, gradients, z.values, truth, inside)
    trained = []
    for name, g in gradients.items():
        first, second = (float('%.4g' % v) for v in (np.sqrt(np.mean(g ** 2)), np.mean(g ** 2)))
        value, m, v = adam(weights[name].values, g, first, second, rate, iteration + 1)
        net.p[name] = value
        trained.append(dict(name=name, first=first, second=second, gradient=expected(g),
                            second_moment=expected(v), value=expected(value)))
    running = [dict(name=n, value=expected(v)) for n, v in net.p.items() if 'running' in n]
    write(folder / 'segmentation_net.json.gz', dict(
        size=size, channels=channels, z_scores=z.part(), field_of_view=field.part(),
        synthetic=synthetic.part(), weights=stored(weights), rate=rate, iteration=iteration,
        logits=expected(before), loss=float(loss), trained=trained, running=running,
        logits_after=expected(net.forward(z.values[:1], False))))


def check(net, gradients, z, truth, inside):
    """A central difference along a direction must agree; short, since ReLUs have kinks."""
    random = np.random.default_rng(3)
    for name, gradient in gradients.items():
        direction = random.standard_normal(gradient.shape)
        losses = []
        for sign in 1, -1:
            moved = dict(net.p, **{name: net.p[name] + sign * 1e-7 * direction})
            losses.append(cross_entropy(SegmentationNet(moved).forward(z, True), truth, inside)[0])
        slope = (losses[0] - losses[1]) / 2e-7 * z.shape[2] * z.shape[3]
        along = (gradient * direction).sum()
        assert abs(slope - along) < 1e-4 * max(abs(along), np.linalg.norm(gradient)), name


def raw_maps(random, count, size, quiet):
    """Louder on the right than on the left, still at a corner; each of another field of view."""
    loud = np.where(np.arange(size) < 0.6 * size, quiet, 150) * np.ones((size, 1))
    loud[-size // 4:, size // 3:size // 2] = 0.2
    fields = [disc(size, size / 2 + 3 * random.standard_normal(), size / 2, 0.45 * size)
              for _ in range(count)]
    values = [np.round(300 + n * (quiet > 1) + loud * random.standard_normal((size, size)))
              for n in range(count)]
    return np.array(values), np.array(fields)


def calibrations(random, folder):
    """The last picture is judged.

    In the second case most places are still and the pictures alike, so that floors hold. Few
    pictures make an atlas of one mean and one spread, and a prediction limit of the score.
    """
    size, share, quantiles, density_weight, unit = 32, 0.05, (0.98, 0.7), 0.5, 1 / 64
    cases = []
    for count, quiet in (9, 20), (9, 0.2), (2, 20), (4, 20):
        maps, fields = raw_maps(random, count + 1, size, quiet)
        shape, differing = maps.shape, 64 * min(1, quiet)
        logits, distances = (np.round(m + s * differing * random.standard_normal(shape))
                             for m, s in ((-190, 1), (400, 2)))
        logits += np.round(differing * random.standard_normal((count + 1, 1, 1))) * (quiet > 1)
        whole = [Whole(a, unit) for a in (maps, logits, distances)]
        outside = np.where(fields > 0, 0, np.nan)
        values, logits, distances = (w.values + outside for w in whole)
        parts = np.array([score_parts(a, b, share) for a, b in zip(logits, distances)])
        results = []
        for joined in False, True:
            normal = parts[:-1] if joined else None
            c = calibrate(values[:-1], normal, quantiles, share, density_weight)
            calibrated = (values[-1] - c['mean']) / c['spread'] / c['map_threshold']
            score = image_score(normal, parts[-1], density_weight) if joined \
                else top_mean(calibrated, share)
            results.append(dict(
                joined=joined, mean=expected(c['mean']), spread=expected(c['spread']),
                map_threshold=float(c['map_threshold']),
                score_threshold=float(c['score_threshold']),
                calibrated=expected(calibrated), score=float(score)))
        cases.append(dict(
            count=count, values=whole[0].part(), logits=whole[1].part(),
            half_squared_distances=whole[2].part(), fields_of_view=Whole(fields, 1).part(),
            results=results))
    write(folder / 'calibration.json.gz', dict(
        size=size, share=share, map_quantile=quantiles[0], score_quantile=quantiles[1],
        density_weight=density_weight, cases=cases))


if __name__ == '__main__':
    resources = pathlib.Path(sys.argv[1])
    local = resources / 'method' / 'local'
    masked_gaussians(np.random.default_rng(1), resources / 'plane')
    dog(np.random.default_rng(2), local / 'gaussian')
    field_and_map(np.random.default_rng(3), local)
    calibrations(np.random.default_rng(4), resources / 'model' / 'calibration')
    segmentation_net(np.random.default_rng(5), local / 'net')
