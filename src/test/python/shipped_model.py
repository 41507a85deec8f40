"""Trains the model that comes with the software, healthy-fundus.cavga, from public photographs of healthy eyes.

    python3 src/test/python/shipped_model.py "java -Xmx3g -jar target/CAVGA_-VERSION.jar" DATA WORK

DATA has the folders idrid/train/normal, hrf-complete/normal, hygd/normal and hygd-disc (with index.csv). Patients of
HYGD whose discs are test eyes are left out. WORK/healthy gets copies of the photographs, WORK/healthy-fundus.cavga is
the model: copy it to src/main/resources/models. The same pictures, processor and settings give the same bits.
Needs Python's standard library alone.
"""

import csv
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

CAMERAS = {"idrid": "idrid/train/normal", "hrf": "hrf-complete/normal", "hygd": "hygd/normal"}

# Pictures of one patient stay on one side when some are held out.
PATIENT = "^hygd_[0-9]+|^hrf_[0-9]+|^idrid_IDRiD_[0-9]+"

SETTINGS = ["--method", "local,disc", "--augmentation", "cameras", "--nets", "3", "--map-quantile", "0.995", "--seed", "0"]


def test_patients(data):
    with open(data / "hygd-disc" / "index.csv", newline="", encoding="utf-8") as lines:
        return {row["patient"] for row in csv.DictReader(lines) if row["split"] == "test"}


def gather(data, healthy, cameras):
    """Copies the photographs of some cameras into one folder; says how many of each there are."""
    healthy.mkdir(parents=True)
    left_out = test_patients(data)
    for camera in cameras:
        files = sorted(file for file in (data / CAMERAS[camera]).iterdir() if file.is_file())
        if camera == "hygd":
            files = [file for file in files if file.name.split("_")[0] not in left_out]
        for file in files:
            shutil.copyfile(file, healthy / f"{camera}_{file.name}")
        print(f"{camera}: {len(files)} photographs", flush=True)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    cavga, data, work = shlex.split(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    healthy = work / "healthy"
    if healthy.exists():
        sys.exit(f"{healthy} is there already: give another folder.")
    gather(data, healthy, CAMERAS)
    model = work / "healthy-fundus.cavga"
    subprocess.run(
        [*cavga, "train", "--normal", str(healthy), "--group", PATIENT, *SETTINGS, "--model", str(model)], check=True
    )


if __name__ == "__main__":
    main()
