import numpy as np

STEPS, PATHS, SEED = 288, 10_000, 7
VOLATILITY, IMPACT, DECAY, BIN = 0.0015, 6e-7, 0.99, 1e-4


def walk(longs, shorts, drift, shocks):
    """All paths a step at a time; `shocks` is steps×paths."""
    paths = shocks.shape[1]
    n, per_bin = len(longs) - 1, 1 / BIN
    f, q, lowest, highest = np.zeros((4, paths))
    fallen, risen = np.zeros((2, paths), dtype=np.int64)
    push = lambda q: np.copysign(IMPACT * np.sqrt(np.abs(q)), q)
    for t in range(STEPS):
        f += drift[t] + shocks[t]
        q *= DECAY
        y = f - push(q)
        at = np.arange(paths)
        while len(at):
            level = np.clip((-y[at] * per_bin).astype(np.int64), 0, n)
            rise = np.clip((y[at] * per_bin).astype(np.int64), 0, n)
            moved = (level > fallen[at]) | (rise > risen[at])
            at, level, rise = at[moved], np.maximum(level[moved], fallen[at[moved]]), np.maximum(rise[moved], risen[at[moved]])
            q[at] += longs[level] - longs[fallen[at]] - (shorts[rise] - shorts[risen[at]])
            fallen[at], risen[at] = level, rise
            y[at] = f[at] - push(q[at])
        np.minimum(lowest, y, out=lowest)
        np.maximum(highest, y, out=highest)
    return lowest


def numpy_paths(x):
    longs, shorts, drift = np.ascontiguousarray(x.T)
    random = np.random.Generator(np.random.SFC64(SEED))
    walk(longs, shorts, drift, VOLATILITY * random.standard_normal((STEPS, PATHS)))
    return [None, None, walk(longs, shorts, drift, np.zeros((STEPS, 1)))[0]]
