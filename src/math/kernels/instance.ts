import { fromBase64 } from './base64.ts';
import { KERNELS } from './bytes.ts';

/** What the module exports; pointers are byte offsets into its memory. */
export interface KernelExports {
  cascadeSetup(
    steps: number,
    deepest: number,
    uppermost: number,
    volatility: number,
    impact: number,
    decay: number,
    perBin: number,
    tailStart: number,
    tables: number,
    drift: number,
    longs: number,
    shorts: number,
    prices: number,
    work: number,
  ): void;
  cascadeWalk(count: number, words: number, out: number, fan: number): void;
  covarianceSetup(
    columns: number,
    window: number,
    decay: number,
    faded: number,
    total: number,
    data: number,
    weights: number,
    work: number,
    mean: number,
    matrix: number,
  ): void;
  covarianceRestart(): void;
  covarianceStep(t: number): void;
  covarianceMoments(): void;
  correlationSetup(columns: number, window: number, data: number, work: number, matrix: number): void;
  correlationRestart(): void;
  correlationStep(t: number): number;
  ewmaMahalanobis(
    n: number,
    rows: number,
    decay: number,
    weight: number,
    columns: number,
    pivots: number,
    data: number,
    out: number,
  ): void;
  eigenvaluesTake(n: number, input: number, work: number): number;
  eigenvaluesPlace(): number;
  eigenvaluesFind(scale: number): number;
  regressionSetup(n: number, lag: number, horizon: number, rows: number, work: number, out: number): void;
  regressionClear(first: number, end: number): void;
  regressionMark(): void;
  regressionAdd(k: number, sign: number): void;
  regressionCancelled(): number;
  regressionSolve(count: number): number;
  slopesSetup(
    n: number,
    lag: number,
    slopes: number,
    covariance: number,
    error: number,
    projected: number,
    innovation: number,
    factor: number,
    row: number,
    lags: number,
    sigma: number,
    room: number,
  ): void;
  slopesAdvance(inflation: number): number;
  sharesFind(
    n: number,
    lag: number,
    horizon: number,
    blocks: number,
    sigma: number,
    responses: number,
    weights: number,
    sums: number,
    out: number,
  ): number;
}

/** What the module is given; the functions are ours, so that a kernel's bits are its twin's. */
interface KernelImports {
  readonly env: { readonly memory: object; abort(): never };
  readonly host: { exp(x: number): number; log1p(x: number): number };
}

/** The part of the WebAssembly interface that is used; the standard library's types know none outside the browser. */
interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: KernelImports) => { readonly exports: object };
}

/** An instance of the kernels with a memory of its own. */
export interface KernelInstance {
  readonly exports: KernelExports;
  /** `count` zeros in the memory, aligned to 16 bytes; `byteOffset` is their pointer. */
  place(count: number): Float64Array;
}

const PAGE = 65_536;

/** Values before which nothing is placed: the module keeps its first page to itself. */
const OFFSET = 1024;

/** Most memory that one instance may ask for: 512 MB. */
const MOST_VALUES = 2 ** 26;

let off = 0;

/** What `act` returns when no kernel is used in it: every front leaves its work to its plain twin. `act` must not be asynchronous. */
export function withoutKernels<T>(act: () => T): T {
  off++;
  try {
    return act();
  } finally {
    off--;
  }
}

let compiled: { api: WebAssemblyApi; module: object } | null | undefined;

/**
 * An instance with room for `values` numbers, in at most `arrays` arrays; undefined where WebAssembly or its SIMD instructions are absent, or
 * where the room exceeds 512 MB or what the machine can give.
 */
export function kernelInstance(values: number, arrays = 16): KernelInstance | undefined {
  const room = OFFSET / 8 + values + 2 * arrays;
  if (off > 0 || room > MOST_VALUES) return undefined;
  compiled ??= compile();
  if (compiled === null) return undefined;
  const { api, module } = compiled;
  const memory = allocate(api, Math.ceil((room * 8) / PAGE));
  if (memory === undefined) return undefined;
  const { exports } = new api.Instance(module, {
    env: { memory, abort },
    host: { exp: Math.exp, log1p: Math.log1p },
  });
  let next = OFFSET;
  const place = (count: number) => {
    const array = new Float64Array(memory.buffer, next, count);
    next += Math.ceil(count / 2) * 16;
    return array;
  };
  return { exports: exports as KernelExports, place };
}

/** Undefined when the machine has not that much to give. */
function allocate(api: WebAssemblyApi, initial: number) {
  try {
    return new api.Memory({ initial });
  } catch {
    return undefined;
  }
}

function compile(): { api: WebAssemblyApi; module: object } | null {
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
  if (api === undefined) return null;
  const bytes = fromBase64(KERNELS);
  return api.validate(bytes) ? { api, module: new api.Module(bytes) } : null;
}

function abort(): never {
  throw new Error('a kernel failed');
}
