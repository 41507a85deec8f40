"""Times `cavga bench` and a PyTorch peer in turn and prints rows for docs/performance.md.

usage: side_by_side.py --jar target/CAVGA_-VERSION.jar --peer cavga_torch.py [--table growth]

The peer is a script that understands `bench --size S --width W --batch B --steps N` and prints
`train step X ms, localize Y ms per batch`; it runs with --python, which needs torch and numpy.
Figures are medians of the rounds, in which the two take turns. Both use as many cores as
OMP_NUM_THREADS says, or all. Needs nothing but Python itself.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys

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
    command = [options.java, "-jar", options.jar, "bench", *arguments(options, setting)]
    if threads:
        command += ["--threads", str(threads)]
    return json.loads(run(command).splitlines()[0])


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


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--jar", required=True)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--java", default="java")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--table", choices=["required", "growth"], default="required")
    options = parser.parse_args()
    load = " ".join("%.1f" % value for value in os.getloadavg())
    print("Load before: %s; %d cores\n\n%s" % (load, os.cpu_count(), HEADER), flush=True)
    for setting in REQUIRED if options.table == "required" else GROWTH:
        compare(options, setting)
    throughput(options)


if __name__ == "__main__":
    main()
