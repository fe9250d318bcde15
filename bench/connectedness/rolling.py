"""K4 in numpy: rolling generalised connectedness. usage: rolling.py INPUT T N window lag horizon; prints CPU ms and the last total."""
import sys, time
import numpy as np

path, (T, N, w, p, H) = sys.argv[1], map(int, sys.argv[2:7])
y = np.fromfile(path).reshape(T, N)
start = time.process_time()
total = np.full(T, np.nan)
for t in range(w - 1, T):
    x = y[t - w + 1 : t + 1]
    z = np.hstack([np.ones((w - p, 1))] + [x[p - l : w - l] for l in range(1, p + 1)])
    b = np.linalg.solve(z.T @ z, z.T @ x[p:])
    e = x[p:] - z @ b
    s = e.T @ e / (w - p)
    a = b[1:].T
    psi = np.zeros((H, N, N))
    psi[0] = np.eye(N)
    for h in range(1, H):
        for l in range(1, min(h, p) + 1):
            psi[h] += a[:, (l - 1) * N : l * N] @ psi[h - l]
    r = psi @ s
    q = (r * r).sum(0) / np.diag(s)
    q /= q.sum(1, keepdims=True)
    total[t] = (q.sum() - np.trace(q)) / N
print((time.process_time() - start) * 1e3, repr(total[-1]))
