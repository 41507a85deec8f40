"""Writes the fixtures of NetworkParityTest: CAVGA-D in plain PyTorch, attention through autograd.

usage: python network_parity.py OUTPUT_FOLDER        (needs torch and numpy)
"""
import json
import pathlib
import sys

import torch
import torch.nn.functional as F

SIZE, WIDTH, LEVELS, LATENT, COUNT = 16, 4, 2, 3, 3


def parameters(weak):
    g = torch.Generator().manual_seed(11)
    p = {}

    def uniform(name, *shape):
        p[name] = (torch.rand(*shape, generator=g) - 0.5) * 0.6

    def normalization(name, channels):
        p[name + '.weight'] = 0.5 + torch.rand(channels, generator=g)
        p[name + '.bias'] = torch.rand(channels, generator=g) - 0.5
        p[name + '.running_mean'] = 0.1 * (torch.rand(channels, generator=g) - 0.5)
        p[name + '.running_var'] = 0.5 + torch.rand(channels, generator=g)

    def stack(name):
        uniform(name + '.0.convolution.weight', WIDTH, 3, 4, 4)
        uniform(name + '.0.convolution.bias', WIDTH)
        for k in range(1, LEVELS):
            uniform(f'{name}.{k}.convolution.weight', WIDTH << k, WIDTH << (k - 1), 4, 4)
            normalization(f'{name}.{k}.normalization', WIDTH << k)

    top = WIDTH << (LEVELS - 1)
    small = SIZE >> LEVELS
    stack('encoder')
    for head in 'latent.mean', 'latent.log_variance':
        uniform(head + '.weight', LATENT, top, 3, 3)
        uniform(head + '.bias', LATENT)
    uniform('decoder.start.convolution.weight', top, LATENT, 3, 3)
    uniform('decoder.start.convolution.bias', top)
    for k in range(LEVELS - 1, 0, -1):
        uniform(f'decoder.{k}.convolution.weight', WIDTH << k, WIDTH << (k - 1), 4, 4)
        normalization(f'decoder.{k}.normalization', WIDTH << (k - 1))
    uniform('decoder.0.convolution.weight', WIDTH, 3, 4, 4)
    uniform('decoder.0.convolution.bias', 3)
    stack('discriminator')
    uniform('discriminator.end.weight', 1, top, small, small)
    uniform('discriminator.end.bias', 1)
    if weak:
        uniform('classifier.weight', 2, LATENT, small, small)
        uniform('classifier.bias', 2)
    return p


def normalize(p, name, x, training):
    return F.batch_norm(x, p[name + '.running_mean'].clone(), p[name + '.running_var'].clone(),
                        p[name + '.weight'], p[name + '.bias'], training)


def stack(p, name, x, training):
    x = F.leaky_relu(F.conv2d(x, p[name + '.0.convolution.weight'],
                              p[name + '.0.convolution.bias'], 2, 1), 0.2)
    for k in range(1, LEVELS):
        x = F.conv2d(x, p[f'{name}.{k}.convolution.weight'], None, 2, 1)
        x = F.leaky_relu(normalize(p, f'{name}.{k}.normalization', x, training), 0.2)
    return x


def discriminate(p, x, training):
    f = stack(p, 'discriminator', x, training)
    return F.conv2d(f, p['discriminator.end.weight'], p['discriminator.end.bias'])


def attention(score, f, create_graph):
    gradient, = torch.autograd.grad(score.sum(), f, create_graph=create_graph, retain_graph=True)
    return torch.sigmoid((gradient.mean((2, 3), keepdim=True) * f).sum(1, keepdim=True))


def generate(p, x, mask, noise, training, weak):
    f = stack(p, 'encoder', x, training)
    mean = F.conv2d(f, p['latent.mean.weight'], p['latent.mean.bias'], 1, 1)
    log_variance = F.conv2d(f, p['latent.log_variance.weight'], p['latent.log_variance.bias'], 1, 1)
    z = mean + noise * torch.exp(0.5 * log_variance) if training else mean
    y = F.relu(F.conv2d(z, p['decoder.start.convolution.weight'],
                        p['decoder.start.convolution.bias'], 1, 1))
    for k in range(LEVELS - 1, 0, -1):
        y = F.conv_transpose2d(y, p[f'decoder.{k}.convolution.weight'], None, 2, 1)
        y = F.relu(normalize(p, f'decoder.{k}.normalization', y, training))
    logits = F.conv_transpose2d(y, p['decoder.0.convolution.weight'],
                                p['decoder.0.convolution.bias'], 2, 1)
    out = dict(mean=mean, log_variance=log_variance, logits=logits,
               reconstruction=torch.sigmoid(logits) * mask)
    if weak:
        out['classes'] = F.conv2d(z, p['classifier.weight'], p['classifier.bias'])[:, :, 0, 0]
        out['attention'] = attention(out['classes'][:, 0], f, training)
        out['anomalous_attention'] = attention(out['classes'][:, 1], f, training)
    else:
        out['attention'] = attention(z, f, training)
    return out


def losses(p, x, mask, noise, labels, weak):
    out = generate(p, x, mask, noise, True, weak)
    coarse = F.avg_pool2d(mask, 1 << LEVELS)

    def mean(a):
        return (a * coarse).sum((1, 2, 3)) / coarse.sum((1, 2, 3))

    n = x.shape[0]
    pixels = F.binary_cross_entropy_with_logits(out['logits'], x, reduction='none')
    values = dict(
        reconstruction=(pixels * mask).sum() / n,
        divergence=-0.5 * (1 + out['log_variance'] - out['mean'] ** 2
                           - out['log_variance'].exp()).sum() / n)
    judged = discriminate(p, out['reconstruction'], True)
    values['adversarial'] = F.binary_cross_entropy_with_logits(judged, torch.ones_like(judged))
    if weak:
        values['classification'] = F.cross_entropy(out['classes'], labels.long())
        correct = (labels == 0) & (out['classes'][:, 0] > out['classes'][:, 1])
        each = mean(1 - out['attention'] + out['anomalous_attention'])
        values['attention'] = (each * correct).sum() / correct.sum().clamp(min=1)
    else:
        values['attention'] = mean(1 - out['attention']).mean()
    real = discriminate(p, x, True)
    fake = discriminate(p, out['reconstruction'].detach(), True)
    values['discriminator'] = F.binary_cross_entropy_with_logits(real, torch.ones_like(real)) \
        + F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
    return out, values


def numbers(t):
    return [float('%.8g' % v) for v in t.detach().double().flatten().tolist()]


def write(folder, weak):
    g = torch.Generator().manual_seed(5)
    p = parameters(weak)
    trained = {k: v.requires_grad_() for k, v in p.items() if 'running' not in k}
    y, x = torch.meshgrid(torch.arange(SIZE), torch.arange(SIZE), indexing='ij')
    mask = (((x - 8.) ** 2 + (y - 7.) ** 2) < 81).float().expand(COUNT, 1, SIZE, SIZE)
    pictures = torch.rand(COUNT, 3, SIZE, SIZE, generator=g) * mask
    small = SIZE >> LEVELS
    noise = torch.randn(COUNT, LATENT, small, small, generator=g)
    labels = torch.tensor([0., 0., 1.])
    out, values = losses(p, pictures, mask, noise, labels, weak)
    weights = dict(reconstruction=0.01, divergence=0.3, adversarial=0.7, attention=2.,
                   classification=0.9)
    total = sum(weights[k] * values[k] for k in values if k != 'discriminator')
    ours = {k: v for k, v in trained.items() if not k.startswith('discriminator')}
    theirs = {k: v for k, v in trained.items() if k.startswith('discriminator')}
    gradients = dict(zip(ours, torch.autograd.grad(total, ours.values(), retain_graph=True)))
    gradients.update(zip(theirs, torch.autograd.grad(values['discriminator'], theirs.values())))
    test = generate(p, pictures, mask, noise, False, weak)
    json.dump(dict(
        size=SIZE, width=WIDTH, levels=LEVELS, latent=LATENT, count=COUNT, weak=weak,
        parameters={k: dict(shape=list(v.shape), values=numbers(v)) for k, v in p.items()},
        pictures=numbers(pictures), field_of_view=numbers(mask), noise=numbers(noise),
        labels=numbers(labels), weights=weights,
        losses={k: float(v) for k, v in values.items()},
        training_attention=numbers(out['attention']),
        training_reconstruction=numbers(out['reconstruction']),
        test_attention=numbers(test['attention']),
        test_reconstruction=numbers(test['reconstruction']),
        gradients={k: numbers(v) for k, v in gradients.items()},
    ), open(pathlib.Path(folder) / ('parity_%s.json' % ('w' if weak else 'u')), 'w'))


if __name__ == '__main__':
    write(sys.argv[1], False)
    write(sys.argv[1], True)
