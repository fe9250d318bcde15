import { expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, randomMarket, rowsUpTo, viewOf } from '../../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-12T22:30Z');

async function channelsOf(columns: readonly ObservationColumns[]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'channels' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.drivers!.parts.channels!.channels;
}

it('tells the sign that an asset should have from the one it has, with its record', async () => {
  const [dollar] = randomMarket(['dollar-index'], TO, 700, 11) as [ObservationColumns];
  const of = (id: string, power: number) =>
    columnsOf(
      id,
      [...dollar.dates].map((date, row) => ({ date, value: 1e6 * (dollar.values[row]! / 100) ** power })),
    );
  const [, , found] = await channelsOf([dollar, of('gold-front', -2), of('eem', 1)]);
  const move = dollar.values.at(-1)! / dollar.values.at(-6)! - 1;
  expect(found!.size.value).toBeCloseTo(move, 12);
  const [gold, copper, eem] = found!.responses;
  // Gold goes against the dollar in every window: 139 of 139, Wilson band from 0.973 (statsmodels proportion_confint).
  expect(gold).toMatchObject({ agrees: true, proven: true, record: { value: 1 } });
  expect(gold!.record.band!.low).toBeGreaterThan(0.97);
  expect(eem).toMatchObject({ agrees: false, proven: false, record: { value: 0, flags: ['unproven'] } });
  expect(copper).toMatchObject({ agrees: null, move: { value: null } });
});

it('takes net liquidity in dollars, in a straight line between Wednesdays', async () => {
  const [liquidity] = await channelsOf(
    [
      columnsOf('btc-usd', rowsUpTo('btc-usd', TO, new Array(40).fill(1))),
      columnsOf('fed-assets', [
        { date: parseDay('2026-01-28'), value: 6e12 },
        { date: parseDay('2026-02-04'), value: 6.1e12 },
      ]),
      columnsOf('tga', [
        { date: parseDay('2026-01-28'), value: 0 },
        { date: parseDay('2026-02-04'), value: 0 },
      ]),
      columnsOf('fed-rrp', [
        { date: parseDay('2026-01-28'), value: 0 },
        { date: parseDay('2026-02-04'), value: 0 },
      ]),
    ].filter(({ series, dates }) => series !== 'tga' || dates.length === 2),
  );
  expect(liquidity).toMatchObject({ from: '2026-01-28', to: '2026-02-04' });
  expect(liquidity!.size.value).toBeCloseTo(1e11, 0);
  expect(liquidity!.rank).toMatchObject({ value: null, why: 'fewer than 20 past windows' });
});

it('gives reasons for an empty view', async () => {
  for (const one of await channelsOf([])) {
    expect(one).toMatchObject({ from: null, to: null, size: { value: null } });
    expect(one.responses.every(({ agrees, record }) => agrees === null && record.value === null)).toBe(true);
  }
});

describeWithPack('the real data', () => {
  it('show no drain of liquidity in the week to 2026-02-04, and a dear dollar to 2026-02-05', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const [liquidity, term, dollar] = (await explain(view, { window: '5d', part: 'channels' })).drivers!.parts
      .channels!.channels;
    // pandas (61.998, 2.524 bp, 1.5995 %) on WALCL − WDTGAL − RRPONTSYD, THREEFYTP10 and DXY.
    expect(liquidity!.size.value! / 1e9).toBeCloseTo(61.998, 3);
    expect(1e4 * term!.size.value!).toBeCloseTo(2.5242, 3);
    expect(dollar!.size.value).toBeCloseTo(0.015995, 5);
    await store.close();
  });
});
