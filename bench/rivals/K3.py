import numpy as np

W = 500


def numpy_eigvalsh(x):
    n = x.shape[1]
    k = int(n / 5 + 0.5)
    a = np.empty(len(x) - W + 1)
    for t in range(W, len(x) + 1):
        a[t - W] = np.linalg.eigvalsh(np.corrcoef(x[t - W:t], rowvar=False))[-k:].sum() / n
    signs = np.where(np.arange(W - 1, len(x)) % 2 == 1, 1, -1)
    return [a.sum(), (a * signs).sum(), a[-1]]
