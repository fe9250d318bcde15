import { describe, expect, it } from 'vitest';
import { type Clock, clock } from '../../src/report/charts/clock.ts';
import { type Fan, fan } from '../../src/report/charts/fan.ts';
import { type LeverageHistogram, leverageHistogram } from '../../src/report/charts/leverage-histogram.ts';
import { type PriceLadder, priceLadder, priceLadderHeight } from '../../src/report/charts/price-ladder.ts';
import type { Frame } from '../../src/report/charts/svg.ts';
import {
  type TriggerLadder,
  triggerLadder,
  triggerLadderHeight,
} from '../../src/report/charts/trigger-ladder.ts';
import { waterfall } from '../../src/report/charts/waterfall.ts';

const frame: Frame = { id: 'c', width: 340, height: 200, title: 'A finding', description: 'A measure' };

const FAN: Fan = {
  minutes: [0, 60, 120],
  quantiles: [
    { name: '5%', values: [100, 90, 80] },
    { name: '25%', values: [100, 92, 85] },
    { name: 'median', values: [100, 95, 90] },
    { name: '75%', values: [100, 96, 95] },
    { name: '95%', values: [100, 98, 99] },
  ],
  level: { value: 100, name: 'start & <now>' },
  format: String,
  after: (minutes) => `+${minutes}`,
};
/** With what was observed before, and the same without. */
const WHOLE_FAN: Fan = {
  ...FAN,
  past: { minutes: [-120, -60, 0], values: [110, 104, 100] },
  alone: { name: 'without', values: [100, 97, 96] },
  rule: { known: 'as-of', simulated: 'simulated →' },
};
const TRIGGERS: TriggerLadder = {
  rows: [
    { label: '95 (−5%)', value: 40, low: 10, high: 90, text: '$40' },
    { label: '90 (−10%)', value: 80, low: 80, high: 80, text: '$80', note: 'stops here' },
    { label: '85 (−15%)', value: 0, low: 0, high: 0, text: '$0' },
  ],
  whisker: 'line: 90%',
};
const LADDER: PriceLadder = {
  parts: ['Perpetuals', 'Stops'],
  rows: [
    { label: '95 (−5%)', parts: [30, 10], text: '$40' },
    { label: '90 (−10%)', parts: [80, 0], text: '$80', marked: true },
    { label: '85 (−15%)', parts: [0, 0], text: '$0' },
  ],
  mark: 'gain above 1',
};
const LEVERAGE: LeverageHistogram = {
  bars: [
    { name: '5×', value: 6, low: 2, high: 9, distance: '−20%', reached: false },
    { name: '20×', value: 3, low: 1, high: 4, distance: '−4%', reached: true },
  ],
  format: String,
  leverage: 'up to',
  distance: 'away',
};
const CLOCK: Clock = {
  hours: Array.from({ length: 24 }, (_, utc) => ({
    utc,
    newYork: (utc + 20) % 24,
    value: utc === 20 ? 0.6 : 0.4 / 23,
  })),
  format: (value) => value.toFixed(1),
  utc: 'UTC',
  newYork: 'NY',
  session: 'cash session',
};

const PICTURES: Readonly<Record<string, (frame: Frame) => string>> = {
  fan: (one) => fan(one, FAN),
  'fan of one minute': (one) => fan(one, { ...FAN, minutes: [0], quantiles: [{ name: 'm', values: [100] }] }),
  'whole fan': (one) => fan(one, WHOLE_FAN),
  'trigger ladder': (one) => triggerLadder(one, TRIGGERS),
  'empty trigger ladder': (one) => triggerLadder(one, { ...TRIGGERS, rows: [] }),
  'price ladder': (one) => priceLadder(one, LADDER),
  'empty ladder': (one) => priceLadder(one, { ...LADDER, rows: [] }),
  'leverage histogram': (one) => leverageHistogram(one, LEVERAGE),
  'empty histogram': (one) => leverageHistogram(one, { ...LEVERAGE, bars: [] }),
  clock: (one) => clock(one, CLOCK),
  'empty clock': (one) => clock(one, { ...CLOCK, hours: [] }),
};

describe.each(Object.entries(PICTURES))('the %s', (_, draw) => {
  it('is named by its finding, takes its colours from the page, and escapes its words', () => {
    const svg = draw(frame);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="c-t c-d"/);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<now>/);
    for (const [, paint] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)) {
      expect(paint).toMatch(/^(?:var\(--[a-z0-9-]+\)|none|url\(#c-(?:hatch|band-\d|rungs)\))$/);
    }
  });

  it('is hatched and says so when it is simulated', () => {
    const svg = draw({ ...frame, simulated: 'SIMULATION' });
    expect(svg).toContain('url(#c-hatch)');
    expect(svg).toContain('>SIMULATION<');
  });
});

describe('the fan', () => {
  const svg = fan(frame, FAN);

  it('has a band for each pair of quantiles, the narrower over the wider, and the median over both', () => {
    const paths = [...svg.matchAll(/<path d="(M[^"]+)"[^>]*?(?:fill="(var[^"]+)"|stroke="(var[^"]+)")/g)].map(
      ([, , fill, stroke]) => fill ?? stroke,
    );
    expect(paths).toEqual(['var(--sev-1)', 'var(--sev-2)', 'var(--sev)']);
  });

  it('names the ends and the start', () => {
    for (const text of ['5% 80', 'median 90', '95% 99', 'start &amp; &lt;now&gt;', '+60'])
      expect(svg).toContain(`>${text}<`);
  });
});

describe('the price ladder', () => {
  const svg = priceLadder(frame, LADDER);
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="13"/g)].map(
    ([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }),
  );

  it('has bars as long as what waits, parts one after the other, and none where nothing waits', () => {
    expect(bars).toHaveLength(3);
    const [first, second, third] = bars as [(typeof bars)[0], (typeof bars)[0], (typeof bars)[0]];
    expect(second.x).toBeCloseTo(first.x + first.width, 0);
    expect(second.y).toBe(first.y);
    expect(first.width / third.width).toBeCloseTo(30 / 80, 1);
    expect(third.x).toBe(first.x);
  });

  it('marks by shape and word where a sale feeds itself, and has a row for each level', () => {
    expect(svg.split('▲')).toHaveLength(3);
    expect(svg).toContain('>▲ gain above 1<');
    expect(priceLadder(frame, { ...LADDER, rows: LADDER.rows.slice(0, 1) })).not.toContain('▲');
    expect(priceLadderHeight(LADDER, 340)).toBeGreaterThan(3 * 20);
  });
});

describe('the leverage histogram', () => {
  it('fills what the price reaches, and has leverage and distance below', () => {
    const svg = leverageHistogram(frame, LEVERAGE);
    expect(svg.match(/fill="var\(--sev-4\)"/g)).toHaveLength(1);
    for (const text of ['up to', 'away', '5×', '20×', '−20%', '−4%']) expect(svg).toContain(`>${text}<`);
  });
});

describe('the clock', () => {
  it('has an hour a bar, both times below, and the cash session of New York shaded', () => {
    const svg = clock(frame, CLOCK);
    expect(svg.match(/fill="var\(--sev-4\)"/g)).toHaveLength(24);
    // New York hours 9 to 15 touch the session from 09:30 to 16:00.
    expect(svg.match(/fill="var\(--sunk\)"/g)).toHaveLength(7);
    for (const text of ['UTC', 'NY', '00', '21', 'cash session']) expect(svg).toContain(`>${text}<`);
  });
});

describe('the waterfall with its grey row first', () => {
  it('greys what comes from outside, and gives the last its direction', () => {
    const svg = waterfall(
      { ...frame, height: 120 },
      {
        rows: ['Shock', 'Seller', 'Buyer'],
        grey: 0,
        total: 'Whole',
        panels: [
          { name: 'Bitcoin', steps: [-0.05, -0.01, 0.002], texts: ['−5.0%', '−1.0%', '+0.2%', '−5.8%'] },
        ],
      },
    );
    expect([...svg.matchAll(/height="12" fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual([
      'var(--grey-4)',
      'var(--down)',
      'var(--up)',
      'var(--ink)',
    ]);
  });
});

describe('a fan with what was observed', () => {
  const svg = fan(frame, WHOLE_FAN);
  const numbersOf = (path: string) => [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x]) => Number(x));

  it('stands to the right of the rule where it is simulated, and to the left where it was observed', () => {
    const rule = Number(/<line x1="([\d.]+)"[^>]*stroke="var\(--accent\)"/.exec(svg)?.[1]);
    const hatched = [...svg.matchAll(/<path d="([^"]+)" fill="url\(#c-band-\d\)"/g)];
    expect(hatched).toHaveLength(2);
    for (const [, path] of hatched) expect(Math.min(...numbersOf(path!))).toBeCloseTo(rule, 0);
    const observed = /<path d="([^"]+)" fill="none" stroke="var\(--ink\)" stroke-width="1.6"/.exec(svg)?.[1];
    expect(Math.max(...numbersOf(observed!))).toBeCloseTo(rule, 0);
    expect(svg).toContain('>as-of</text>');
  });

  it('has no hatch and no rule when neither is asked for', () => {
    const plain = fan(frame, FAN);
    expect(plain).not.toContain('<pattern');
    expect(plain).not.toContain('--accent');
  });
});

describe('a trigger ladder', () => {
  it('draws a bar where something waits and a whisker where there is a band, and names the row of the stop', () => {
    const svg = triggerLadder({ ...frame, height: triggerLadderHeight(3) }, TRIGGERS);
    expect(svg.match(/<rect[^>]*url\(#c-rungs\)/g)).toHaveLength(2);
    expect(svg.match(/<line[^>]*stroke-width="1.3"/g)).toHaveLength(1);
    expect(svg).toContain('$80 stops here');
  });
});
