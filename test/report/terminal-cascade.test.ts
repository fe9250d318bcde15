import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/data/figure.ts';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { cascadeText } from '../../src/report/terminal-cascade.ts';
import { type CascadeAnswer, cascadeAnswer } from '../../src/simulation/cascade/answer.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './scripts.ts';

const PLAIN = { width: 80, colour: false };

let made = 0;

function figure(value: number | null, unit: Figure['unit'], ends?: readonly [number, number]): Figure {
  made += 1;
  return {
    id: `cascade:figure-${made}@2026-02-05T12:00Z#abcdef`,
    value,
    unit,
    asOf: '2026-02-05T12:00Z',
    of: { formula: 'cascade-low', series: ['btc-usd'] },
    flags: [],
    ...(ends && value !== null ? { band: { low: ends[0], high: ends[1], level: 0.9, how: 'paths' } } : {}),
    ...(value === null ? { why: 'none' } : {}),
  };
}

const words = (en: string, hans: string, hant: string) => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

function fall(asset: string, title: CascadeAnswer['falls'][number]['title'], shock: number) {
  return {
    asset,
    title,
    price: figure(70_000, 'usd'),
    shock: figure(shock, 'fraction'),
    final: figure(-0.06, 'fraction', [-0.1, 0.01]),
    low: figure(-0.08, 'fraction', [-0.2, -0.05]),
    lowAlone: figure(-0.06, 'fraction', [-0.1, -0.05]),
    stop: figure(64_400, 'usd', [56_000, 66_500]),
    amplification: figure(1.33, 'ratio', [1, 2.5]),
    toLow: figure(0.25, 'days', [0.1, 0.9]),
    toHeal: figure(null, 'days'),
    healed: figure(0.05, 'fraction'),
    fan: { minutes: [0], quantiles: [] },
  };
}

const BITCOIN = words('Bitcoin', '比特币', '比特幣');
const PERPETUALS = words('Liquidated perpetual positions', '永续合约强平', '永續合約強平');
const FUNDS = words('Leveraged and inverse funds', '杠杆与反向基金', '槓桿與反向基金');

/** An answer with invented numbers: bitcoin at 70,000 falls to 64,400 under a shock of 5 percent. */
function invented(change: Partial<CascadeAnswer> = {}): CascadeAnswer {
  const sold = (id: string, title: typeof FUNDS, usd: number, share: number) => ({
    id,
    title,
    usd: figure(usd, 'usd', [usd / 2, usd * 2]),
    share: figure(share, 'fraction'),
  });
  const seller = (id: string, title: typeof FUNDS) =>
    ({ id, title, summary: title, side: 'seller', state: 'on' }) as const;
  return cascadeAnswer.parse({
    verb: 'cascade',
    schema: 1,
    engine: '0.1.0',
    dataVersion: 'abcdef012345',
    asOf: '2026-02-05T12:00Z',
    simulated: false,
    sessions: [{ calendar: 'new-york', date: '2026-02-04', closedAt: '2026-02-04T21:00Z' }],
    warnings: [],
    parameters: {
      shock: { 'btc-usd': -0.05 },
      over: 60,
      sellers: ['perpetuals', 'leveraged-funds'],
      assets: ['btc-usd', 'sp500'],
      paths: 400,
      draws: 40,
      seed: 1,
      stepMinutes: 5,
      horizonMinutes: 1440,
      calibration: 'prior',
    },
    sellers: [seller('perpetuals', PERPETUALS), seller('leveraged-funds', FUNDS)],
    falls: [
      fall('btc-usd', BITCOIN, -0.05),
      fall('sp500', words('S&P 500', '标普500指数', '標普500指數'), -0.01),
    ],
    forced: {
      total: figure(32e9, 'usd', [7e9, 90e9]),
      bought: figure(0, 'usd'),
      bySeller: [sold('leveraged-funds', FUNDS, 8e9, 0.25), sold('perpetuals', PERPETUALS, 24e9, 0.75)],
      byVenue: [],
      byAsset: [],
      byLevel: [],
      byHour: [],
      longs: null,
    },
    causes: [],
    gain: [
      {
        asset: 'btc-usd',
        here: figure(0.4, 'ratio', [0.1, 1.2]),
        threshold: {
          ...figure(null, 'fraction'),
          of: { formula: 'cascade-threshold', series: ['btc-usd'], params: { draws: 7, of: 40 } },
        },
      },
    ],
    ladders: [
      {
        asset: 'btc-usd',
        rungs: [0.025, 0.05, 0.35].map((below) => ({
          distance: -below,
          price: figure(70_000 * (1 - below), 'usd'),
          sold: figure(below * 1e11, 'usd', [below * 5e10, below * 2e11]),
          bySeller: { perpetuals: 3e9, 'leveraged-funds': 1e9 },
          gain: figure(0.4, 'ratio', [0.1, 0.9]),
        })),
      },
    ],
    layers: [],
    leverage: [],
    contagion: [],
    funds: {
      left: figure(6e8, 'usd', [2e8, 3e9]),
      used: figure(-1e8, 'usd'),
      emptied: figure(0.1, 'fraction'),
      deleveraged: figure(0, 'usd', [0, 1.2e9]),
    },
    claim: null,
    tables: [],
    readings: ['measured', 'proxy', 'prior', 'prior'].map((how) => ({
      name: how,
      title: BITCOIN,
      how,
      value: figure(1, 'usd'),
      note: BITCOIN,
    })),
    unknowns: [-0.9, 0.2, 0.95, -0.5].map((rho, i) => ({
      name: `u${i}`,
      title: words(`Unknown ${i}`, `未知量${i}`, `未知數${i}`),
      unit: 'ratio',
      low: 0,
      high: 1,
      source: 's',
      drawn: figure(0.5, 'ratio', [0, 1]),
      calibrated: false,
      sensitivity: figure(rho, 'ratio'),
    })),
    missing: [{ series: 'btc-open-interest', title: BITCOIN, sources: [] }],
    ...change,
  });
}

/** Columns of a text: ideographs and full-width signs are two. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, char) => sum + (/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/.test(char) ? 2 : 1),
    0,
  );
}

describe.each(LANGUAGES)('a cascade on the terminal in %s', (language) => {
  it('fits the width it was given', () => {
    for (const width of [40, 60, 72, 80, 100, 120]) {
      for (const line of cascadeText(invented(), language, { width, colour: false }).split('\n')) {
        expect(columns(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('is in one script, without a hole, and the same each time', () => {
    const claimed = invented({ claim: CLAIM });
    const text = cascadeText(claimed, language, PLAIN);
    expect(cascadeText(claimed, language, PLAIN)).toBe(text);
    expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
    if (language !== 'zh-Hans') expect(text.match(SIMPLIFIED_ONLY)).toBeNull();
    if (language !== 'zh-Hant') expect(text.match(TRADITIONAL_ONLY)).toBeNull();
  });

  it('says that data are simulated, above the title and at each point', () => {
    const word = { en: 'SIMULATED', 'zh-Hans': '模拟', 'zh-Hant': '模擬' }[language];
    const text = cascadeText(invented({ simulated: true }), language, PLAIN);
    expect(text.split('\n')[0]?.startsWith(word)).toBe(true);
    expect(text.split(`[${word}]`).length).toBeGreaterThan(6);
    expect(cascadeText(invented(), language, PLAIN)).not.toContain(word);
  });

  it('says the same words in colour', () => {
    const coloured = cascadeText(invented(), language, { width: 80, colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    const bare = coloured.replace(/\u001b\[\d+m/g, '');
    expect(coloured).not.toBe(bare);
    expect(bare.replace(/ +$/gm, '')).toBe(cascadeText(invented(), language, PLAIN).replace(/ +$/gm, ''));
  });
});

const CLAIM: NonNullable<CascadeAnswer['claim']> = {
  seller: 'leveraged-funds',
  trade: figure(18e9, 'usd'),
  move: figure(-0.0159, 'fraction'),
  required: figure(18e9 / 0.0159, 'usd'),
  has: figure(300e9, 'usd', [200e9, 600e9]),
  share: figure(0.265, 'fraction', [0.18, 0.53]),
  trades: figure(4.77e9, 'usd', [3.2e9, 9.5e9]),
  funds: 12,
  byAsset: [{ asset: 'sp500', title: BITCOIN, funds: 1, has: figure(300e9, 'usd') }],
};

describe('a cascade on the terminal', () => {
  const text = (change: Partial<CascadeAnswer> = {}) =>
    cascadeText(invented(change), 'en', { width: 4000, colour: false });

  it('says what matters first: the shock, the fall with and without forced sale, and where it stops', () => {
    expect(text()).toContain('How far forced sale runs after −5.0% in Bitcoin');
    expect(text()).toContain(
      'Bitcoin from 70,000: −5.0% from outside, −8.0% [90%: −20.0% to −5.0%] at the lowest, where it stops at 64,400 [90%: 56,000 to 66,500]. The same paths without forced sale: −6.0% [90%: −10.0% to −5.0%]. With it the fall is 1.33 [90%: 1.00 to 2.50] times as deep.',
    );
    expect(text()).toContain('The lowest comes after 6 hours; after 1 day the change is −6.0%');
  });

  it('names the largest sellers first', () => {
    expect(text()).toContain('Liquidated perpetual positions 75%; Leveraged and inverse funds 25%.');
  });

  it('tells the gain by its band, and a threshold only where there is one', () => {
    expect(text()).toContain('it dies out in the median, but not everywhere within the band');
    expect(text()).toContain('in 7 of 40 draws only, so no threshold is named');
    const gain = (here: Figure, threshold: Figure) => text({ gain: [{ asset: 'btc-usd', here, threshold }] });
    const calm = gain(figure(0.2, 'ratio', [0.1, 0.9]), figure(-0.12, 'fraction', [-0.2, -0.08]));
    expect(calm).toContain('of a dollar more: it dies out. It first feeds itself at −12.0%');
    expect(gain(figure(1.4, 'ratio', [0.1, 2]), figure(-0.05, 'fraction'))).toContain('it feeds itself.');
  });

  it('has the ladder at the levels that are shown, and says when nothing waits', () => {
    expect(text()).toMatch(/−2\.5%\s+68,250\s+\$2\.50.bn/);
    expect(text()).not.toContain('−35.0%');
    expect(text({ ladders: [{ asset: 'btc-usd', rungs: [] }] })).toContain('No forced order waits below');
  });

  it('says what the fall hangs on most, and what is not measured', () => {
    expect(text()).toContain('Unknown 2 +0.95; Unknown 0 −0.90; Unknown 3 −0.50.');
    expect(text()).toContain('Of 4 inputs, 2 are priors and 1 comes from a series that stands in.');
    expect(text()).toContain('drawn from their priors alone');
    expect(text()).toContain('would replace priors: btc-open-interest.');
  });

  it('says how the shock comes', () => {
    const { parameters } = invented();
    expect(text()).toContain('shock within 60 minutes · 400 paths over 40 draws, seed 1');
    expect(text({ parameters: { ...parameters, over: 0 } })).toContain('shock at once · ');
  });

  it('names the calibration where there is one', () => {
    const { parameters } = invented();
    expect(text({ parameters: { ...parameters, calibration: 'october-2025' } })).toContain(
      'drawn from the calibration october-2025',
    );
  });

  it('holds a claim against what the funds have', () => {
    // 18 / 0.0159 = 1132.08 (bn)
    expect(text({ claim: CLAIM }).replaceAll('\u202f', ' ')).toContain(
      'The claim: leveraged funds traded $18.0 bn at a close with −1.59%. That requires ΣA·L(L−1) = $1,132.1 bn. The 12 funds known on these assets have $300.0 bn [90%: $200.0 bn to $600.0 bn], 27% of it, and would trade $4.8 bn',
    );
    expect(text({ claim: { ...CLAIM, funds: 0, byAsset: [] } })).toContain('No leveraged fund is known');
    expect(text()).not.toContain('claim');
  });

  it('says what has no value: a fall that is not amplified, nothing sold, no perpetuals', () => {
    const { falls, forced } = invented();
    const [bitcoin] = falls as [(typeof falls)[number]];
    expect(text({ falls: [{ ...bitcoin, amplification: figure(null, 'ratio') }] })).toContain(
      'How many times deeper is not told',
    );
    expect(text({ forced: { ...forced, bySeller: [] } })).toContain('Nothing is sold by force.');
    expect(text({ funds: null })).not.toContain('insurance');
  });

  it('refuses a width that no line fits', () => {
    expect(() => cascadeText(invented(), 'en', { width: 20, colour: false })).toThrow(RangeError);
  });
});
