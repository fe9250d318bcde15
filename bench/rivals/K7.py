import numpy as np

STEPS = 20


def start(y, k):
    d = y.shape[1]
    scale = 0.5 + np.arange(k)
    variance = y.var(0)
    return np.zeros((k, d)), np.array([np.diag(variance * s) for s in scale]), np.where(np.eye(k) == 1, 0.95, 0.05 / (k - 1)), np.full(k, 1 / k)


def em(y, k):
    m, v, p, pi = start(y, k)
    n, d = y.shape
    for step in range(STEPS + 1):
        density = np.empty((n, k))
        for j in range(k):
            l = np.linalg.cholesky(v[j])
            z = np.linalg.solve(l, (y - m[j]).T)
            density[:, j] = -0.5 * ((z * z).sum(0) + d * np.log(2 * np.pi)) - np.log(np.diag(l)).sum()
        top = density.max(1)
        b = np.exp(density - top[:, None])
        alpha = np.empty((n, k))
        scale = np.empty(n)
        a = pi * b[0]
        for t in range(n):
            if t:
                a = (alpha[t - 1] @ p) * b[t]
            scale[t] = a.sum()
            alpha[t] = a / scale[t]
        likelihood = (np.log(scale) + top).sum()
        if step == STEPS:
            return [likelihood, None, None]
        beta = np.ones((n, k))
        for t in range(n - 2, -1, -1):
            beta[t] = p @ (b[t + 1] * beta[t + 1]) / scale[t + 1]
        gamma = alpha * beta
        gamma /= gamma.sum(1, keepdims=True)
        pair = p * (alpha[:-1].T @ (b[1:] * beta[1:] / scale[1:, None]))
        p = pair / pair.sum(1, keepdims=True)
        pi = gamma[0]
        for j in range(k):
            w = gamma[:, j] / gamma[:, j].sum()
            m[j] = w @ y
            v[j] = ((y - m[j]) * w[:, None]).T @ (y - m[j])


def numpy_one(x):
    return em(x[:, :1], 2)


def numpy_five(x):
    return em(x, 3)
