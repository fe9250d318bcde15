import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unitCandidates } from '../../../src/data/import/columns.ts';
import { statedUnits } from '../../../src/data/import/unit-text.ts';
import { UNITS } from '../../../src/data/unit.ts';
import { describeWithPack, PACK } from '../../pack.ts';

describe('statedUnits', () => {
  it('reads the words of a manifest', () => {
    const main = (text: string) => statedUnits(text).main;
    expect(main('USD millions')).toEqual(['usd-mn']);
    expect(main('100 million JPY')).toEqual(['jpy-100mn']);
    expect(main('percent')).toEqual(['percent', 'percent-per-year']);
    expect(main('rate per 8h (0.0001 = 1 bp)')).toEqual(['fraction-per-8h']);
    expect(main('annualised volatility, percent')).toEqual(['percent-per-year', 'index']);
    expect(main('USD million; BTC')).toEqual(['usd-mn', 'btc']);
    expect(main('BTC, USD')).toEqual(['btc', 'usd']);
    expect(main('index 2006-01=100')).toContain('index');
    expect(statedUnits('USDT (volume in BTC)')).toEqual({ main: ['usdt'], volume: ['btc'] });
  });

  it('reads every unit of the type table by its own name', () => {
    for (const unit of UNITS) expect(statedUnits(unit).main).toContain(unit);
  });

  it('gives no candidate for a unit outside the table', () => {
    for (const text of ['furlongs', '', 'USD zillions', 'text']) expect(statedUnits(text).main).toEqual([]);
  });
});

describe('unitCandidates', () => {
  it('takes what the column says before what the file says', () => {
    const stated = statedUnits('basis points');
    expect(unitCandidates('x', 'coinbase_usd', stated)).toEqual(['usd']);
    expect(unitCandidates('x', 'premium_bp', stated)).toEqual(['bp']);
    expect(unitCandidates('x', 'btc', statedUnits('USD million; BTC'))).toEqual(['btc']);
    expect(unitCandidates('x', 'BTC', statedUnits('USD million'))).toEqual(['usd-mn']);
  });

  it('takes a volume in what the manifest says, else in the coin of the pair, else in nothing known', () => {
    expect(unitCandidates('btcusdt_binance_1d', 'volume', statedUnits('USDT (volume in BTC)'))).toEqual([
      'btc',
    ]);
    expect(unitCandidates('ethusdt_perp_bybit_1h', 'volume', statedUnits('USDT'))).toEqual(['eth']);
    expect(unitCandidates('ohlcv/GC', 'volume', statedUnits('USD/oz'))).toEqual([]);
  });
});

describeWithPack('the units of the real pack', () => {
  it('are all known, except the one that says it is text', () => {
    const { series } = JSON.parse(readFileSync(join(PACK as string, 'manifest.json'), 'utf8')) as {
      series: { unit: string }[];
    };
    const unknown = new Set(
      series.map(({ unit }) => unit).filter((unit) => statedUnits(unit).main.length === 0),
    );
    expect([...unknown]).toEqual(['text']);
  });
});
