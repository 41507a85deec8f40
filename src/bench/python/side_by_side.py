"""Times `cavga bench` and PyTorch peers in turn and prints rows for docs/performance.md.

usage: side_by_side.py --jar target/CAVGA_-VERSION.jar --peer cavga_torch.py [--table growth]
       side_by_side.py --jar JAR --peer cavga_torch.py --table train
       side_by_side.py --jar JAR --peer folder_torch.py --table folder --model M.cavga --input DIR
       side_by_side.py --jar JAR --table start --model M.cavga --input PICTURE ...

The peers are scripts that run with --python, which needs what they need. Tables `required`, `growth`: one that
understands `bench --size S --width W --batch B --steps N` and prints `train step X ms, localize Y ms per
batch`. `train`: `unet --size S --batch B --steps N`, which prints `U-Net step X ms`. `folder`: one that localizes
`INPUT OUTPUT --size S --jobs N [--tables-only]`. `start` has none: it times the launcher beside the jar.
Figures are medians of the rounds, in which all take turns. All use as many cores as
OMP_NUM_THREADS says, or all. Needs nothing but Python itself.
"""

import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# size, width, batch
REQUIRED = [(128, 32, 8), (256, 64, 8)]
GROWTH = (
    [(size, 32, 8) for size in (64, 128, 256, 512)]
    + [(128, 32, batch) for batch in (1, 2, 4, 16, 32)]
    + [(128, width, 8) for width in (8, 16, 64)]
)
HEADER = (
    "| size | width | batch | step, ms | PyTorch, ms | ratio | localize, ms | PyTorch, ms | ratio"
    " | default map, ms | peak MB |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def ours(options, setting, threads=None):
    command = ["bench", *arguments(options, setting)]
    if threads:
        command += ["--threads", str(threads)]
    return cavga(options, command)


def cavga(options, command, before=()):
    return json.loads(run([*before, options.java, "-jar", options.jar, *command]).splitlines()[0])


def peers(options, setting):
    text = run([options.python, options.peer, "bench", *arguments(options, setting)])
    found = re.search(r"train step ([0-9.]+) ms, localize ([0-9.]+) ms", text)
    if not found:
        sys.exit("The peer did not say its times: " + text)
    return float(found.group(1)), float(found.group(2))


def arguments(options, setting):
    size, width, batch = map(str, setting)
    # Large settings need fewer steps for the same certainty.
    steps = max(3, min(options.steps, int(options.steps * 4 * (128 / int(size)) ** 2)))
    return ["--size", size, "--width", width, "--batch", batch, "--steps", str(steps)]


def run(command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit("%s failed:\n%s" % (" ".join(command), result.stderr))
    return result.stdout


def median(values):
    return statistics.median(values)


def compare(options, setting):
    rounds = []
    for _ in range(options.rounds):
        rounds.append((ours(options, setting), peers(options, setting)))
    step = median([o["train_step_ms"] for o, _ in rounds])
    localize = median([o["localize_ms"] for o, _ in rounds])
    default = median([o["localize_default_map_ms"] for o, _ in rounds])
    memory = max(o["peak_memory_mb"] for o, _ in rounds)
    peer_step = median([p[0] for _, p in rounds])
    peer_localize = median([p[1] for _, p in rounds])
    row = [
        *map(str, setting),
        "%.0f" % step,
        "%.0f" % peer_step,
        "%.2f" % (step / peer_step),
        "%.1f" % localize,
        "%.1f" % peer_localize,
        "%.2f" % (localize / peer_localize),
        "%.1f" % default,
        "%.0f" % memory,
    ]
    print("| " + " | ".join(row) + " |", flush=True)


def throughput(options):
    print("\n| threads | localize, pictures/s | default map, pictures/s |\n|---|---|---|")
    for threads in range(1, (os.cpu_count() or 1) + 1):
        times = [ours(options, REQUIRED[0], threads) for _ in range(options.rounds)]
        rates = [
            REQUIRED[0][2] * 1000 / median([t[name] for t in times])
            for name in ("localize_ms", "localize_default_map_ms")
        ]
        print("| %d | %.0f | %.0f |" % (threads, *rates), flush=True)


def train(options):
    print(
        "| size | batch | step, ms | PyTorch's U-Net, ms | ratio | our U-Net, ms | augment | paint"
        " | features | waiting | peak MB |\n|---|---|---|---|---|---|---|---|---|---|---|"
    )
    for size in options.sizes:
        steps = str(arguments(options, (size, 0, 0))[-1])
        values = ["--size", str(size), "--batch", "8", "--steps", steps]
        rounds = []
        for _ in range(options.rounds):
            text = run([options.python, options.peer, "unet", *values])
            peer = float(re.search(r"U-Net step ([0-9.]+) ms", text).group(1))
            rounds.append((cavga(options, ["bench", "train", *values]), peer))
        figure = {name: median([o[name] for o, _ in rounds]) for name in TRAIN}
        peer = median([p for _, p in rounds])
        print(
            "| %d | 8 | %.0f | %.0f | %.2f | %.0f | %.0f | %.0f | %.0f | %.2f | %.0f |"
            % (
                size,
                figure["step_ms"],
                peer,
                figure["step_ms"] / peer,
                *(figure[name] for name in TRAIN[1:]),
            ),
            flush=True,
        )


TRAIN = ["step_ms", "net_step_ms", "augment_ms", "paint_ms", "features_ms", "waiting_share"] + [
    "peak_memory_mb"
]


def folder(options):
    """Whole runs with their starts, timed from outside; then what ours says of itself."""
    print(
        "| written | seconds a picture | Python, one process | two | ratio to two | ours on one core"
        " | run alone | median picture | bytes a picture | cores busy | peak MB |"
        "\n|---|---|---|---|---|---|---|---|---|---|---|"
    )
    one_core = ["taskset", "-c", "0"] if shutil.which("taskset") else None
    for flags in (["--tables-only"], []):
        bench = ["bench", "folder", "--model", options.model, "--input", options.input[0], *flags]
        times = {"ours": [], "one": [], "two": [], "core": []}
        said = []
        for _ in range(options.rounds):
            seconds, _, figures = timed(lambda: cavga(options, bench))
            said.append(figures)
            times["ours"].append(seconds)
            if one_core:
                times["core"].append(timed(lambda: cavga(options, bench, one_core))[0])
            for name, jobs in (("one", "1"), ("two", "2")):
                with tempfile.TemporaryDirectory() as output:
                    command = [options.python, options.peer, options.input[0], output, *flags]
                    command += ["--size", str(options.sizes[0]), "--jobs", jobs]
                    times[name].append(timed(lambda: run(command))[0])
        count = said[0]["pictures"]
        each = {name: median(values) / count if values else float("nan") for name, values in times.items()}
        names = ("seconds_a_picture", "median_picture_s", "bytes_a_picture", "cores_busy", "peak_memory_mb")
        print(
            "| %s | %.3f | %.3f | %.3f | %.2f | %.3f | %.3f | %.3f | %.0f | %.2f | %.0f |"
            % (
                "tables" if flags else "all",
                each["ours"],
                each["one"],
                each["two"],
                each["ours"] / each["two"],
                each["core"],
                *(median([figures[name] for figures in said]) for name in names),
            ),
            flush=True,
        )


def start(options):
    launcher = os.path.join(os.path.dirname(os.path.abspath(options.jar)), "cavga")
    run([launcher, "--make-archive"])
    print(
        "| command | java -jar, s | its processor time | launcher, s | its processor time |"
        "\n|---|---|---|---|---|"
    )
    for picture in [None, *options.input]:
        rounds = []
        for _ in range(options.rounds):
            row = []
            for begin in ([options.java, "-jar", options.jar], [launcher]):
                with tempfile.TemporaryDirectory() as output:
                    localize = ["localize", "--model", options.model, "--input", picture, "--output", output]
                    row += timed(lambda: run(begin + (localize if picture else ["--help"])))[:2]
            rounds.append(row)
        name = "localize " + os.path.basename(picture) if picture else "--help"
        print("| %s | %s |" % (name, " | ".join("%.2f" % median(column) for column in zip(*rounds))))


def timed(work):
    """Seconds, seconds of all processors, and the result."""
    used, begun = processors(), time.time()
    result = work()
    return time.time() - begun, processors() - used, result


def processors():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--jar", required=True)
    parser.add_argument("--peer")
    parser.add_argument("--java", default="java")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--model")
    parser.add_argument("--input", nargs="+", default=[])
    parser.add_argument("--sizes", type=int, nargs="+", default=[128, 256, 512], help="train; folder: the first")
    parser.add_argument(
        "--table", choices=["required", "growth", "train", "folder", "start"], default="required"
    )
    options = parser.parse_args()
    if options.table != "start" and not options.peer:
        parser.error("--peer is needed.")
    if options.table in ("folder", "start") and not (options.model and options.input):
        parser.error("--model and --input are needed.")
    load = " ".join("%.1f" % value for value in os.getloadavg())
    print("Load before: %s; %d cores\n" % (load, os.cpu_count()), flush=True)
    if options.table in ("train", "folder", "start"):
        {"train": train, "folder": folder, "start": start}[options.table](options)
        return
    print(HEADER, flush=True)
    for setting in REQUIRED if options.table == "required" else GROWTH:
        compare(options, setting)
    throughput(options)


if __name__ == "__main__":
    main()
