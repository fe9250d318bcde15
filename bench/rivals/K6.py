import numpy as np
from scipy.optimize import minimize
from scipy.signal import lfilter


def garch(r):
    unit = r.std()
    y = (r - r.mean()) / unit

    def parts(p):
        mu, omega, alpha, beta = p
        e = y - mu
        square = e * e
        first = square.mean()
        h = lfilter([1], [1, -beta], np.concatenate([[first], omega + alpha * square[:-1]]))
        return e, h

    def cost(p):
        e, h = parts(p)
        if p[2] + p[3] >= 1 or h.min() <= 0:
            return 1e10
        return 0.5 * (np.log(2 * np.pi) + np.log(h) + e * e / h).sum()

    bounds = [(None, None), (1e-8, None), (1e-8, 1), (1e-8, 0.99999)]
    starts = [(0, 1 - a - b, a, b) for a, b in ((0.05, 0.9), (0.02, 0.97), (0.01, 0.985), (0.1, 0.8))]
    best = min((minimize(cost, s, method='L-BFGS-B', bounds=bounds) for s in starts), key=lambda f: f.fun)
    e, h = parts(best.x)
    return e / np.sqrt(h), -best.fun - len(r) * np.log(unit)


def scipy_lbfgs(x):
    fits = [garch(x[:, i]) for i in range(x.shape[1])]
    z = np.column_stack([f[0] for f in fits])
    target = np.cov(z, rowvar=False)

    def cost(p):
        a, b = p
        if a + b >= 1:
            return 1e10
        outer = np.einsum('ti,tj->tij', z, z)
        q = np.empty_like(outer)
        q[0] = target
        for t in range(1, len(z)):
            q[t] = (1 - a - b) * target + a * outer[t - 1] + b * q[t - 1]
        d = np.sqrt(np.einsum('tii->ti', q))
        r = q / d[:, :, None] / d[:, None, :]
        solved = np.linalg.solve(r, z[:, :, None])[:, :, 0]
        return 0.5 * (np.linalg.slogdet(r)[1] + (z * solved).sum(1) - (z * z).sum(1)).sum()

    best = minimize(cost, (0.03, 0.9), method='L-BFGS-B', bounds=[(1e-6, 0.5), (1e-6, 0.999)])
    univariate = sum(f[1] for f in fits)
    return [univariate - best.fun, None, univariate]
