"""K5 in numpy: TVP-VAR(1) connectedness. usage: tvp.py INPUT T N training horizon kappa1 kappa2; prints CPU ms and the last total."""
import sys, time
import numpy as np

path, (T, N, n0, H), (k1, k2) = sys.argv[1], map(int, sys.argv[2:6]), map(float, sys.argv[6:8])
y = np.fromfile(path).reshape(T, N)
start = time.process_time()
y = (y - y[:n0].mean(0)) / y[:n0].std(0, ddof=1)
z = np.hstack([np.ones((n0 - 1, 1)), y[: n0 - 1]])
zz = np.linalg.inv(z.T @ z)
c = zz @ z.T @ y[1:n0]
e = y[1:n0] - z @ c
q = e.T @ e / (n0 - 1)
b = c[1:].T.reshape(-1).copy()
s = np.kron(np.eye(N), zz[1:, 1:])
a = b.reshape(N, N).copy()
total = np.full(T, np.nan)
latest = b
for t in range(n0, T):
    f = np.kron(np.eye(N), y[t - 1])
    e = y[t] - f @ latest
    q = k2 * q + (1 - k2) * np.outer(e, e)
    r = s if t == n0 else s / k1
    rf = r @ f.T
    k = np.linalg.solve(q + f @ rf, rf.T).T
    latest = b + k @ (y[t] - f @ b)
    s = r - k @ rf.T
    s = (s + s.T) / 2
    if np.abs(np.linalg.eigvals(latest.reshape(N, N))).max() <= 1:
        b = latest
        a = b.reshape(N, N)
    else:
        b = 0.99 * b
    g = q.copy()
    m = g * g
    for h in range(1, H):
        g = a @ g
        m += g * g
    m /= np.diag(q)
    m /= m.sum(1, keepdims=True)
    total[t] = (m.sum() - np.trace(m)) / N
print((time.process_time() - start) * 1e3, repr(total[-1]))
