"""How many healthy eyes lie above score thresholds that few held-out eyes give. Needs NumPy and SciPy.

    python3 score_limits.py MODEL SCORES.csv [SCORES.csv ...]

The healthy eyes are those held out in MODEL, whose scores its file has, and those of tables that `cavga evaluate` has
written with MODEL. Some are drawn as if they alone were held out, 2,000 times for each number; the other healthy eyes
and all anomalous ones are judged by the threshold that they give.
"""
import csv
import json
import sys
import zipfile

import numpy as np
from scipy import stats

SHARE = 0.95
DRAWS = 2000


def main():
    healthy, ill = held_out(sys.argv[1]), []
    for table in sys.argv[2:]:
        with open(table, encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                if row["score"]:
                    (ill if row["label"] == "anomalous" else healthy).append(float(row["score"]))
    healthy, ill = np.array(healthy), np.array(ill)
    print(f"{len(healthy)} healthy eyes, {len(ill)} anomalous ones; skewness {stats.skew(healthy):.2f}")
    print("held out | rule | healthy above | anomalous found, one in twenty draws less than")
    for count in (3, 4, 5, 9, 14, 19, 20, 27, 40, 60):
        if count > len(healthy) - 10:
            break
        for rule in quantile, prediction_limit:
            above, found = drawn(np.random.default_rng(count), healthy, ill, count, rule)
            print(f"{count} | {rule.__name__} | {above.mean():.1%} | {found.mean():.1%}, "
                  f"{np.quantile(found, 0.05):.1%}")


def held_out(model):
    with zipfile.ZipFile(model) as entries:
        numbers = json.loads(entries.read("model.json"))["methods"][0]["calibration"]["default"]
    return list(numbers["held_out"]["scores"])


def drawn(random, healthy, ill, count, rule):
    above, found = [], []
    for _ in range(DRAWS):
        order = random.permutation(len(healthy))
        few, others = healthy[order[:count]], healthy[order[count:]]
        threshold = rule(few)
        above.append((others > threshold).mean())
        found.append((ill > threshold).mean())
    return np.array(above), np.array(found)


def quantile(scores):
    """Each judged by the others, in their standard deviations, as thresholds were for any number."""
    count = len(scores)
    mean = (scores.sum() - scores) / (count - 1)
    spread = np.array([np.delete(scores, i).std(ddof=1) for i in range(count)])
    highest = np.sort((scores - mean) / spread)[int(np.ceil(SHARE * count)) - 1]
    return scores.mean() + highest * scores.std(ddof=1)


def prediction_limit(scores):
    """Without the floor of the spread, which belongs to the two parts."""
    count = len(scores)
    t = stats.t.ppf(SHARE, count - 1)
    return scores.mean() + t * scores.std(ddof=1) * np.sqrt(1 + 1 / count)


if __name__ == "__main__":
    main()
