"""A Gaussian blur that knows only the pixels inside the field of view."""
import numpy as np

WIDEST_KERNEL = 12
BOXES = 4


def gaussian_kernel(sigma):
    radius = int(np.ceil(3 * sigma))
    d = np.arange(-radius, radius + 1)
    kernel = np.exp(-d ** 2 / (2 * sigma ** 2))
    return kernel / kernel.sum()


def box_widths(sigma):
    """Of four running means, odd and at most two apart, whose variance is nearest to sigma's."""
    def error(widths):
        return abs(sum((w * w - 1) / 12 for w in widths) - sigma ** 2)

    return min(([narrow] * (BOXES - wide) + [narrow + 2] * wide
                for narrow in range(1, int(4 * sigma), 2) for wide in range(BOXES + 1)), key=error)


def blur_matrix(length, sigma):
    """[to,from]; what lies outside counts as zero, for each running mean anew."""
    if sigma <= WIDEST_KERNEL:
        return kernel_matrix(length, gaussian_kernel(sigma))
    boxes = [kernel_matrix(length, np.ones(w) / w) for w in box_widths(sigma)]
    return np.linalg.multi_dot(boxes)


def kernel_matrix(length, kernel):
    offset = np.arange(length)[None, :] - np.arange(length)[:, None] + len(kernel) // 2
    inside = (offset >= 0) & (offset < len(kernel))
    return np.where(inside, kernel[np.clip(offset, 0, len(kernel) - 1)], 0)


def masked_gaussian(values, field_of_view, sigma):
    """[H,W]: the mean of the neighbours inside, weighed by a Gaussian; zero outside."""
    down, across = (blur_matrix(length, sigma) for length in values.shape)
    inside = field_of_view > 0
    sums = down @ np.where(inside, values, 0) @ across.T
    weights = down @ inside.astype(float) @ across.T
    return np.where(inside, sums / np.where(inside, weights, 1), 0)


def at_size(sigma_at_128, size):
    """A blur that stays the same part of the retina, and is never narrower in pixels."""
    return sigma_at_128 * max(1, size / 128)
