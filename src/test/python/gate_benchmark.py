"""Measures the gate before the score. Needs NumPy, SciPy and Pillow.

    python3 gate_benchmark.py "java -jar target/CAVGA_-VERSION.jar" MODEL DISC_MODEL DATA IMAGES WORK [EVERY]

MODEL is one of IDRiD's train/normal, DISC_MODEL one of the method disc, DATA the folder with idrid, hrf, hrf-complete,
hygd, acrima, hygd-disc, dicom and mnist, IMAGES a folder of other pictures, such as docs/images. WORK takes pictures and
results. Of eyes that are made worse and of crops every EVERY-th is taken (1). A table is printed.
"""
import csv
import glob
import gzip
import os
import shlex
import shutil
import subprocess
import sys

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

NO_FUNDUS = ("no fundus photograph", "more than one eye")


def main():
    command, model, disc, data, images, work = sys.argv[1:7]
    every = int(sys.argv[7]) if len(sys.argv) > 7 else 1
    run = Runner(shlex.split(command), work)
    untouched(run, model, data)
    fundus(run, model, data)
    others(run, model, data, images)
    crops(run, disc, data, every)
    worse(run, model, data, every)


class Runner:
    def __init__(self, command, work):
        self.command, self.work = command, work

    def rows(self, model, folder, name):
        out = os.path.join(self.work, "results", name)
        flags = ["--overwrite", "--no-maps", "--no-overlays", "--no-rois"]
        subprocess.run(self.command + ["localize", "--model", model, "--input", folder, "--output", out] + flags,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(os.path.join(out, "results.csv"), encoding="utf-8") as table:
            return list(csv.DictReader(table))

    def folder(self, name):
        folder = os.path.join(self.work, "pictures", name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        return folder


def refused(rows):
    return [row for row in rows if row["judged"] != "true"]


def say(what, part, rows, names=True):
    print(f"{what}: {len(part)} of {len(rows)} ({100 * len(part) / max(1, len(rows)):.1f} %)", flush=True)
    for row in part[:5] if names else []:
        print("   ", row["image"], row["warning"] or row["message"])


def untouched(run, model, data):
    for kind, name in (("normal", "healthy held-out eyes"), ("abnormal", "diseased eyes, untouched")):
        rows = run.rows(model, f"{data}/idrid/test/{kind}", "untouched-" + kind)
        say(name + ", not judged", refused(rows), rows)
        say(name + ", called anomalous", [r for r in rows if r["anomalous"] == "true"], rows, False)


def fundus(run, model, data):
    for folder in ("idrid/train/normal", "idrid/test/normal", "idrid/test/abnormal", "hrf", "hrf-complete", "hygd/normal"):
        rows = run.rows(model, f"{data}/{folder}", "fundus-" + folder.replace("/", "-"))
        part = [row for row in rows if any(text in row["warning"] for text in NO_FUNDUS)]
        say(f"fundus photographs of {folder}, refused for not being one", part, rows)


def others(run, model, data, images):
    folder = run.folder("others")
    random = np.random.default_rng(1)
    for file in glob.glob(f"{data}/dicom/*.dcm") + glob.glob(f"{images}/*.*"):
        shutil.copy(file, folder)
    digits(folder, data, 20)
    for i in range(16):
        texture(random, i).save(f"{folder}/texture{i}.png")
    for i in range(14):
        noise(random, i).save(f"{folder}/noise{i}.png")
        page(random, i).save(f"{folder}/page{i}.png")
    rows = run.rows(model, folder, "others")
    say("other pictures, judged", [r for r in rows if r["judged"] == "true"], rows)
    say("of them not readable", [r for r in rows if r["status"] != "ok"], rows, False)


def digits(folder, data, count):
    with gzip.open(f"{data}/mnist/t10k-images-idx3-ubyte.gz") as file:
        pixels = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 28, 28)
    for i in range(count):
        Image.fromarray(pixels[i]).resize((560, 560), Image.BICUBIC).convert("RGB").save(f"{folder}/digit{i}.png")


def texture(random, i):
    y, x = np.mgrid[0:500, 0:600] / (10 + 7 * i)
    wave = 0.5 + 0.25 * np.sin(x + 3 * np.sin(y / 2)) + 0.25 * np.sin(y * (1 + i % 3))
    wave += 0.2 * ndimage.gaussian_filter(random.standard_normal(wave.shape), 1 + i % 5)
    colour = random.uniform(0.2, 1, 3) if i % 2 else np.array([0.9, 0.5, 0.2])
    return Image.fromarray(np.uint8(255 * np.clip(wave[..., None] * colour, 0, 1)))


def noise(random, i):
    values = random.uniform(0, 1, (480, 640, 3 if i % 2 else 1))
    if i >= 4:
        values = ndimage.gaussian_filter(values, (i, i, 0))
        values = (values - values.min()) / np.ptp(values)
    return Image.fromarray(np.uint8(255 * np.broadcast_to(values, (480, 640, 3))))


def page(random, i):
    picture = Image.new("RGB", (620, 877), ["white", "ivory", "lightgrey", "black"][i % 4])
    draw = ImageDraw.Draw(picture)
    for line in range(40):
        words = " ".join("x" * int(n) for n in random.integers(2, 11, 14))
        draw.text((40, 30 + 20 * line), words, fill="white" if i % 4 == 3 else "black")
    if i % 3 == 0:
        draw.rectangle((100, 300, 500, 600), fill=(200, 120, 60))
    return picture


def crops(run, disc, data, every):
    for source in ("acrima/normal", "acrima/glaucoma", "hygd-disc/normal", "hygd-disc/glaucoma"):
        folder = run.folder("crops")
        for file in sorted(glob.glob(f"{data}/{source}/*.*"))[::every]:
            shutil.copy(file, folder)
        rows = run.rows(disc, folder, "crops-" + source.replace("/", "-"))
        gate = [row for row in refused(rows) if not row["not_measured_because"] or "fundus" in row["warning"]
                or "dark" in row["warning"]]
        say(f"crops of {source} with disc, refused by the gate", gate, rows)


def worse(run, model, data, every):
    files = sorted(glob.glob(f"{data}/idrid/test/abnormal/*.jpg"))[::every]
    names = list(degraded(np.zeros((8, 8, 3))))
    every_row = {}
    for name in names:
        folder = run.folder("worse")
        for file in files:
            picture = np.asarray(Image.open(file).convert("RGB"), float) / 255
            pixels = np.uint8(np.rint(255 * np.clip(degraded(picture, name)[name], 0, 1)))
            Image.fromarray(pixels).save(f"{folder}/{os.path.basename(file)[:-4]}.png", compress_level=1)
        rows = run.rows(model, folder, "worse-" + name)
        say(f"diseased, {name}, called normal", [r for r in rows if r["anomalous"] == "false"], rows, False)
        every_row.setdefault(name.split(" ")[0], []).extend(rows)
    for kind, rows in every_row.items():
        say(f"diseased, {kind} in all grades, called normal", [r for r in rows if r["anomalous"] == "false"], rows, False)


def degraded(picture, only=None):
    """Haze lies before the eye and leaves its black surround; KEPT is what is left of the contrast."""
    inside = ndimage.binary_opening(picture.max(2) > 0.08, iterations=2)
    own = picture[inside].mean(0) if inside.any() else np.zeros(3)
    made = {}
    for kept in (0.7, 0.5, 0.25):
        for name, colour in (("own-haze", own), ("white-haze", np.ones(3)), ("grey-haze", np.full(3, 0.5))):
            made[f"{name} {kept}"] = lambda k=kept, c=colour: np.where(
                inside[..., None], k * picture + (1 - k) * c, picture)
    for share in (0.15, 0.1, 0.05):
        made[f"brightness {share}"] = lambda s=share: s * picture
    for sigma in (2, 4, 8):
        made[f"blur {sigma}"] = lambda s=sigma: ndimage.gaussian_filter(picture, (s, s, 0))
    return {name: make() if name == only else None for name, make in made.items()}


if __name__ == "__main__":
    main()
