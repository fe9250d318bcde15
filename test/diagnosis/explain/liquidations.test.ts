import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { dayOf, endOfDay, formatDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { pressTotals } from '../../../src/diagnosis/explain/flows/liquidations/press.ts';
import { cashOpen, newYorkHour } from '../../../src/diagnosis/explain/flows/liquidations/table.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, rowsUpTo } from '../scan/synthetic.ts';

const OPTIONS = { window: '5d', section: 'flows', part: 'liquidations' } as const;

function text(day: string, words: string): TableRow {
  const date = parseDay(day);
  return {
    date,
    time: endOfDay(date),
    knownAt: endOfDay(date),
    cells: { topic: 'liquidations', text: words },
  };
}

function liquidation(at: string, cells: TableRow['cells']): TableRow {
  const time = parseInstant(at);
  return { date: dayOf(time), time, knownAt: time, cells };
}

const ROWS = [
  liquidation('2026-03-10T13:45Z', { venue: 'A', side: 'long', asset: 'BTC', usd: 60, leverage: 15 }),
  liquidation('2026-03-10T14:10Z', { venue: 'B', side: 'long', asset: 'ETH', usd: 30, leverage: 40 }),
  liquidation('2026-03-10T02:00Z', { venue: 'C', side: 'short', asset: 'BTC', usd: 10, leverage: null }),
  liquidation('2026-03-08T02:00Z', { venue: 'A', side: 'short', asset: 'BTC', usd: 900, leverage: 5 }),
];

async function told(
  tables: Readonly<Record<string, readonly TableRow[]>>,
  instant: string,
  columns: Parameters<typeof memoryView>[0] = [],
) {
  const given = Object.entries(tables).map(([table, rows]) => ({ table, source: 'test:a', rows }));
  const answer = await explain(
    memoryView(columns, parseInstant(instant), { entry: entryOf, tables: given }),
    OPTIONS,
  );
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.flows!.parts.liquidations!;
}

describe('totals in texts', () => {
  const amounts = (day: string, words: string) =>
    pressTotals([text(day, words)]).map(({ low, high }) => [low, high]);

  it('takes a number with its unit next to the word, and a range as a range', () => {
    expect(amounts('2025-10-11', 'triggered $19.16 billion in crypto liquidations, the largest')).toEqual([
      [19.16e9, 19.16e9],
    ]);
    expect(
      amounts(
        '2025-11-05',
        'with **$1.8-2.0 billion** in forced liquidations affecting **441,867-470,000 traders**',
      ),
    ).toEqual([[1.8e9, 2e9]]);
    expect(amounts('2025-12-02', 'liquidations totaled **$536M–$1B**, with')).toEqual([[536e6, 1e9]]);
    expect(
      pressTotals([text('2025-10-11', '$2 billion liquidated, over 1.6 million traders')])[0]!.accounts,
    ).toBe(1.6e6);
  });

  it('leaves out one coin, one side, one venue, another span, another thing, and a number without unit', () => {
    for (const words of [
      'BTC liquidations: $243.6 million (24h)',
      '$19B+ in long liquidations',
      'each processing over $300 million in liquidations',
      'Of this, $7 billion was liquidated within the first hour alone',
      'open interest at $220 billion, and liquidations eased',
      'liquidations unlikely until spot breaks $86,000',
      'could trigger $2B in liquidations',
    ]) {
      expect(amounts('2025-10-12', words)).toEqual([]);
    }
  });

  it('leaves out what is told of an earlier day, or repeated from one', () => {
    expect(
      amounts('2025-10-16', '**October 10–12**: **$19 billion** in leveraged positions liquidated'),
    ).toEqual([]);
    const repeated = ['2026-02-13', '2026-02-18'].map((day) => text(day, 'total liquidations about $182.8M'));
    expect(pressTotals(repeated).map(({ posted }) => formatDay(posted))).toEqual(['2026-02-13']);
  });
});

describe('the clock of New York', () => {
  it('counts daylight saving time', () => {
    // 9:45 in New York is 14:45 UTC in winter and 13:45 UTC from 8 March 2026
    expect(newYorkHour(parseInstant('2026-03-06T14:45Z'))).toBe(9);
    expect(newYorkHour(parseInstant('2026-03-10T13:45Z'))).toBe(9);
    expect(newYorkHour(parseInstant('2026-03-10T03:00Z'))).toBe(23);
    expect(cashOpen(parseInstant('2026-03-10T13:29Z'))).toBe(false);
    expect(cashOpen(parseInstant('2026-03-10T13:30Z'))).toBe(true);
    expect(cashOpen(parseInstant('2026-03-14T15:00Z'))).toBe(false);
  });
});

describe('the part', () => {
  it('sums the last 24 hours by venue, side, leverage and hour', async () => {
    const part = await told({ liquidations: ROWS }, '2026-03-10T20:00Z');
    expect(part.total.value).toBe(100);
    expect(part.total.flags).toEqual(['under-reported']);
    expect(part.longShare.value).toBeCloseTo(0.9, 12);
    expect(part.venues.map(({ name, share }) => [name, share.value!])).toEqual([
      ['A', 0.6],
      ['B', 0.3],
      ['C', 1 - (0.6 + 0.3)],
    ]);
    // 0.6² + 0.3² + 0.1²
    expect(part.concentration.value).toBeCloseTo(0.46, 12);
    expect(part.leverage.map(({ share }) => share.value!)).toEqual([0, 60 / 90, 30 / 90, 0]);
    expect(part.hours.reduce((sum, { share }) => sum + share.value!, 0)).toBeCloseTo(1, 12);
    expect(part.hours.find(({ utc }) => utc === '2026-03-10T13:00Z')).toMatchObject({
      newYork: 9,
      share: { value: 0.6 },
    });
    expect(part.cashShare.value).toBeCloseTo(0.9, 12);
  });

  it('gives the distance of the tiers in force', async () => {
    const tier = (day: string, rate: number, most: number) =>
      liquidation(`${day}T00:00Z`, { coin: 'BTC', maint_margin_rate: rate, max_leverage: most });
    const tiers = [tier('2025-01-01', 0.1, 20), tier('2025-08-21', 0.004, 150), tier('2025-08-21', 0.01, 50)];
    const part = await told(
      { liquidations: ROWS, binance_leverage_tiers_history: tiers },
      '2026-03-10T20:00Z',
    );
    // 1/20 − 0.4 %
    expect(part.leverage[1]!.nearest.value).toBeCloseTo(0.046, 12);
    expect((await told({ liquidations: ROWS }, '2026-03-10T20:00Z')).leverage[1]!.nearest.why).toBe(
      'the margin tiers are not known',
    );
  });

  it('ranks the latest day in the universe that it names', async () => {
    const day = parseDay('2026-03-09');
    const columns = [
      columnsOf('crypto-liquidations-long', rowsUpTo('crypto-liquidations-long', day, [50, 900, 10, 200])),
      columnsOf('crypto-liquidations-short', rowsUpTo('crypto-liquidations-short', day, [50, 0, 10, 50])),
    ];
    const part = await told({}, '2026-03-10T12:00Z', columns);
    expect(part.total.value).toBe(250);
    expect(part.rank).toMatchObject({
      value: 2,
      of: { params: { universe: 'days of the imported daily series', days: 4 } },
    });
    expect(part.longShare.value).toBeCloseTo(0.8, 12);
  });

  it('knows nothing of later rows, keeps no order, and gives reasons when there is nothing', async () => {
    const early = '2026-03-10T14:00Z';
    const part = await told({ liquidations: ROWS }, early);
    expect(
      await told({ liquidations: ROWS.filter(({ time }) => time <= parseInstant(early)).reverse() }, early),
    ).toEqual(part);
    const none = await told({}, early);
    expect(none.total.why).toBe('no total of liquidations is known of the last 3 days');
    expect(none.venues).toEqual([]);
    const odd = await told(
      {
        liquidations: [
          liquidation('2026-03-10T13:00Z', { usd: 'x' }),
          liquidation('2026-03-10T13:00Z', { usd: -4 }),
        ],
      },
      early,
    );
    expect(odd.total.value).toBeNull();
  });
});

describeWithPack('the pack', () => {
  it('has the record only once it was reported, with its sentence', async () => {
    const store = await openPack();
    const at = async (instant: string) =>
      (await explain(await store.asOf(parseInstant(instant)), OPTIONS)).flows!.parts.liquidations!;
    // the text of 10 October was written before the crash
    expect((await at('2025-10-11T01:00Z')).total.value).toBe(548e6);
    const after = await at('2025-10-12T01:00Z');
    expect(after.total.value).toBe(19.16e9);
    expect(after.reports[0]!.quote).toContain('$19.16 billion');
    // futures volume of 21:09–22:00 UTC: 53,876.7 m of Binance among six venues
    expect(after.volumes[0]).toMatchObject({ name: 'Binance' });
    expect(after.volumes[0]!.share.value).toBeCloseTo(0.384742, 6);
    expect((await at('2026-02-13T01:00Z')).total.value).toBeNull();
  });
});
