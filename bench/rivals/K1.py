import numpy as np
import pandas as pd

W = 60


def numpy_cumulative_sums(x):
    n = x.shape[1]
    i, j = np.triu_indices(n, 1)
    z = x - x.mean(0)
    one = np.cumsum(np.vstack([np.zeros(n), z]), 0)
    own = np.cumsum(np.vstack([np.zeros(n), z * z]), 0)
    s = one[W:] - one[:-W]
    v = own[W:] - own[:-W] - s * s / W
    both = np.cumsum(np.vstack([np.zeros(len(i)), z[:, i] * z[:, j]]), 0)
    r = (both[W:] - both[:-W] - s[:, i] * s[:, j] / W) / np.sqrt(v[:, i] * v[:, j])
    return [r[:, 0].sum(), r[:, -1].sum(), r[-1, 1]]


def numpy_corrcoef_per_window(x):
    digest = [0, 0, 0]
    for t in range(W, len(x) + 1):
        r = np.corrcoef(x[t - W:t], rowvar=False)
        digest = [digest[0] + r[1, 0], digest[1] + r[-1, -2], r[0, 2]]
    return digest


def pandas_rolling_corr(x):
    n = x.shape[1]
    r = pd.DataFrame(x).rolling(W).corr(pairwise=True).to_numpy().reshape(len(x), n, n)[W - 1:]
    return [r[:, 1, 0].sum(), r[:, -1, -2].sum(), r[-1, 0, 2]]
