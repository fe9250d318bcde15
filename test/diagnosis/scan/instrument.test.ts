import { describe, expect, it } from 'vitest';
import { figureMaker } from '../../../src/data/figure.ts';
import { OBSERVATION_FLAGS } from '../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { readHistories } from '../../../src/diagnosis/history.ts';
import { parseWindow } from '../../../src/diagnosis/scan/change.ts';
import { instrumentBlock } from '../../../src/diagnosis/scan/instrument.ts';
import { prices } from '../../measures/random.ts';
import { columnsOf, type Row, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

async function blockOf(
  id: string,
  rows: readonly Row[],
  beside: ReturnType<typeof columnsOf>[] = [],
  windowRows = 1,
) {
  const view = viewOf([columnsOf(id, rows), ...beside], INSTANT);
  const history = (await readHistories(view, [id])).get(id)!;
  const figure = figureMaker({
    verb: 'scan',
    instant: INSTANT,
    dataVersion: view.dataVersion,
    parameters: {},
    simulated: false,
  });
  return instrumentBlock(history, figure, { windowRows, standing: { state: 'current' } });
}

const dated = (pairs: Record<string, number>): Row[] =>
  Object.entries(pairs).map(([date, value]) => ({ date: parseDay(date), value }));

describe('the block of one instrument', () => {
  it('changes over the day, five sessions, the calendar month, the year and the asked window', async () => {
    const block = await blockOf(
      'btc-usd',
      dated({
        '2025-12-30': 50,
        '2025-12-31': 100,
        '2026-01-04': 90,
        '2026-01-05': 80,
        '2026-01-30': 64,
        '2026-01-31': 40,
        '2026-02-03': 50,
        '2026-02-04': 60,
        '2026-02-05': 45,
      }),
      [],
      2,
    );
    expect(block.change.day.value).toBe(45 / 60 - 1);
    expect(block.change.window.value).toBe(45 / 50 - 1);
    expect(block.change.week.value).toBe(45 / 80 - 1);
    // 5 January is the same day of the previous month; 31 December the last close of the previous year.
    expect(block.change.month.value).toBe(45 / 80 - 1);
    expect(block.change.year.value).toBe(45 / 100 - 1);
    expect(block.change.year.of.inputs).toEqual([
      { symbol: 'P_0', series: 'btc-usd', date: '2025-12-31' },
      { symbol: 'P_t', series: 'btc-usd', date: '2026-02-05' },
    ]);
  });

  it('takes the last day of a shorter month, and the close before where that day has none', async () => {
    const rows = dated({ '2025-02-26': 8, '2025-02-27': 10, '2025-03-03': 20, '2025-03-31': 30 });
    expect((await blockOf('btc-usd', rows)).change.month.value).toBe(2);
  });

  it('measures yields by differences', async () => {
    const block = await blockOf(
      'us-10y',
      dated({ '2026-02-02': 0.042, '2026-02-03': 0.0428, '2026-02-04': 0.0421 }),
    );
    expect(block.change.day.value).toBeCloseTo(-0.0007, 12);
    expect(block.change.day.unit).toBe('fraction-per-year');
    expect(block.change.day.of.formula).toBe('change-difference');
    expect(block.drawdown.fromClose.value).toBeCloseTo(-0.0007, 12);
    expect(block.bearSince).toBeNull();
  });

  it('standardises by the 252 changes that end the day before', async () => {
    // numpy: r = np.diff(p)/p[:-1]; r[-1]/np.std(r[-253:-1], ddof=1) on changes ±1 %: sd = 0.01·√(252/251).
    const path = [100];
    for (let t = 0; t < 252; t++) path.push(path[t]! * (t % 2 === 0 ? 1.01 : 0.99));
    path.push(path[252]! * 0.95);
    const block = await blockOf('btc-usd', rowsUpTo('btc-usd', DAY, path));
    expect(block.z.value).toBeCloseTo(-0.05 / (0.01 * Math.sqrt(252 / 251)), 9);
    expect(block.z.window?.n).toBe(252);
    expect(block.z.window?.to).toBe('2026-02-04');
    expect(block.percentile.value).toBeCloseTo(1 / 253, 12);
    expect(block.record).toMatchObject({ direction: 'fall', since: null });
    expect(block.record.rank.value).toBe(1);
    expect(block.record.of.value).toBe(253);
  });

  it('has no standardised move, with the reason, on a history too short', async () => {
    const block = await blockOf('btc-usd', rowsUpTo('btc-usd', DAY, prices(200, 5)));
    expect(block.z.value).toBeNull();
    expect(block.z.why).toBe('fewer than 252 changes before');
    expect(block.volatility.percentile.value).toBeNull();
    expect(block.averages.average200.value).not.toBeNull();
  });

  it('falls from the highest close and from the highest high, each with its date', async () => {
    const rows = dated({ '2026-02-01': 90, '2026-02-02': 100, '2026-02-03': 95, '2026-02-05': 50 });
    const high = columnsOf(
      'btc-usd.high',
      dated({ '2026-02-01': 91, '2026-02-02': 101, '2026-02-03': 125, '2026-02-05': 60 }),
    );
    const { drawdown } = await blockOf('btc-usd', rows, [high]);
    expect(drawdown.fromClose.value).toBe(-0.5);
    expect(drawdown.peakCloseDate).toBe('2026-02-02');
    expect(drawdown.fromHigh?.value).toBe(50 / 125 - 1);
    expect(drawdown.peakHighDate).toBe('2026-02-03');
    expect(drawdown.daysUnderWater.value).toBe(2);
  });

  it('takes the close where the high of the highest day was dropped', async () => {
    const rows = dated({ '2026-02-02': 100, '2026-02-03': 95, '2026-02-05': 50 });
    const high = columnsOf('btc-usd.high', dated({ '2026-02-03': 96, '2026-02-05': 60 }));
    const { drawdown } = await blockOf('btc-usd', rows, [high]);
    expect(drawdown.peakHigh?.value).toBe(100);
    expect(drawdown.fromHigh?.of.inputs).toEqual([
      { symbol: 'H_peak', series: 'btc-usd', date: '2026-02-02' },
      { symbol: 'P_t', series: 'btc-usd', date: '2026-02-05' },
    ]);
  });

  it('dates the present run below an average by its first close', async () => {
    const path = [...Array(60).fill(100), 99, 101, 98, 97];
    const block = await blockOf('btc-usd', rowsUpTo('btc-usd', DAY, path));
    expect(block.averages.below50Since).toBe('2026-02-04');
    expect(block.averages.below200Since).toBeNull();
    expect(block.averages.average200.why).toBe('fewer than 200 closes');
  });

  it('counts the streak and the change over it, and dates the round trip', async () => {
    const block = await blockOf('btc-usd', rowsUpTo('btc-usd', DAY, [55, 70, 80, 100, 90, 60]));
    expect(block.streak).toMatchObject({ direction: 'fall' });
    expect(block.streak.sessions.value).toBe(2);
    expect(block.streak.change.value).toBeCloseTo(-0.4, 12);
    expect(block.roundTrip).toBe('2026-01-31');
    expect(block.spark).toEqual([55, 70, 80, 100, 90, 60].map((value) => value / 55));
  });

  it('compares the volume with the mean of the twenty sessions before', async () => {
    const rows = rowsUpTo('btc-usd', DAY, prices(40, 9));
    const volume = columnsOf(
      'btc-usd.volume',
      rows.map((row, t) => ({ date: row.date, value: t === 39 ? 30 : 10 })),
    );
    expect((await blockOf('btc-usd', rows, [volume])).volumeRatio?.value).toBe(3);
  });

  it('annualises coins by 365 days and exchange sessions by 252', async () => {
    const path = Array.from({ length: 31 }, (_, t) => (t % 2 === 0 ? 100 : 100 * Math.exp(0.01)));
    const sigma = 0.01 * Math.sqrt(30 / 29);
    const coin = await blockOf('btc-usd', rowsUpTo('btc-usd', DAY, path));
    const fund = await blockOf('spy', rowsUpTo('spy', DAY, path));
    expect(coin.volatility.annual.value).toBeCloseTo(sigma * Math.sqrt(365), 12);
    expect(fund.volatility.annual.value).toBeCloseTo(sigma * Math.sqrt(252), 12);
  });

  it('makes no return across a splice of sources and says so', async () => {
    const rows = rowsUpTo('btc-usd', DAY, [100, 110]);
    const view = viewOf(
      [columnsOf('btc-usd', rows.slice(0, 1), 'test:b'), columnsOf('btc-usd', rows.slice(1), 'test:a')],
      INSTANT,
    );
    const history = (await readHistories(view, ['btc-usd'])).get('btc-usd')!;
    const figure = figureMaker({
      verb: 'scan',
      instant: INSTANT,
      dataVersion: view.dataVersion,
      parameters: {},
      simulated: false,
    });
    const block = instrumentBlock(history, figure, { windowRows: 1, standing: { state: 'current' } });
    expect(block.change.day.value).toBeNull();
    expect(block.change.day.why).toBe('the two closes come from different sources');
  });

  it('has no return from a price that is not positive, as oil had in April 2020', async () => {
    const block = await blockOf('wti-front', rowsUpTo('wti-front', DAY, [18, -37.6, 10]));
    expect(block.change.day.value).toBeNull();
    expect(block.close.value).toBe(10);
  });

  it('hands the flags of the closes on to the figures that name them', async () => {
    const rows = rowsUpTo('btc-usd', DAY, [100, 90, 80]).map((row, t) => ({
      ...row,
      flags: t === 1 ? OBSERVATION_FLAGS.suspect : 0,
    }));
    const block = await blockOf('btc-usd', rows);
    expect(block.change.day.flags).toEqual(['suspect']);
    expect(block.close.flags).toEqual([]);
  });

  it('describes a single close with reasons for all that needs more', async () => {
    const block = await blockOf('btc-usd', rowsUpTo('btc-usd', DAY, [100]));
    expect(block.close.value).toBe(100);
    for (const change of Object.values(block.change)) expect(change.why).toBe('the history begins later');
    expect(block.record.rank.value).toBeNull();
    expect(block.streak.direction).toBe('none');
    expect(block.drawdown.fromClose.value).toBe(0);
  });
});

describe('the asked window', () => {
  it('is a number of sessions', () => {
    expect(parseWindow('1d')).toBe(1);
    expect(parseWindow('250d')).toBe(250);
  });

  it.each(['', 'd', '0d', '1.5d', '-1d', '5', '1w', '99999d', ' 5d'])('refuses "%s"', (text) => {
    expect(() => parseWindow(text)).toThrow(RangeError);
  });
});
