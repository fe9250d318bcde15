import numpy as np

H, TRAINING, K1, K2 = 10, 252, 0.99, 0.99


def numpy_filter(x):
    n = x.shape[1]
    start = x[:TRAINING]
    y = (x - start.mean(0)) / start.std(0, ddof=1)
    z = np.hstack([np.ones((TRAINING - 1, 1)), y[:TRAINING - 1]])
    beta = np.linalg.lstsq(z, y[1:TRAINING], rcond=None)[0]
    e = y[1:TRAINING] - z @ beta
    q = e.T @ e / len(e)
    b = beta[1:].T.reshape(-1)
    s = np.kron(np.eye(n), np.linalg.inv(z.T @ z)[1:, 1:])
    out = np.empty(len(x) - TRAINING)
    for t in range(TRAINING, len(x)):
        f = np.kron(np.eye(n), y[t - 1])
        r = s if t == TRAINING else s / K1
        e = y[t] - f @ b
        q = K2 * q + (1 - K2) * np.outer(e, e)
        fr = f @ r
        gain = np.linalg.solve(q + fr @ f.T, fr).T
        b = b + gain @ e
        s = r - gain @ fr
        s = (s + s.T) / 2
        a = b.reshape(n, n)
        power, explained = np.eye(n), 0
        for _ in range(H):
            explained = explained + (power @ q) ** 2
            power = a @ power
        theta = explained / np.diag(q)
        theta /= theta.sum(1, keepdims=True)
        out[t - TRAINING] = 1 - np.trace(theta) / n
    signs = np.where(np.arange(TRAINING, len(x)) % 2 == 1, 1, -1)
    return [out.sum(), (out * signs).sum(), out[-1]]
