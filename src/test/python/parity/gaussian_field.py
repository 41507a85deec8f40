"""A Gaussian of each place's features over normal pictures (PaDiM, Defard et al. 2021)."""
import numpy as np

from masked_gaussian import at_size, masked_gaussian

SCALES = 1.5, 3, 6, 12
STEEPNESSES = 2
MOST_CELLS = 32
NEIGHBOURHOOD = 1.25
RIDGE = 0.02
SMALLEST_VARIANCE = 1e-8
LARGEST_Z = 8


def dog_features(picture, field_of_view):
    """[C,H,W] to [D,H,W]: differences of Gaussians, channel by channel, then two steepnesses."""
    size = field_of_view.shape[0]
    levels = [np.sqrt(picture)]
    for scale in SCALES:
        sigma = at_size(scale, size)
        levels.append(np.stack([masked_gaussian(c, field_of_view, sigma) for c in levels[0]]))
    levels = np.stack(levels)
    differences = (levels[:-1] - levels[1:]).transpose(1, 0, 2, 3).reshape(-1, size, size)
    steep = [steepness(levels[s + 1].mean(0), field_of_view) for s in range(STEEPNESSES)]
    return np.concatenate([differences, np.stack(steep)])


def steepness(plane, field_of_view):
    """The gradient's length by central differences, where all four neighbours are inside."""
    result = np.zeros_like(plane)
    across = (plane[1:-1, 2:] - plane[1:-1, :-2]) / 2
    down = (plane[2:, 1:-1] - plane[:-2, 1:-1]) / 2
    f = field_of_view
    seen = f[1:-1, 1:-1] * f[1:-1, 2:] * f[1:-1, :-2] * f[2:, 1:-1] * f[:-2, 1:-1] > 0
    result[1:-1, 1:-1] = np.where(seen, np.hypot(across, down), 0)
    return result


class GaussianField:
    """mean [cells,cells,D], covariance [cells,cells,D,D], whitening L with inverse LᵀL."""

    def __init__(self, size, mean, covariance):
        self.size = size
        self.mean = mean
        self.covariance = covariance
        self.whitening = np.linalg.inv(np.linalg.cholesky(covariance))

    def everywhere(self, of_cells):
        """Bilinear interpolation between the cells' middles, [cells,cells,...] to [H,W,...]."""
        cells = len(of_cells)
        middle = np.clip((np.arange(self.size) + 0.5) * cells / self.size - 0.5, 0, cells - 1)
        hat = np.maximum(0, 1 - np.abs(middle[:, None] - np.arange(cells)[None, :]))
        return np.einsum('yi,xj,ij...->yx...', hat, hat, of_cells)

    def deviation(self, features):
        return features.transpose(1, 2, 0) - self.everywhere(self.mean)

    def half_squared_distance(self, features, field_of_view):
        white = np.einsum('yxij,yxj->yxi', self.everywhere(self.whitening),
                          self.deviation(features))
        return np.where(field_of_view > 0, (white ** 2).sum(2) / 2, 0)

    def z_scores(self, features, field_of_view):
        """[D+3,H,W]: z-scores, cut off, then y and x from -1 to 1, then the field of view."""
        variance = np.diagonal(self.covariance, axis1=2, axis2=3)
        z = self.deviation(features) * self.everywhere(1 / np.sqrt(variance))
        z = np.clip(z.transpose(2, 0, 1), -LARGEST_Z, LARGEST_Z) * (field_of_view > 0)
        at = np.linspace(-1, 1, self.size)
        y, x = np.meshgrid(at, at, indexing='ij')
        return np.concatenate([z, np.stack([y, x, field_of_view])])


def gaussian_field(features, fields_of_view):
    """Fits to [N,D,H,W] and [N,H,W]."""
    count, dimensions, size, _ = features.shape
    cells = min(MOST_CELLS, size)
    number = np.zeros((cells, cells))
    total = np.zeros((cells, cells, dimensions))
    product = np.zeros((cells, cells, dimensions, dimensions))
    for n, y, x in np.argwhere(fields_of_view > 0):
        v = features[n, :, y, x]
        cell = y * cells // size, x * cells // size
        number[cell] += 1
        total[cell] += v
        product[cell] += np.outer(v, v)
    # All places together count as much as one picture does in a cell.
    prior = (size / cells) ** 2 / number.sum()
    everywhere = [a.sum((0, 1)) for a in (number, total, product)]
    ridge = np.maximum(SMALLEST_VARIANCE, RIDGE * np.diag(moments(*everywhere)[1]))
    near = neighbourhood(cells)
    number, total, product = (
        np.einsum('ik,jl,kl...->ij...', near, near, a) + prior * e
        for a, e in zip((number, total, product), everywhere))
    mean, covariance = moments(number, total, product)
    return GaussianField(size, mean, covariance + np.diag(ridge))


def moments(number, total, product):
    mean = total / number[..., None]
    outer = mean[..., :, None] * mean[..., None, :]
    return mean, product / number[..., None, None] - outer


def neighbourhood(cells):
    radius = int(np.ceil(3 * NEIGHBOURHOOD))
    distance = np.abs(np.arange(cells)[:, None] - np.arange(cells)[None, :])
    norm = np.exp(-np.arange(-radius, radius + 1) ** 2 / (2 * NEIGHBOURHOOD ** 2)).sum()
    weight = np.exp(-distance ** 2 / (2 * NEIGHBOURHOOD ** 2)) / norm
    return np.where(distance <= radius, weight, 0)
