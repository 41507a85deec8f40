"""Writes the fixtures of CAVGA-R's parity tests: ResNet-18 and the residual decoder in PyTorch.

usage: python resnet_parity.py OUTPUT_FOLDER        (needs torch and numpy)

resnet18.safetensors has a narrow ResNet-18's state_dict as torchvision would save it, running
statistics, classifier and counters included; resnet18.json a picture and the last feature map.
parity_r_u.json.gz and parity_r_w.json.gz hold CAVGA-R's outputs, losses and gradients.
"""
import gzip
import json
import pathlib
import struct
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F

import network_parity as plain

SIZE, WIDTH, LATENT, COUNT = 64, 3, 2, 3
MEAN = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)


class Block(nn.Module):
    def __init__(self, maps_in, maps, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(maps_in, maps, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(maps)
        self.conv2 = nn.Conv2d(maps, maps, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(maps)
        self.downsample = None
        if stride > 1:
            self.downsample = nn.Sequential(
                nn.Conv2d(maps_in, maps, 1, stride, bias=False), nn.BatchNorm2d(maps))

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(y)) + shortcut)


class ResNet18(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, WIDTH, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(WIDTH)
        for stage in range(4):
            maps = WIDTH << stage
            first = Block(maps if stage == 0 else maps // 2, maps, 1 if stage == 0 else 2)
            setattr(self, f'layer{stage + 1}', nn.Sequential(first, Block(maps, maps, 1)))
        self.fc = nn.Linear(WIDTH << 3, 5)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn1(self.conv1((x - MEAN) / DEVIATION))), 3, 2, 1)
        return self.layer4(self.layer3(self.layer2(self.layer1(x))))


def random_resnet():
    torch.manual_seed(3)
    net = ResNet18()
    g = torch.Generator().manual_seed(4)
    for name, value in net.state_dict().items():
        if 'running_var' in name or ('bn' in name or 'downsample.1' in name) and 'weight' in name:
            value.copy_(0.5 + torch.rand(value.shape, generator=g))
        elif 'running_mean' in name or ('bn' in name or 'downsample.1' in name) and 'bias' in name:
            value.copy_(0.6 * (torch.rand(value.shape, generator=g) - 0.5))
    return net


def save(file, state):
    types = {torch.float32: 'F32', torch.int64: 'I64'}
    header, data = {}, b''
    for name, value in state.items():
        content = value.contiguous().numpy().tobytes()
        header[name] = dict(dtype=types[value.dtype], shape=list(value.shape),
                            data_offsets=[len(data), len(data) + len(content)])
        data += content
    text = json.dumps(header).encode()
    text += b' ' * (-len(text) % 8)
    file.write_bytes(struct.pack('<Q', len(text)) + text + data)


def other_parameters(weak):
    """Those of latent, decoder, discriminator and classifier."""
    g = torch.Generator().manual_seed(11)
    p = {}

    def uniform(name, *shape):
        p[name] = (torch.rand(*shape, generator=g) - 0.5) * 0.6

    def normalization(name, channels):
        p[name + '.weight'] = 0.5 + torch.rand(channels, generator=g)
        p[name + '.bias'] = torch.rand(channels, generator=g) - 0.5
        p[name + '.running_mean'] = 0.1 * (torch.rand(channels, generator=g) - 0.5)
        p[name + '.running_var'] = 0.5 + torch.rand(channels, generator=g)

    top = WIDTH << 3
    for head in 'latent.mean', 'latent.log_variance':
        uniform(head + '.weight', LATENT, top, 3, 3)
        uniform(head + '.bias', LATENT)
    uniform('decoder.start.convolution.weight', top, LATENT, 3, 3)
    uniform('decoder.start.convolution.bias', top)
    maps = top
    for level in range(5, 0, -1):
        fewer = max(4, maps // 2)
        uniform(f'decoder.{level}.convolution.weight', fewer, maps, 3, 3)
        normalization(f'decoder.{level}.normalization', fewer)
        if fewer != maps:
            uniform(f'decoder.{level}.skip.weight', fewer, maps, 1, 1)
        maps = fewer
    uniform('decoder.end.convolution.weight', 3, maps, 3, 3)
    uniform('decoder.end.convolution.bias', 3)
    theirs = max(2, WIDTH // 2)
    uniform('discriminator.0.convolution.weight', theirs, 3, 4, 4)
    uniform('discriminator.0.convolution.bias', theirs)
    for k in range(1, 5):
        uniform(f'discriminator.{k}.convolution.weight', theirs << k, theirs << (k - 1), 4, 4)
        normalization(f'discriminator.{k}.normalization', theirs << k)
    uniform('discriminator.end.weight', 1, theirs << 4, SIZE >> 5, SIZE >> 5)
    uniform('discriminator.end.bias', 1)
    if weak:
        uniform('classifier.weight', 2, LATENT, SIZE >> 5, SIZE >> 5)
        uniform('classifier.bias', 2)
    return p


def encode(p, x, training):
    """The same as ResNet18.forward, with the parameters of a dictionary."""
    def unit(conv, bn, x, stride, padding):
        return plain.normalize(p, 'encoder.' + bn, F.conv2d(
            x, p[f'encoder.{conv}.weight'], None, stride, padding), training)

    x = F.relu(unit('conv1', 'bn1', (x - MEAN) / DEVIATION, 2, 3))
    x = F.max_pool2d(x, 3, 2, 1)
    for stage in range(1, 5):
        for block in range(2):
            name = f'layer{stage}.{block}'
            stride = 2 if stage > 1 and block == 0 else 1
            y = F.relu(unit(name + '.conv1', name + '.bn1', x, stride, 1))
            y = unit(name + '.conv2', name + '.bn2', y, 1, 1)
            if stride == 2:
                x = unit(name + '.downsample.0', name + '.downsample.1', x, 2, 0)
            x = F.relu(x + y)
    return x


def generate(p, x, mask, noise, training, weak):
    f = encode(p, x, training)
    mean = F.conv2d(f, p['latent.mean.weight'], p['latent.mean.bias'], 1, 1)
    log_variance = F.conv2d(f, p['latent.log_variance.weight'], p['latent.log_variance.bias'], 1, 1)
    z = mean + noise * torch.exp(0.5 * log_variance) if training else mean
    y = F.relu(F.conv2d(z, p['decoder.start.convolution.weight'],
                        p['decoder.start.convolution.bias'], 1, 1))
    for level in range(5, 0, -1):
        u = F.interpolate(y, scale_factor=2, mode='nearest')
        c = F.conv2d(u, p[f'decoder.{level}.convolution.weight'], None, 1, 1)
        c = F.relu(plain.normalize(p, f'decoder.{level}.normalization', c, training))
        skip = f'decoder.{level}.skip.weight'
        y = c + (F.conv2d(u, p[skip]) if skip in p else u)
    logits = F.conv2d(y, p['decoder.end.convolution.weight'], p['decoder.end.convolution.bias'], 1, 1)
    out = dict(mean=mean, log_variance=log_variance, logits=logits,
               reconstruction=torch.sigmoid(logits) * mask)
    if weak:
        out['classes'] = F.linear(z.flatten(1), p['classifier.weight'].flatten(1),
                                  p['classifier.bias'])
        out['attention'] = plain.attention(out['classes'][:, 0], f, training)
        out['anomalous_attention'] = plain.attention(out['classes'][:, 1], f, training)
    else:
        out['attention'] = plain.attention(z, f, training)
    return out


def numbers(t, pattern='%.6g'):
    return [float(pattern % v) for v in t.detach().double().flatten().tolist()]


def write(folder, weak):
    g = torch.Generator().manual_seed(5)
    p = {'encoder.' + k: v.clone() for k, v in random_resnet().state_dict().items()
         if not k.startswith('fc') and 'num_batches' not in k}
    p.update(other_parameters(weak))
    p = {k: torch.tensor(numbers(v)).view(v.shape) for k, v in p.items()}
    trained = {k: v.requires_grad_() for k, v in p.items() if 'running' not in k}
    y, x = torch.meshgrid(torch.arange(SIZE), torch.arange(SIZE), indexing='ij')
    mask = (((x - 30.) ** 2 + (y - 33.) ** 2) < 29 ** 2).float().expand(COUNT, 1, SIZE, SIZE)
    pictures = torch.rand(COUNT, 3, SIZE // 4, SIZE // 4, generator=g)
    pictures = F.interpolate(pictures, SIZE, mode='bilinear') * mask
    pictures = torch.tensor(numbers(pictures, '%.3f')).view(pictures.shape)
    noise = torch.tensor(numbers(torch.randn(COUNT, LATENT, 2, 2, generator=g))).view(COUNT, LATENT, 2, 2)
    labels = torch.tensor([0., 0., 1.])
    out, values = plain.losses(p, pictures, mask, noise, labels, weak)
    weights = dict(reconstruction=0.001, divergence=0.3, adversarial=0.7, attention=2.,
                   classification=0.9)
    total = sum(weights[k] * values[k] for k in values if k != 'discriminator')
    ours = {k: v for k, v in trained.items() if not k.startswith('discriminator')}
    theirs = {k: v for k, v in trained.items() if k.startswith('discriminator')}
    gradients = dict(zip(ours, torch.autograd.grad(total, ours.values(), retain_graph=True)))
    gradients.update(zip(theirs, torch.autograd.grad(values['discriminator'], theirs.values())))
    test = generate(p, pictures, mask, noise, False, weak)
    content = json.dumps(dict(
        variant='R', size=SIZE, width=WIDTH, levels=5, latent=LATENT, count=COUNT, weak=weak,
        parameters={k: dict(shape=list(v.shape), values=numbers(v)) for k, v in p.items()},
        pictures=numbers(pictures), field_of_view=numbers(mask, '%.0f'), noise=numbers(noise),
        labels=numbers(labels), weights=weights,
        losses={k: float(v) for k, v in values.items()},
        training_attention=numbers(out['attention']),
        training_reconstruction=numbers(out['reconstruction']),
        test_attention=numbers(test['attention']),
        test_reconstruction=numbers(test['reconstruction']),
        gradients={k: numbers(v) for k, v in gradients.items()},
    )).encode()
    file = pathlib.Path(folder) / ('parity_r_%s.json.gz' % ('w' if weak else 'u'))
    file.write_bytes(gzip.compress(content, 9, mtime=0))


def write_resnet(folder):
    net = random_resnet().eval()
    save(pathlib.Path(folder) / 'resnet18.safetensors', net.state_dict())
    picture = torch.rand(1, 3, SIZE, SIZE, generator=torch.Generator().manual_seed(8))
    picture = torch.tensor(numbers(picture, '%.3f')).view(picture.shape)
    with torch.no_grad():
        features = net(picture)
    json.dump(dict(size=SIZE, width=WIDTH, picture=numbers(picture), shape=list(features.shape),
                   features=numbers(features)),
              open(pathlib.Path(folder) / 'resnet18.json', 'w'))


if __name__ == '__main__':
    plain.LEVELS = 5
    plain.generate = generate
    write(sys.argv[1], False)
    write(sys.argv[1], True)
    write_resnet(sys.argv[1])
