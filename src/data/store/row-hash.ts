import type { ObservationColumns } from '../observation.ts';

/** A sum of 64-bit row hashes modulo 2⁶⁴, as two unsigned halves: the order in which rows are added does not matter. */
export interface HashSum {
  high: number;
  low: number;
}

export function hashSum(): HashSum {
  return { high: 0, low: 0 };
}

export function addHash(sum: HashSum, high: number, low: number): void {
  const carried = sum.low + low;
  sum.low = carried >>> 0;
  sum.high = (sum.high + high + (carried > 0xffffffff ? 1 : 0)) >>> 0;
}

/** 16 hex digits, most significant first. */
export function formatHash(sum: HashSum): string {
  return hex(sum.high) + hex(sum.low);
}

/**
 * Inverse of `formatHash`.
 * @throws RangeError when the text is not 16 hex digits.
 */
export function parseHash(text: string): HashSum {
  if (!/^[0-9a-f]{16}$/.test(text)) throw new RangeError(`not a hash: "${text}"; allowed: 16 hex digits`);
  return { high: Number.parseInt(text.slice(0, 8), 16), low: Number.parseInt(text.slice(8), 16) };
}

/** The data version of a sum: its 12 leading hex digits. */
export function versionOf(sum: HashSum): string {
  return formatHash(sum).slice(0, 12);
}

/**
 * Hash of each row: (series, source) seed two 32-bit MurmurHash3 lanes that take the words of time, value and knownAt.
 * Dates, flags and rules do not enter; a withdrawn value (NaN) hashes as one fixed pattern and −0 as 0.
 * @see Appleby (2016), MurmurHash3_x86_32, for the mixing steps
 */
export function rowHashes(columns: ObservationColumns): {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
} {
  const n = columns.times.length;
  const [high, low] = [new Uint32Array(n), new Uint32Array(n)];
  const name = new TextEncoder().encode(`${columns.series}\u0000${columns.source}`);
  const [seedHigh, seedLow] = [textLane(name, 0x9747b28c), textLane(name, 0x3c6ef372)];
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  let time = Number.NaN;
  let [timeHigh, timeLow] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (columns.times[i] !== time) {
      time = columns.times[i] as number;
      number[0] = time;
      const [first, second] = [scramble(words[0] as number), scramble(words[1] as number)];
      timeHigh = mix(mix(seedHigh, first), second);
      timeLow = mix(mix(seedLow, first), second);
    }
    const value = columns.values[i] as number;
    number[0] = value + 0;
    const withdrawn = Number.isNaN(value);
    const third = scramble(withdrawn ? 0 : (words[0] as number));
    const fourth = scramble(withdrawn ? 0x7ff80000 : (words[1] as number));
    number[0] = columns.knownAt[i] as number;
    const fifth = scramble(words[0] as number);
    const sixth = scramble(words[1] as number);
    high[i] = finish(mix(mix(mix(mix(timeHigh, third), fourth), fifth), sixth));
    low[i] = finish(mix(mix(mix(mix(timeLow, third), fourth), fifth), sixth));
  }
  return { high, low };
}

function textLane(bytes: Uint8Array, seed: number): number {
  let h = seed;
  for (const byte of bytes) h = mix(h, scramble(byte));
  return finish(h);
}

/** The part of a step that depends on the word alone, the same in both lanes. */
function scramble(word: number): number {
  const k = Math.imul(word, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}

function mix(h: number, scrambled: number): number {
  const x = h ^ scrambled;
  return (Math.imul((x << 13) | (x >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
