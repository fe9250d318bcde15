import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/data/figure.ts';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import type { Trace, TraceSource } from '../../src/data/trace.ts';
import { traceText } from '../../src/report/trace-text.ts';

const FIGURE: Figure = {
  id: 'scan:hyg.z@2026-02-06T01:00Z#7f3c91',
  value: -0.0123,
  unit: 'fraction',
  asOf: '2026-02-06T01:00Z',
  of: { formula: 'z', series: ['hyg'], params: { days: 252 } },
  window: { from: '2025-02-05', to: '2026-02-05', n: 252 },
  band: { low: -0.02, high: -0.01, level: 0.8, how: 'bootstrap' },
  flags: ['simulated', 'late-vintage'],
};

function source(change: Partial<TraceSource>): TraceSource {
  const usual = { provider: 'x', symbol: 'X', unit: 'usd', factor: 1, treatedAs: null };
  return { ...usual, licence: 'terms', redistribute: true, ...change };
}

const TRACE: Trace = {
  figure: FIGURE,
  formula: null,
  worked: null,
  inputs: [],
  series: [
    {
      series: 'hyg',
      title: { 'zh-Hans': '高收益债', 'zh-Hant': '非投資等級債', en: 'High yield' },
      unit: 'usd',
      observations: 1,
      from: '2026-02-05',
      to: '2026-02-05',
      latestKnownAt: '2026-02-05T21:00Z',
      sources: [
        source({ symbol: 'HYG', unit: 'usd-k', factor: 1000 }),
        source({ symbol: 'HYG-USDT', unit: 'usdt', treatedAs: 'usd' }),
      ],
      note: { 'zh-Hans': '不含股息', 'zh-Hant': '不含股息', en: 'no dividends' },
    },
  ],
  dataVersion: '7f3c91aabbcc',
  changed: false,
};

describe('a trace in words', () => {
  it('gives the value with its percent, band, window, flags and parameters', () => {
    const text = traceText(TRACE, 'en');
    expect(text).toContain('value: −0.0123 fraction = −1.23% [80%: −0.02 to −0.01; bootstrap]');
    expect(text).toContain('window: 2025-02-05 … 2026-02-05, 252 rows');
    expect(text).toContain('flags: simulated, late-vintage');
    expect(text).toContain('parameters: days = 252');
    expect(text).toContain('formula: z (not in the catalogue of formulas)');
    expect(text).toContain('converted from usd-k (× 1000)');
    expect(text).toContain('x HYG-USDT; stated in usdt, taken at par as usd');
    expect(text).toContain('1 observation in the window,');
    expect(text).toContain('note: no dividends');
  });

  it('says why there is no value', () => {
    const figure = { ...FIGURE, value: null, why: 'released on 6 February' };
    expect(traceText({ ...TRACE, figure }, 'en')).toContain('value: No value: released on 6 February');
  });

  it('says simulated first, and changed data before the value', () => {
    const text = traceText({ ...TRACE, changed: true }, 'en').split('\n');
    expect(text[1]).toMatch(/^SIMULATED/);
    expect(text[2]).toMatch(/^! the data seen at this instant have changed/);
  });

  it.each(LANGUAGES)('has no English word of the frame left in %s unless it is English', (language) => {
    const text = traceText({ ...TRACE, changed: true }, language);
    const english = /known at|licence|window|value:|SIMULATED/.test(text);
    expect(english).toBe(language === 'en');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('writes traditional Chinese in its own words', () => {
    const text = traceText({ ...TRACE, changed: true }, 'zh-Hant');
    expect(text).toContain('模擬資料');
    expect(text).not.toMatch(/[数据许来观测标记换]/);
  });
});
