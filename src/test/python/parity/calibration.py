"""Thresholds by leave-one-out over held-out normal pictures, and the score of a picture."""
import numpy as np

from masked_gaussian import masked_gaussian

FEWEST_PICTURES = 4
MEAN_BLUR, SPREAD_BLUR, WIDE_BLUR = 1 / 64, 1 / 32, 1 / 16
MEDIAN_SHARE, GLOBAL_SHARE, SMALLEST_SPREAD = 0.25, 0.02, 1e-6
SMALLEST_THRESHOLD = 0.1
LEAST_PROBABILITY, LEAST_DISTANCE = 1e-6, 0.1
SMALLEST_SCORE_SPREAD = 0.05


def quantile(values, share):
    """The smallest value that at least such a share of the values does not exceed."""
    values = np.sort(values[~np.isnan(values)])
    return values[max(1, int(np.ceil(share * len(values)))) - 1]


def top_mean(values, share):
    """Of the largest values, rounded up to one at least."""
    values = np.sort(values[~np.isnan(values)])
    return values[-max(1, int(np.ceil(share * len(values)))):].mean()


def standard_deviation(values, axis=None):
    return np.nanstd(values, axis=axis, ddof=1 if len(values) > 1 else 0)


def normal_atlas(maps, left_out, wide):
    """Mean and spread [H,W] of maps [N,H,W], NaN where unknown, without that of one number.

    Places that fewer than four of all maps know get the mean and the spread of all values.
    """
    width = maps.shape[2]
    mean_blur, spread_blur = (WIDE_BLUR, WIDE_BLUR) if wide else (MEAN_BLUR, SPREAD_BLUR)
    others = maps if left_out is None or len(maps) == 1 else np.delete(maps, left_out, 0)
    values = others[~np.isnan(others)]
    global_mean, global_spread = values.mean(), standard_deviation(values)
    covered = (~np.isnan(maps)).sum(0) >= FEWEST_PICTURES
    mean, variance = np.zeros(covered.shape), np.zeros(covered.shape)
    if covered.any():
        mean[covered] = np.nanmean(others[:, covered], 0)
        variance[covered] = standard_deviation(others[:, covered], 0) ** 2
    mean = masked_gaussian(mean, covered, width * mean_blur)
    spread = np.sqrt(masked_gaussian(variance, covered, width * spread_blur))
    floor = max(SMALLEST_SPREAD, GLOBAL_SHARE * global_spread)
    if covered.any():
        floor = max(floor, MEDIAN_SHARE * quantile(spread[covered], 0.5))
    return (np.where(covered, mean, global_mean),
            np.maximum(floor, np.where(covered, spread, global_spread)))


def calibrate(maps, score_parts, quantiles, share, density_weight):
    """score_parts [N,2] of joined maps, or None."""
    wide = score_parts is not None
    deviations = []
    for i, each in enumerate(maps):
        mean, spread = normal_atlas(maps, i, wide)
        deviations.append((each - mean) / spread)
    threshold = max(SMALLEST_THRESHOLD, quantile(np.stack(deviations), quantiles[0]))
    if wide:
        # Of few patients each is judged by all.
        few = len(maps) * (1 - quantiles[1]) < 2
        scores = np.array([image_score(score_parts if few else np.delete(score_parts, i, 0), part, density_weight)
                           for i, part in enumerate(score_parts)])
    else:
        scores = np.array([top_mean(d, share) / threshold for d in deviations])
    mean, spread = normal_atlas(maps, None, wide)
    return dict(mean=mean, spread=spread, map_threshold=threshold,
                score_threshold=score_threshold(scores, quantiles[1], len(maps), density_weight if wide else None))


def score_threshold(scores, share, pictures, density_weight):
    """A quantile; of few pictures a prediction limit, by Student's t. density_weight is None for maps without parts."""
    few = pictures < 3 if density_weight is None else pictures * (1 - share) < 2
    if not few:
        return quantile(scores, share)
    least = 0 if density_weight is None else np.hypot(1, density_weight)
    spread = max(least, standard_deviation(scores))
    return scores.mean() + students_t(share, pictures - 1) * spread * np.sqrt(1 + 1 / pictures)


def students_t(share, freedom):
    """The quantile above the middle, by bisection of the integral of the density."""
    density = lambda t: (1 + t * t / freedom) ** (-(freedom + 1) / 2)
    # With t = tan(angle) the whole line is a finite way.
    angles = (np.arange(200000) + 0.5) / 200000 * np.pi / 2
    weights = density(np.tan(angles)) / np.cos(angles) ** 2
    below = 0.5 + 0.5 * np.cumsum(weights) / weights.sum()
    return np.tan(np.interp(share, below, angles + np.pi / 4 / 200000))


def score_parts(logits, half_distances, share):
    """Logarithms of the mean probability and of the mean half squared distance of the top."""
    probability = 1 / (1 + np.exp(-logits))
    return np.log([max(LEAST_PROBABILITY, top_mean(probability, share)),
                   max(LEAST_DISTANCE, top_mean(half_distances, share))])


def image_score(normal, part, density_weight):
    """How many spreads of normal pictures' parts [N,2] a picture's lie above their mean."""
    spread = np.maximum(SMALLEST_SCORE_SPREAD, standard_deviation(normal, 0))
    z = (part - normal.mean(0)) / spread
    return z[0] + density_weight * z[1]
