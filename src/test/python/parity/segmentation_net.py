"""A small U-Net (Ronneberger et al. 2015) with added skips, forward and backward by hand."""
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

WIDTH = 16
MOST_LEVELS = 4
SLOPE = 0.1
EPSILON = 1e-5
MOMENTUM = 0.1


def convolve(x, w, stride, padding=1):
    """[B,C,H,W] with [O,C,k,k]."""
    return np.einsum('bcyxij,ocij->boyx', windows(x, w.shape[2], stride, padding), w,
                     optimize=True)


def windows(x, kernel, stride, padding):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return sliding_window_view(x, (kernel, kernel), (2, 3))[:, :, ::stride, ::stride]


def adjoint(y, w, stride, size, padding=1):
    """Of convolve in x: a transposed convolution."""
    k = w.shape[2]
    x = np.zeros((y.shape[0], w.shape[1], size + 2 * padding, size + 2 * padding))
    for i in range(k):
        for j in range(k):
            x[:, :, i:i + stride * y.shape[2]:stride, j:j + stride * y.shape[3]:stride] += \
                np.einsum('boyx,oc->bcyx', y, w[:, :, i, j])
    return x[:, :, padding:padding + size, padding:padding + size]


def weight_gradient(x, y_gradient, kernel, stride, padding=1):
    return np.einsum('bcyxij,boyx->ocij', windows(x, kernel, stride, padding), y_gradient,
                     optimize=True)


def level_count(size):
    return next((k for k in range(1, MOST_LEVELS) if size % 2 ** k), MOST_LEVELS)


def shapes(size, channels):
    """Of all arrays, by their PyTorch names."""
    levels = level_count(size)
    width = [WIDTH * min(4, 2 ** k) for k in range(levels)]
    result = {}

    def block(name, shape, out):
        result[name + '.convolution.weight'] = shape
        for each in 'weight', 'bias', 'running_mean', 'running_var':
            result[name + '.normalization.' + each] = (out,)

    for k in range(levels):
        shape = (width[0], channels, 3, 3) if k == 0 else (width[k], width[k - 1], 4, 4)
        block('detector.encoder.%d' % k, shape, width[k])
    for k in range(levels - 1, 0, -1):
        block('detector.decoder.%d' % k, (width[k], width[k - 1], 4, 4), width[k - 1])
    result['detector.logit.weight'] = (1, width[0], 3, 3)
    result['detector.logit.bias'] = (1,)
    return result


class SegmentationNet:
    """parameters by name; after a training pass, running statistics have moved."""

    def __init__(self, parameters):
        self.p = parameters
        self.levels = sum('encoder' in n and 'convolution' in n for n in parameters)

    def normalized(self, name, x, training):
        """Batch normalization; keeps what backward needs."""
        p, n = self.p, name + '.normalization.'
        if training:
            mean, variance = x.mean((0, 2, 3)), x.var((0, 2, 3))
            count = x.size / x.shape[1]
            for key, now in ('running_mean', mean), ('running_var', variance * count / (count - 1)):
                p[n + key] = (1 - MOMENTUM) * p[n + key] + MOMENTUM * now
        else:
            mean, variance = p[n + 'running_mean'], p[n + 'running_var']
        deviation = np.sqrt(variance + EPSILON)[:, None, None]
        standard = (x - mean[:, None, None]) / deviation
        z = p[n + 'weight'][:, None, None] * standard + p[n + 'bias'][:, None, None]
        self.kept[name] = standard, deviation, z
        return z

    def forward(self, z_scores, training):
        """[B,K,H,W] to logits [B,1,H,W]."""
        self.kept, self.inputs = {}, {}
        x, skips = z_scores, []
        for k in range(self.levels):
            name = 'detector.encoder.%d' % k
            self.inputs[name] = x
            x = convolve(x, self.p[name + '.convolution.weight'], 1 if k == 0 else 2)
            x = self.normalized(name, x, training)
            x = np.where(x > 0, x, SLOPE * x)
            skips.append(x)
        for k in range(self.levels - 1, 0, -1):
            name = 'detector.decoder.%d' % k
            self.inputs[name] = x
            x = adjoint(x, self.p[name + '.convolution.weight'], 2, 2 * x.shape[2])
            x = np.maximum(self.normalized(name, x, training), 0) + skips[k - 1]
        self.inputs['detector.logit'] = x
        bias = self.p['detector.logit.bias'][:, None, None]
        return convolve(x, self.p['detector.logit.weight'], 1) + bias

    def normalized_backward(self, name, dz, gradients):
        standard, deviation, _ = self.kept[name]
        n = name + '.normalization.'
        gradients[n + 'weight'] = (dz * standard).sum((0, 2, 3))
        gradients[n + 'bias'] = dz.sum((0, 2, 3))
        d = dz * self.p[n + 'weight'][:, None, None]
        axes = dict(axis=(0, 2, 3), keepdims=True)
        return (d - d.mean(**axes) - standard * (d * standard).mean(**axes)) / deviation

    def backward(self, logit_gradient):
        """Gradients of all trained parameters by name."""
        g, d = {}, logit_gradient
        g['detector.logit.bias'] = d.sum((0, 2, 3))
        g['detector.logit.weight'] = weight_gradient(self.inputs['detector.logit'], d, 3, 1)
        d = adjoint(d, self.p['detector.logit.weight'], 1, d.shape[2])
        of_skips = []
        for k in range(1, self.levels):
            name = 'detector.decoder.%d' % k
            of_skips.append(d)
            d = self.normalized_backward(name, d * (self.kept[name][2] > 0), g)
            weight = name + '.convolution.weight'
            g[weight] = weight_gradient(d, self.inputs[name], 4, 2)
            d = convolve(d, self.p[weight], 2)
        for k in range(self.levels - 1, -1, -1):
            name = 'detector.encoder.%d' % k
            if k < self.levels - 1:
                d = d + of_skips[k]
            d = self.normalized_backward(name, d * np.where(self.kept[name][2] > 0, 1, SLOPE), g)
            x, weight, stride = self.inputs[name], name + '.convolution.weight', 1 if k == 0 else 2
            g[weight] = weight_gradient(x, d, self.p[weight].shape[2], stride)
            d = adjoint(d, self.p[weight], stride, x.shape[2])
        return g


def cross_entropy(logits, synthetic, field_of_view):
    """Per pixel of a picture, outside the field of view 0; and its gradient by the logits' sum."""
    count, _, height, width = logits.shape
    each = np.logaddexp(0, logits) - logits * synthetic
    gradient = (1 / (1 + np.exp(-logits)) - synthetic) * field_of_view / count
    return (each * field_of_view).sum() / count / (height * width), gradient


def adam(value, gradient, first, second, rate, step, beta1=0.5, beta2=0.999, epsilon=1e-8):
    """Kingma and Ba 2015, algorithm 1; step counts from 1."""
    first = beta1 * first + (1 - beta1) * gradient
    second = beta2 * second + (1 - beta2) * gradient ** 2
    unbiased = first / (1 - beta1 ** step), second / (1 - beta2 ** step)
    return value - rate * unbiased[0] / (np.sqrt(unbiased[1]) + epsilon), first, second
