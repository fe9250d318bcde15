import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { atNewYorkCloses } from '../../../src/diagnosis/explain/new-york-closes.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'network', part: 'spillovers' } as const;

/** Prices whose returns are those given, up to the last session. */
function priced(id: string, returns: Float64Array) {
  let price = 100;
  const prices = returns.map((r) => {
    price *= Math.exp(0.01 * r);
    return price;
  });
  return columnsOf(id, rowsUpTo('spy', TO, prices));
}

/** SPY leads: GLD follows it by a session, USO has nothing to do with either. */
function led(rows: number) {
  const [lead, own, apart] = [1, 2, 3].map((seed) => normals(rows, seed)) as Float64Array[];
  const follows = own!.map((r, t) => 2 * (lead![t - 1] ?? 0) + r);
  return [priced('spy', lead!), priced('gld', follows), priced('uso', apart!)];
}

async function spilloversOf(columns: ReturnType<typeof led>) {
  const answer = await explain(viewOf(columns, INSTANT), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.network!.parts.spillovers!;
}

describe('spillovers', () => {
  it('names the market that leads as the net sender and the one that follows as the receiver', async () => {
    const part = await spilloversOf(led(600));
    expect(part.members.map(({ series }) => series)).toEqual(['spy', 'uso', 'gld']);
    // y_t = 2 x_{t−1} + e: of the variance of its forecast errors over ten steps, 5, its own shock makes 1 and that of x 4.
    const [edge] = part.edges;
    expect(edge).toMatchObject({ from: 'spy', to: 'gld' });
    expect(edge!.net.value).toBeGreaterThan(0.74);
    expect(edge!.net.value).toBeLessThan(0.86);
    expect(part.members[0]!.net.band!.low).toBeGreaterThan(0.6);
    expect(part.members.reduce((sum, { net }) => sum + net.value!, 0)).toBeCloseTo(0, 12);
    expect(part.leftOut).toContain('btc-usd');
  });

  it('sends the whole table: a row sums to one, and a column less a row is what the market sends net', async () => {
    const { table, members, total } = await spilloversOf(led(600));
    expect(table.series).toHaveLength(3);
    for (const row of table.shares) expect(row.reduce((sum, share) => sum! + share!, 0)).toBeCloseTo(1, 12);
    const n = table.series.length;
    const off = table.shares.flatMap((row, i) => row.filter((_, j) => i !== j));
    // Diebold & Yilmaz (2012), eq. 4: what comes from others, over the number of markets.
    expect(off.reduce((sum, share) => sum! + share!, 0)! / n).toBeCloseTo(total.value!, 12);
    for (const { series, net } of members) {
      const k = table.series.indexOf(series);
      const sent = table.shares.reduce((sum, row, i) => sum + (i === k ? 0 : row[k]!), 0);
      expect(sent - (1 - table.shares[k]![k]!)).toBeCloseTo(net.value!, 12);
    }
  });

  it('splits by frequency into shares that add to one exactly', async () => {
    const { frequency } = await spilloversOf(led(600));
    const [week, month, longer] = frequency.map(({ share }) => share.value!) as [number, number, number];
    expect(longer).toBe(1 - (week + month));
    for (const share of [week, month, longer]) expect(share).toBeGreaterThan(0);
  });

  it('says what it cannot measure: no common session, and channels without data', async () => {
    for (const columns of [[], led(1), led(100), led(1).slice(0, 1)]) {
      const part = await spilloversOf(columns);
      expect(part.date).toBeNull();
      expect(part.total).toMatchObject({
        value: null,
        why: 'fewer than 250 common sessions of two members',
      });
      expect(part.edges).toEqual([]);
      for (const { share } of part.channels) expect(share.value).toBeNull();
    }
  });

  it('leaves a constant market out of the table and keeps the rest', async () => {
    const part = await spilloversOf([...led(600), priced('tlt', new Float64Array(600))]);
    const constant = part.members.find(({ series }) => series === 'tlt')!;
    expect(constant.net).toMatchObject({ value: null, why: 'constant or collinear in the window' });
    expect(part.total.value).toBeGreaterThan(0);
  });

  it('does not look ahead: what is known later changes no byte', async () => {
    const columns = led(600).map((one) => ({
      ...one,
      knownAt: one.knownAt.map((at, t) => (t === 599 ? INSTANT + 1 : at)),
    }));
    const answers = (['alter', 'remove', 'withdraw'] as const).map((how) =>
      spilloversOf(columns.map((one) => later(one, INSTANT, how))),
    );
    const [first, ...rest] = await Promise.all(answers);
    for (const one of rest) expect(strip(one)).toEqual(strip(first));
  });

  it('is told in three languages, every reason too', async () => {
    for (const language of LANGUAGES) {
      const answer = await explain(viewOf(led(600), INSTANT), OPTIONS);
      const [story] = storiesOf(
        explainDesk(answer, language, () => 1),
        'network',
      );
      const text = [...story!.headline, ...story!.blocks.flatMap(textsOf)].map(plainText).join('\n');
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      for (const block of story!.blocks) {
        if (block.kind === 'chart') for (const { svg } of block.draw()) expect(svg).toMatch(/^<svg/);
      }
    }
    const part = await spilloversOf([]);
    const whys = [part.total, part.percentile, part.totalBefore]
      .concat(part.technology.map(({ share }) => share))
      .concat(part.channels.map(({ share }) => share))
      .map(({ why }) => why!);
    for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
      for (const why of whys) expect(list.some(([reason]) => reason.test(why))).toBe(true);
    }
  });
});

const FACTORS = ['vix', 'hyg', 'usd-jpy', 'move'] as const;

/** Three markets, each with weights on VIX, on the dollar in yen, on the session before of the first, and on itself. */
function channelled(mood: number, funding: number, lead: number, rows = 600) {
  const factors = FACTORS.map((_, k) => normals(rows, 20 + k));
  const own = [1, 2, 3].map((seed) => normals(rows, seed)) as Float64Array[];
  const members = ['spy', 'gld', 'uso'].map((id, k) => {
    const led = k === 0 ? own[0]! : own[k]!.map((r, t) => lead * (own[0]![t - 1] ?? 0) + r);
    return priced(
      id,
      led.map((r, t) => r + mood * factors[0]![t]! + funding * factors[2]![t]!),
    );
  });
  return [...members, ...FACTORS.map((id, k) => priced(id, factors[k]!))];
}

describe('channels of the spillover', () => {
  it('find the channel that markets were joined by, and add to one with the rest', async () => {
    for (const k of [0, 1, 2]) {
      const [mood, funding, lead] = [0, 1, 2].map((one) => (one === k ? 2 : 0));
      const { channels, channelRest } = await spilloversOf(channelled(mood!, funding!, lead!));
      const shares = channels.map(({ share }) => share.value!);
      expect(Math.max(...shares)).toBe(shares[k]);
      expect(shares[k]).toBeGreaterThan(0.75);
      expect(channelRest.value).toBe(1 - shares.reduce((sum, share) => sum + share, 0));
      expect(channelRest.value!).toBeLessThan(0.2);
    }
  });

  it('says that nothing leads where nothing does, and that it does where it does', async () => {
    const still = (await spilloversOf(channelled(1, 0, 0))).led;
    expect(still.p.value).toBeGreaterThan(0.05);
    const led = (await spilloversOf(channelled(0, 0, 2))).led;
    // The least that nineteen orders can give.
    expect(led.p.value).toBe(1 / 20);
    expect(led.byChance.value).toBeLessThan(0.4);
  });

  it('leave a channel out whose factors are missing, and split the rest', async () => {
    const { channels, channelRest } = await spilloversOf(channelled(1, 1, 0).slice(0, -1));
    expect(channels.map(({ share }) => share.why ?? null)).toEqual([
      null,
      'a factor of the channel has no value in the session',
      null,
    ]);
    expect(channels[0]!.share.value! + channels[2]!.share.value! + channelRest.value!).toBeCloseTo(1, 12);
  });

  it('do not depend on the order of the series, nor on what is known later', async () => {
    const columns = channelled(1, 1, 1);
    const { channels, channelRest, led } = await spilloversOf(columns);
    const again = await spilloversOf(columns.toReversed());
    expect(strip([again.channels, again.channelRest, again.led])).toEqual(
      strip([channels, channelRest, led]),
    );
    const early = columns.map((one) => ({
      ...one,
      knownAt: one.knownAt.map((at, t) => (t >= 580 ? INSTANT + 1 : at)),
    }));
    const before = await spilloversOf(early.map((one) => later(one, INSTANT, 'remove')));
    for (const how of ['alter', 'withdraw'] as const) {
      const one = await spilloversOf(early.map((column) => later(column, INSTANT, how)));
      expect(strip(one)).toEqual(strip(before));
    }
  });
});

/** Without the ids, which carry the version of the data. */
function strip(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one) => (key === 'id' ? undefined : one)));
}

describe('a coin at the New York close', () => {
  it('takes the last bar that ended by the close, and none that ended more than four hours before', async () => {
    // 2026-02-11 and 2026-02-12 close at 21:00Z; the bars that end at 20:00Z stand for them, on the 12th the one of 16:00Z is too old.
    const bars = columnsOf('btc-usd-4h', [
      { date: TO - 1, value: 1 },
      { date: TO, value: 3 },
    ]);
    const times = ['2026-02-11T20:00Z', '2026-02-12T16:00Z'].map(parseInstant);
    const view = viewOf(
      [{ ...bars, times: Float64Array.from(times), knownAt: Float64Array.from(times) }],
      INSTANT,
    );
    const series = await view.series('btc-usd-4h');
    const cut = atNewYorkCloses(series, view.entry('btc-usd')!, TO);
    expect([...cut.dates]).toEqual([TO - 1]);
    expect([...cut.values]).toEqual([1]);
    expect(cut.entry.id).toBe('btc-usd');
  });
});

describeWithPack('spillovers on the real pack', () => {
  it('has the shares of an independent computation', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, OPTIONS)).network!.parts.spillovers!;
    expect(part).toMatchObject({ date: '2026-02-12', yearBefore: '2025-02-13', leftOut: [], utcDays: [] });
    // numpy on the CSV of the pack: returns on common sessions, coins at 16:00 New York (13:00 on half days) from four-hour bars, least
    // squares with one lag on the 250 rows to 2026-02-12, generalised shares of ten steps, rows to one.
    expect(part.total.value).toBeCloseTo(0.6412699426900903, 9);
    expect(part.totalBefore.value).toBeCloseTo(0.653153482675515, 9);
    const net = Object.fromEntries(part.members.map(({ series, net: { value } }) => [series, value]));
    expect(net.spy).toBeCloseTo(0.209773, 6);
    expect(net['btc-usd']).toBeCloseTo(-0.11604, 6);
    expect(net['dollar-index']).toBeCloseTo(-0.256161, 6);
    // numpy, least squares and the eight totals: what is taken out of which set, averaged over the six orders of the channels.
    const channels = part.channels.map(({ share }) => share.value!);
    for (const [k, share] of [0.16692848352397827, 0.009920504133851007, 0.022724541139150557].entries()) {
      expect(channels[k]).toBeCloseTo(share, 9);
    }
  });
});
