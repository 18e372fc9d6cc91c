"""The cases of the benchmark as one would write them with numpy, scipy and scikit-learn.

peers.py versions                      which versions there are
peers.py TASK DIRECTORY TIMES          does a task so often on the arrays in a directory; prints the times in ms, as JSON

What is read and taken apart before the clock starts is not measured, nor is it on the other side.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import scipy
import sklearn
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# What has taken so long in all (ms) is not done again.
PATIENCE = 60_000


def trains_of(arrays):
    return np.split(arrays["spikes"], arrays["ends"][:-1])


def counts_cube(arrays):
    """Onsets x bins x units; a train's spikes up to each edge, and the differences of these."""
    trains = trains_of(arrays)
    edges = arrays["onsets"][:, None] + arrays["bin_edges"]

    def run():
        cube = np.empty((edges.shape[0], edges.shape[1] - 1, len(trains)), dtype=np.uint16)
        for unit, train in enumerate(trains):
            cube[:, :, unit] = np.diff(np.searchsorted(train, edges), axis=1)
        return cube

    return run


def count_matrix(arrays):
    """Windows x units; start < time <= stop."""
    trains = trains_of(arrays)
    starts, stops = arrays["starts"], arrays["stops"]

    def run():
        counts = np.empty((len(starts), len(trains)), dtype=np.uint32)
        for unit, train in enumerate(trains):
            counts[:, unit] = np.searchsorted(train, stops, side="right") - np.searchsorted(train, starts, side="right")
        return counts

    return run


def correlation_matrix(arrays):
    values = arrays["values"]
    return lambda: np.corrcoef(values, rowvar=False)


def lag_counts(fixed, moving, edges):
    """All lags between the ends of the edges: gathered without a Python loop, and counted by a histogram."""
    first = np.searchsorted(moving, fixed + edges[0])
    counts = np.searchsorted(moving, fixed + edges[-1]) - first
    starts = np.cumsum(counts) - counts
    indices = np.arange(counts.sum()) + np.repeat(first - starts, counts)
    return np.histogram(moving[indices] - np.repeat(fixed, counts), edges)[0]


def cross_correlogram(arrays):
    fixed, moving = trains_of(arrays)
    edges = arrays["edges"]
    return lambda: lag_counts(fixed, moving, edges)


def all_cross_correlograms(arrays):
    """Each pair once, and each train with itself: the other order is the mirror image."""
    trains = trains_of(arrays)
    edges = arrays["edges"]
    return lambda: [
        lag_counts(fixed, moving, edges) for i, fixed in enumerate(trains) for moving in trains[i:]
    ]


def cross_validated(decoder):
    def task(arrays):
        trials = arrays["trials"].astype(float)
        target = arrays["target"]
        model = make_pipeline(StandardScaler(), decoder)
        return lambda: cross_val_predict(model, trials, target, cv=StratifiedKFold(5))

    return task


TASKS = {
    "counts_cube": counts_cube,
    "count_matrix": count_matrix,
    "correlation_matrix": correlation_matrix,
    "cross_correlogram": cross_correlogram,
    "all_cross_correlograms": all_cross_correlograms,
    "lda": cross_validated(LinearDiscriminantAnalysis(solver="svd")),
    "shrunk_lda": cross_validated(LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto")),
    "logistic_regression": cross_validated(LogisticRegression(max_iter=1000)),
}


def main():
    if sys.argv[1] == "versions":
        print(
            f"Python {sys.version.split()[0]}, numpy {np.__version__}, scipy {scipy.__version__}, "
            f"scikit-learn {sklearn.__version__}"
        )
        return
    task, directory, times = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    arrays = {
        name: np.fromfile(directory / name, dtype=about["kind"]).reshape(about["shape"])
        for name, about in json.loads((directory / "shapes.json").read_text()).items()
    }
    run = TASKS[task](arrays)
    took = []
    while len(took) < times and sum(took) < PATIENCE:
        start = time.perf_counter()
        run()
        took.append(1000 * (time.perf_counter() - start))
    print(json.dumps(took))


if __name__ == "__main__":
    main()
