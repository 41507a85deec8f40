"""Records what small trainings give, and compares two records to the bit.

    python3 recorded_run.py record JAR SAMPLE_FUNDUS FOLDER
    python3 recorded_run.py compare FOLDER FOLDER

A record holds the tables, maps, ROIs and metrics of each kind of model, without their times. Run it on
one machine before and after a change that must not change any result: processors round differently.
"""

import csv
import filecmp
import json
import subprocess
import sys
from pathlib import Path

SMALL = "--size 64 --seed 1 --epochs 2 --fewest-steps 6 --warm-up 1 --batch 4 --threads 2".split()
LOCAL = ["--detector-steps", "25"]
NETWORK = ["--default-map", "network"]
WEAK = ["--weak-from-test", "6"]
# Name, options of train, and the maps that are looked at.
KINDS = [
    ("local", LOCAL, ["default"]),
    ("local-weak", LOCAL + WEAK, ["default"]),
    ("local-no-net", ["--default-map", "density"], ["default"]),
    ("cavga-d", NETWORK + ["--width", "8"], ["default", "attention", "reconstruction"]),
    ("cavga-r-weak", NETWORK + WEAK + ["--variant", "r", "--width", "8"], ["default", "attention"]),
]
TIMES = {"seconds", "finished", "started", "written"}
LEFT_OUT = {"version", "fingerprint", "created", "software", "configuration"}
# Measured for the method cavga alone.
PAPER = ("paper", "classifier")


def run(*arguments):
    print(" ".join(str(argument) for argument in arguments), flush=True)
    subprocess.run([str(argument) for argument in arguments], check=True, stdout=subprocess.DEVNULL)


def record(jar, sample, folder):
    folder.mkdir(parents=True)
    cavga = ["java", "-jar", jar]
    for name, options, maps in KINDS:
        model = folder / (name + ".cavga")
        run(*cavga, "train", "--dataset", sample, "--model", model, *SMALL, *options)
        for kind in maps:
            results = folder / name / kind
            run(*cavga, "localize", "--model", model, "--input", sample / "test" / "abnormal", "--map", kind,
                "--output", results)
            weak = WEAK if "weak" in name else []
            run(*cavga, "evaluate", "--model", model, "--dataset", sample, "--map", kind, *weak,
                "--output", results / "metrics")


def rows(file):
    with open(file, newline="", encoding="utf-8") as lines:
        return [{k: v for k, v in row.items() if k not in TIMES and not any(p in k for p in PAPER)}
                for row in csv.DictReader(lines)]


def numbers(value):
    """The metrics without times and without what describes the model."""
    if isinstance(value, dict):
        return {k: numbers(v) for k, v in value.items()
                if k not in TIMES | LEFT_OUT and "second" not in k and not any(p in k for p in PAPER)}
    return [numbers(item) for item in value] if isinstance(value, list) else value


def same(first, second):
    if first.name == "metrics.json":
        return numbers(json.loads(first.read_text())) == numbers(json.loads(second.read_text()))
    if first.suffix == ".csv":
        return rows(first) == rows(second)
    return filecmp.cmp(first, second, shallow=False)


def compare(before, after):
    kinds = {".csv", ".tif", ".zip", ".json", ".png"}
    files = [f.relative_to(before) for f in before.rglob("*") if f.suffix in kinds]
    files = [f for f in files if "html" not in f.name and f.name != "journal.json"]
    other = [str(f) for f in files if not (after / f).is_file() or not same(before / f, after / f)]
    print(f"{len(files) - len(other)} of {len(files)} files are the same.")
    for file in sorted(other)[:40]:
        print("differs:", file)
    return 1 if other or not files else 0


if __name__ == "__main__":
    if sys.argv[1] == "record":
        record(*(Path(argument).resolve() for argument in sys.argv[2:5]))
    else:
        sys.exit(compare(Path(sys.argv[2]), Path(sys.argv[3])))
