"""Measures the method disc on real eyes. Needs NumPy, SciPy and Pillow.

    python3 disc_benchmark.py PART "java -jar target/CAVGA_-VERSION.jar" DATA WORK

PART is one of: ratio, score, unseen, labels, confounds, hrf, whole, notches, ranks, cross (which teaches the networks
twice), or all. DATA is the folder with acrima, hygd-disc, hrf-complete and
hygd. WORK takes the copies and the results; what is there already is used again. A table is printed.

Eyes that are not measured count as ties with all others. Halves of ACRIMA: every second file by name, of each class;
the first half's crops took part in teaching the networks (without labels), the second half did not. HYGD: the fixed
split's test normals against glaucoma patients with odd numbers; those with even numbers took part in teaching.
"""
import csv
import glob
import os
import random
import shlex
import shutil
import subprocess
import sys

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

SEEDS = 5
LABELS = 10


def main():
    part, cavga, data, work = sys.argv[1:5]
    run = Runner(shlex.split(cavga), data, work)
    parts = {
        "ratio": ratio, "score": score, "unseen": unseen, "labels": labels, "confounds": confounds, "hrf": hrf,
        "whole": whole, "notches": notches, "ranks": ranks, "cross": cross}
    for name in parts if part == "all" else [part]:
        parts[name](run)


class Runner:
    def __init__(self, cavga, data, work):
        self.cavga, self.data, self.work = cavga, data, work

    def __call__(self, *arguments):
        done = subprocess.run(self.cavga + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode > 1:
            sys.exit(done.stdout)

    def folder(self, *names):
        return os.path.join(self.work, *names)

    def table(self, folder):
        """Rows by the pictures' names; what was not measured has empty cells."""
        with open(os.path.join(folder, "results.csv"), newline="") as file:
            return {row["image"]: row for row in csv.DictReader(file)}

    def measured(self, folder):
        """Measures all pictures of a folder without a model."""
        output = folder + "-measured"
        self("disc", "--input", folder, "--output", output)
        return self.table(output)


def acrima(data):
    """Of the half that no network was taught with: name, path, whether glaucoma."""
    for name in ("normal", "glaucoma"):
        for path in sorted(glob.glob(os.path.join(data, "acrima", name, "*")))[1::2]:
            yield os.path.basename(path), path, name == "glaucoma"


def hygd(data):
    """All crops: name, path, whether glaucoma, patient, role."""
    with open(os.path.join(data, "hygd-disc", "index.csv"), newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        path = os.path.join(data, "hygd-disc", row["class"], row["file"])
        odd = int(row["patient"]) % 2 == 1
        glaucoma = row["class"] == "glaucoma"
        role = ("test" if odd else "taught") if glaucoma else row["split"]
        yield row["file"], path, glaucoma, row["patient"], role


def copied(path, target, change=None):
    if os.path.exists(target):
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)
    if change is None:
        shutil.copy(path, target)
        return
    picture = np.asarray(Image.open(path).convert("RGB"), np.float32) / 255
    Image.fromarray((np.clip(change(picture), 0, 1) * 255 + 0.5).astype(np.uint8)).save(target)


def inside(picture):
    brightest = picture.max(2)
    return brightest > max(0.03, 0.12 * np.percentile(brightest, 95))


def sharpness(picture):
    mask = ndimage.binary_erosion(inside(picture), iterations=6)
    if mask.sum() < 100:
        return 0.0
    grey = picture.mean(2)
    smooth = ndimage.gaussian_filter(grey, 0.7)
    steep = np.hypot(ndimage.sobel(smooth, 0), ndimage.sobel(smooth, 1)) / 8
    return float(steep[mask].mean() / (grey[mask].std() + 1e-3))


def equalizer(paths, quantile=20):
    """Blurs to one sharpness and gives every picture the same mean and spread of each channel, at 300 pixels."""
    def small(picture):
        picture = (np.clip(picture, 0, 1) * 255).astype(np.uint8)
        return np.asarray(Image.fromarray(picture).resize((300, 300), Image.LANCZOS), np.float32) / 255

    levels = [sharpness(small(np.asarray(Image.open(path).convert("RGB"), np.float32) / 255)) for path in paths]
    level = np.percentile(levels, quantile)

    def change(picture):
        picture = small(picture)
        mask = inside(picture)
        colours = (picture - picture[mask].mean(0)) / (picture[mask].std(0) + 1e-3)
        picture = colours * np.array([0.12, 0.10, 0.06]) + np.array([0.65, 0.40, 0.22])
        for _ in range(14):
            if sharpness(picture * mask[:, :, None]) <= level:
                break
            picture = ndimage.gaussian_filter(picture, (1.6, 1.6, 0))
        return np.clip(picture, 0.05, 1) * mask[:, :, None]

    return change


def auroc(normal, ill):
    """Not measured (NaN) is a tie with all."""
    normal, ill = np.asarray(normal, float), np.asarray(ill, float)
    wins = (ill[:, None] > normal[None]) + 0.5 * (ill[:, None] == normal[None])
    missing = np.isnan(ill[:, None]) | np.isnan(normal[None])
    return float(np.where(missing, 0.5, wins).mean())


def number(text):
    return float(text) if text else np.nan


def line(what, normal, ill):
    print("%-56s AUROC %.3f; not measured: normal %.1f %%, glaucoma %.1f %%; medians %.3f, %.3f" % (
        what, auroc(normal, ill), 100 * np.isnan(normal).mean(), 100 * np.isnan(ill).mean(),
        np.nanmedian(normal), np.nanmedian(ill)), flush=True)


def columns(rows, names, column):
    return [number(rows[name][column]) for name in names]


def ratio(run):
    """ACRIMA and HYGD: the vertical ratio and others, as they are and equalized."""
    eyes = {
        "acrima": [(name, path, ill) for name, path, ill in acrima(run.data)],
        "hygd": [(name, path, ill) for name, path, ill, _, role in hygd(run.data) if role == "test"],
    }
    for data, pictures in eyes.items():
        for kind in ("plain", "equalized"):
            change = None if kind == "plain" else equalizer([path for _, path, _ in pictures])
            folder = run.folder(data + "-" + kind)
            names = {False: [], True: []}
            for name, path, ill in pictures:
                target = name if change is None else os.path.splitext(name)[0] + ".png"
                copied(path, os.path.join(folder, target), change)
                names[ill].append(target)
            rows = run.measured(folder)
            for column in ("cdr_vertical", "cdr_area", "pale_share"):
                line("%s %s %s" % (data, kind, column), columns(rows, names[False], column),
                     columns(rows, names[True], column))


def trained(run, folder, *options):
    model = folder + ".cavga"
    if not os.path.exists(model):
        run("train", "--method", "disc", "--layout", "folder", "--dataset", folder, "--model", model, *options)
    output = folder + "-out"
    run("localize", "--model", model, "--input", os.path.join(folder, "test"), "--output", output)
    return run.table(output), output


def score(run):
    """HYGD: normal limits of its training normals, no label of glaucoma; as it is and equalized."""
    for kind in ("plain", "equalized"):
        folder = run.folder("hygd-limits-" + kind)
        pictures = list(hygd(run.data))
        change = None if kind == "plain" else equalizer([p for _, p, _, _, role in pictures if role == "test"])
        for name, path, ill, _, role in pictures:
            if role == "taught":
                continue
            place = "train/normal" if role == "train" else "test/abnormal" if ill else "test/normal"
            target = name if change is None else os.path.splitext(name)[0] + ".png"
            copied(path, os.path.join(folder, place, target), change)
        rows, output = trained(run, folder)
        normal = [number(row["score"]) for name, row in rows.items() if name.startswith("normal/")]
        ill = [number(row["score"]) for name, row in rows.items() if name.startswith("abnormal/")]
        line("hygd %s score" % kind, normal, ill)
        for kind_of_eye in ("normal/", "abnormal/"):
            some = [flag for name, flag in outside(output).items() if name.startswith(kind_of_eye)]
            print("  %s with an hour outside the 99.9 %% limit: %.1f %% of %d" % (
                kind_of_eye, 100 * np.mean(some), len(some)))


def outside(output):
    """By the pictures' names: whether a clock hour lies outside the 99.9 % limit."""
    eyes = {}
    with open(os.path.join(output, "discs.csv"), newline="") as file:
        for row in csv.DictReader(file):
            eyes[row["image"]] = eyes.get(row["image"], False) or row["outside"] == "true"
    return eyes


def unseen(run):
    """Limits from healthy eyes that no network was taught with, as a user has them; twice, halves exchanged."""
    eyes = {
        "acrima": [(name, path, ill, str(index // 2)) for index, (name, path, ill) in enumerate(acrima(run.data))],
        "hygd": [(name, path, ill, patient) for name, path, ill, patient, role in hygd(run.data) if role == "test"],
    }
    for data, pictures in eyes.items():
        patients = sorted({patient for _, _, ill, patient in pictures if not ill})
        areas, healthy, flagged = [], 0, 0
        for half in (0, 1):
            learned = set(patients[half::2])
            folder = run.folder("unseen-%s-%d" % (data, half))
            for name, path, ill, patient in pictures:
                place = "test/abnormal" if ill else "train/normal" if patient in learned else "test/normal"
                copied(path, os.path.join(folder, place, name))
            rows, output = trained(run, folder)
            normal = [number(row["score"]) for name, row in rows.items() if name.startswith("normal/")]
            ill = [number(row["score"]) for name, row in rows.items() if name.startswith("abnormal/")]
            areas.append(auroc(normal, ill))
            flags = [flag for name, flag in outside(output).items() if name.startswith("normal/")]
            healthy, flagged = healthy + len(flags), flagged + sum(flags)
        print("%s, limits of unseen eyes: score %.3f and %.3f; healthy with an hour outside the 99.9 %% limit:"
              " %d of %d" % (data, areas[0], areas[1], flagged, healthy), flush=True)


def labels(run):
    """HYGD with ten labelled eyes; their patients leave the test."""
    values = []
    for seed in range(SEEDS):
        folder = run.folder("hygd-labels-%d" % seed)
        pictures = list(hygd(run.data))
        ill = sorted(name for name, _, glaucoma, _, _ in pictures if glaucoma)
        chosen = set(random.Random(seed).sample(ill, LABELS))
        patients = {patient for name, _, _, patient, _ in pictures if name in chosen}
        for name, path, glaucoma, patient, role in pictures:
            if name in chosen:
                copied(path, os.path.join(folder, "train/abnormal", name))
            elif not glaucoma and role == "train":
                copied(path, os.path.join(folder, "train/normal", name))
            elif not glaucoma and role == "test":
                copied(path, os.path.join(folder, "test/normal", name))
            elif glaucoma and role == "test" and patient not in patients:
                copied(path, os.path.join(folder, "test/abnormal", name))
        rows, _ = trained(run, folder, "--weak")
        normal = [number(row["score"]) for name, row in rows.items() if name.startswith("normal/")]
        ill = [number(row["score"]) for name, row in rows.items() if name.startswith("abnormal/")]
        line("hygd, ten labels, seed %d" % seed, normal, ill)
        values.append(auroc(normal, ill))
    print("mean %.3f, standard deviation %.3f" % (np.mean(values), np.std(values, ddof=1)))


def hrf(run):
    """HRF (its contrast leaks), limits of HYGD's whole healthy retinas."""
    folder = run.folder("hrf")
    for name in ("normal", "glaucoma"):
        for path in glob.glob(os.path.join(run.data, "hrf-complete", name, "*")):
            place = "test/normal" if name == "normal" else "test/abnormal"
            copied(path, os.path.join(folder, place, os.path.basename(path)))
    for path in sorted(glob.glob(os.path.join(run.data, "hygd", "normal", "*")))[:60]:
        copied(path, os.path.join(folder, "train/normal", os.path.basename(path)))
    rows, _ = trained(run, folder)
    for column in ("score", "cdr_vertical", "pale_share"):
        line("hrf " + column, [number(r[column]) for n, r in rows.items() if n.startswith("normal/")],
             [number(r[column]) for n, r in rows.items() if n.startswith("abnormal/")])


def whole(run):
    """How many discs of whole retinas are lost: HYGD's patients whom no network has seen, and HRF."""
    unseen = {patient for _, _, glaucoma, patient, role in hygd(run.data) if role == "test" and not glaucoma}
    sources = {
        "hygd": [path for path in sorted(glob.glob(os.path.join(run.data, "hygd", "normal", "*")))
                 if os.path.basename(path).split("_")[0] in unseen],
        "hrf": sorted(glob.glob(os.path.join(run.data, "hrf-complete", "*", "*"))),
    }
    for source, paths in sources.items():
        folder = run.folder("whole-" + source)
        for path in paths:
            copied(path, os.path.join(folder, os.path.basename(path)))
        rows = run.measured(folder)
        lost = sorted(name for name, row in rows.items() if row["measured"] != "true")
        print("%s, whole: %d of %d not measured: %s" % (source, len(lost), len(rows), ", ".join(lost)), flush=True)


def notches(run):
    """Notches of half the rim or more over two hours, in drawn whole photographs; no network has seen their seeds."""
    folder, hours = run.folder("notches"), {}
    for seed in range(11, 19):
        drawn = run.folder("notched-%d" % seed, "discs")
        if not os.path.exists(drawn):
            run("sample", "--seed", str(seed), "--output", os.path.dirname(drawn))
        with open(os.path.join(drawn, "index.csv"), newline="") as file:
            for row in csv.DictReader(file):
                kind, name = os.path.split(row["file"])
                if seed > 14 and row["notch_clock_hours"]:
                    place = "test/abnormal"
                elif kind == "normal":
                    place = "test/normal" if seed > 14 else "train/normal"
                else:
                    continue
                if kind == "crops":
                    continue
                name = "s%d_%s" % (seed, name)
                hours["abnormal/" + name] = row["notch_clock_hours"].split()
                copied(os.path.join(drawn, row["file"]), os.path.join(folder, place, name))
    _, output = trained(run, folder)
    right = set()
    with open(os.path.join(output, "discs.csv"), newline="") as file:
        for row in csv.DictReader(file):
            if row["outside"] == "true" and row["clock_hour"] in hours.get(row["image"], ()):
                right.add(row["image"])
    healthy = [flag for name, flag in outside(output).items() if name.startswith("normal/")]
    print("notches in whole photographs: outside the 99.9 %% limit at their hours: %d of %d; healthy with any hour: %d of"
          " %d" % (len(right), len(os.listdir(os.path.join(folder, "test", "abnormal"))), sum(healthy), len(healthy)))


LEFT_OUT = os.path.join("docs", "research", "train-disc-leave-out.txt")


def phantoms(run):
    """Drawn eyes with outlines, as the networks that are shipped were taught with."""
    folder = run.folder("phantoms")
    for seed in ("1", "2", "3", "4"):
        drawn = run.folder("sample-" + seed)
        if os.path.exists(drawn):
            continue
        run("sample", "--seed", seed, "--output", drawn)
        for kind, place in (("[ngc]*", "images"), ("labels", "labels")):
            for path in glob.glob(os.path.join(drawn, "discs", kind, "*.[jp][pn]g")):
                copied(path, os.path.join(folder, place, "s%s_%s" % (seed, os.path.basename(path))))
    return folder


def cross(run):
    """IDRiD's masks in two halves: each half's discs are outlined by networks taught with the other half alone."""
    masks = sorted(glob.glob(os.path.join(run.data, "idrid", "test", "optic-disc", "*.png")))
    with open(LEFT_OUT) as file:
        left_out = file.read()
    overlaps = []
    lost = 0
    for half in (0, 1):
        names = [os.path.splitext(os.path.basename(path))[0] + ".jpg" for path in masks[half::2]]
        weights = run.folder("cross-%d.safetensors" % half)
        if not os.path.exists(weights):
            unused = run.folder("cross-%d.txt" % half)
            with open(unused, "w") as file:
                file.write(left_out + "".join("test/abnormal/%s\n" % name for name in names))
            data = [os.path.join(run.data, name) for name in ("idrid", "acrima", "hygd-disc", "hygd")] + [phantoms(run)]
            run("train-disc", *[word for folder in data for word in ("--data", folder)],
                "--leave-out", unused, "--output", weights)
        folder = run.folder("cross-%d" % half)
        for name in names:
            copied(os.path.join(run.data, "idrid", "test", "abnormal", name), os.path.join(folder, name))
        output = folder + "-measured"
        run("disc", "--disc-networks", weights, "--input", folder, "--output", output)
        for name, path in zip(names, masks[half::2]):
            found = os.path.join(output, "discs", os.path.splitext(name)[0] + ".png")
            if not os.path.exists(found):
                lost += 1
                continue
            truth = np.asarray(Image.open(path).convert("L")) > 0
            found = np.asarray(Image.open(found)) > 0
            overlaps.append(2 * (truth & found).sum() / (truth.sum() + found.sum()))
    print("idrid, two halves: Dice of the disc %.3f (5 %% of the eyes below %.3f), %d of %d not measured" % (
        np.mean(overlaps), np.percentile(overlaps, 5), lost, len(masks)))


EYES = 12


def ranks(run):
    """ACRIMA's second half: twelve eyes at even ranks of the vertical ratio, with their outlines, as one picture."""
    folder = run.folder("acrima-plain")
    ills = {}
    for name, path, ill in acrima(run.data):
        copied(path, os.path.join(folder, name))
        ills[name] = ill
    rows = run.measured(folder)
    known = sorted((name for name in ills if rows[name]["cdr_vertical"]), key=lambda n: number(rows[n]["cdr_vertical"]))
    side = 300
    sheet = Image.new("RGB", (6 * side, 2 * (side + 20)), "white")
    for index in range(EYES):
        name = known[round(index * (len(known) - 1) / (EYES - 1))]
        stem = os.path.splitext(name)[0]
        picture = Image.open(os.path.join(folder, name)).convert("RGB")
        labels = np.asarray(Image.open(os.path.join(folder + "-measured", "discs", stem + ".png")))
        pixels = np.asarray(picture).copy()
        thick = max(1, round(picture.width / side))
        for level, colour in ((0, (255, 255, 255)), (200, (0, 255, 255))):
            part = labels > level
            pixels[part ^ ndimage.binary_erosion(part, iterations=thick)] = colour
        place = (index % 6 * side, index // 6 * (side + 20))
        sheet.paste(Image.fromarray(pixels).resize((side, side), Image.LANCZOS), place)
        text = "%s, ratio %.2f" % ("glaucoma" if ills[name] else "healthy", number(rows[name]["cdr_vertical"]))
        ImageDraw.Draw(sheet).text((place[0] + 4, place[1] + side + 4), text, fill="black")
    sheet.save(run.folder("ranks.jpg"), quality=88)
    print("%d eyes not measured: %s" % (len(ills) - len(known), ", ".join(sorted(set(ills) - set(known)))))


CONFOUNDS = {
    "blurred (0.008 of the width)": lambda p: ndimage.gaussian_filter(p, (0.008 * p.shape[1], 0.008 * p.shape[1], 0)),
    "darkened (half)": lambda p: p * 0.5,
    "tinted (red 1.15, blue 0.7)": lambda p: p * np.array([1.15, 1.0, 0.7]),
    "gamma 1.5": lambda p: p ** 1.5,
    "upside down": lambda p: p[::-1],
    "mirrored": lambda p: p[:, ::-1],
}


def confounds(run):
    """How far the vertical ratio moves, on eyes of three cameras."""
    sources = {
        "acrima": [path for _, path, _ in acrima(run.data)][::9],
        "hygd": [path for _, path, _, _, role in hygd(run.data) if role == "test"][::7],
        "hrf": sorted(glob.glob(os.path.join(run.data, "hrf-complete", "*", "*")))[::2],
    }
    for source, paths in sources.items():
        folder = run.folder("confounds", source, "plain")
        names = [os.path.splitext(os.path.basename(path))[0] + ".png" for path in paths]
        for name, path in zip(names, paths):
            copied(path, os.path.join(folder, name), lambda p: p)
        plain = columns(run.measured(folder), names, "cdr_vertical")
        for index, (what, change) in enumerate(CONFOUNDS.items()):
            folder = run.folder("confounds", source, "change%d" % index)
            for name, path in zip(names, paths):
                copied(path, os.path.join(folder, name), change)
            changed = columns(run.measured(folder), names, "cdr_vertical")
            moved = np.abs(np.array(changed) - np.array(plain))
            print("%-8s %-30s moved by %.3f in the median, %.3f at 90 %%; lost %d of %d" % (
                source, what, np.nanmedian(moved), np.nanpercentile(moved, 90),
                int(np.isnan(changed).sum() - np.isnan(plain).sum()), len(names)), flush=True)


if __name__ == "__main__":
    main()
