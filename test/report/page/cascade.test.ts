import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/data/series/entry.ts';
import { textWidth } from '../../../src/report/charts/svg.ts';
import type { CascadeControls, SentBlock, SentPage } from '../../../src/report/page/index.ts';
import { PAGES } from '../../../src/report/page/index.ts';
import type { CascadeAnswer } from '../../../src/simulation/cascade/answer.ts';
import { exampleCascade, nothingSold } from '../cascade-example.ts';

const page = PAGES.find(({ id }) => id === 'cascade')!;

function written(cascade: CascadeAnswer, language: Language = 'en'): SentPage {
  return page.compose({ cascade }, language);
}

/** Every block of a page, those inside others too. */
function allBlocks(blocks: readonly SentBlock[]): readonly SentBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'columns') return [block, ...block.columns.flatMap(allBlocks)];
    if (block.kind === 'panel' || block.kind === 'fold') return [block, ...allBlocks(block.blocks)];
    return [block];
  });
}

function controlsOf(cascade: CascadeAnswer, language: Language = 'en'): CascadeControls {
  const widget = allBlocks(written(cascade, language).blocks).find(
    (block) => block.kind === 'widget' && block.widget === 'cascade-controls',
  );
  return (widget as { data: CascadeControls }).data;
}

function picturesOf(cascade: CascadeAnswer, id: string, language: Language = 'en'): readonly string[] {
  const chart = allBlocks(written(cascade, language).blocks).find(
    (one) => one.kind === 'chart' && one.id === id,
  );
  return (chart as { pictures: readonly { svg: string }[] }).pictures.map(({ svg }) => svg);
}

/** The example with the hours before it, its path without sellers, and what each level of its ladder adds. */
function wholeCascade(): CascadeAnswer {
  const answer = exampleCascade();
  return {
    ...answer,
    falls: answer.falls.map((fall) => ({
      ...fall,
      past: {
        minutes: [-180, -120, -60, 0],
        prices: [1.03, 1.02, 1.01, 1].map((part) => part * fall.price.value!),
      },
      fan: { ...fall.fan, alone: fall.fan.quantiles[2]!.prices.map((price) => 1.01 * price) },
    })),
    ladders: answer.ladders.map((ladder) => ({
      ...ladder,
      rungs: ladder.rungs.map((rung) => ({ ...rung, added: rung.sold })),
    })),
  };
}

/** The example as it is answered when the causes are not asked for. */
function withoutCauses(): CascadeAnswer {
  const answer = wholeCascade();
  return { ...answer, parameters: { ...answer.parameters, causes: 'none' }, causes: [] };
}

describe('the page of the cascade', () => {
  it.each([
    ['en', 'it comes with the full run'],
    ['zh-Hans', '完整计算时给出'],
    ['zh-Hant', '完整計算時給出'],
  ] as const)('says in %s that what each seller adds comes with the full run where it was left out', (language, words) => {
    const page = JSON.stringify(written(withoutCauses(), language));
    expect(page).toContain(words);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(page).not.toContain('cascade-causes');
    expect(JSON.stringify(written(wholeCascade(), language))).not.toContain(words);
    expect(controlsOf(withoutCauses(), language).check).toEqual([]);
  });

  it.each(LANGUAGES)('says nothing empty in %s', (language) => {
    const text = JSON.stringify(written(wholeCascade(), language));
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).not.toContain('"title":""');
    const { answer, blocks } = written(wholeCascade(), language);
    expect(answer.every((phrase) => phrase.trim() !== '')).toBe(true);
    expect(allBlocks(blocks).length).toBeGreaterThan(12);
  });

  it('begins with a sentence of its figures', () => {
    const cascade = exampleCascade();
    const [first, ...rest] = cascade.falls;
    const lead = { ...first!, amplification: { ...first!.amplification, value: 1.87 } };
    const sentence = written({ ...cascade, falls: [lead, ...rest] }).answer.join(' ');
    expect(sentence).toContain('A further fall of 10% in Bitcoin');
    expect(sentence).toContain('is amplified 1.9 times');
    const near = Number(lead.stop.value!.toPrecision(3)).toLocaleString('en-US');
    expect(sentence).toContain(`stops near ${near}`);
  });

  it('says that nobody sells when nothing is sold, and that a fall is hardly amplified when it is not', () => {
    expect(written(nothingSold()).answer.join(' ')).toContain('forces nobody to sell');
    expect(written(nothingSold(), 'zh-Hans').answer.join('')).toContain('不会逼出任何卖盘');
    const cascade = exampleCascade();
    const [lead, ...rest] = cascade.falls;
    const flat = { ...lead!, amplification: { ...lead!.amplification, value: 1.01 } };
    const sentence = written({ ...cascade, falls: [flat, ...rest] }).answer.join(' ');
    expect(sentence).toContain('is hardly amplified');
    expect(sentence).not.toMatch(/amplified \d/);
  });

  it('tells the figures of the answer under their own ids in the row of numbers', () => {
    const cascade = exampleCascade();
    const stats = allBlocks(written(cascade).blocks).find(({ kind }) => kind === 'stats');
    const ids = (stats as Extract<SentBlock, { kind: 'stats' }>).cells.flatMap(({ value }) =>
      value.flatMap((span) => (typeof span !== 'string' && span.kind === 'figure' ? [span.id] : [])),
    );
    const [lead] = cascade.falls;
    expect(ids).toEqual([cascade.forced.total.id, lead!.amplification.id, lead!.stop.id]);
  });

  it('marks everything that is simulated, and hatches it', () => {
    const blocks = allBlocks(written(wholeCascade()).blocks);
    const tagged = blocks.filter(
      (block) => block.kind === 'panel' && JSON.stringify(block.title).includes('"look":"simulated"'),
    );
    expect(tagged.map((block) => (block as { id: string }).id)).toEqual([
      'cascade-fan',
      'cascade-ladder',
      'cascade-sale',
    ]);
    for (const block of blocks) {
      if (block.kind !== 'chart') continue;
      for (const { svg } of block.pictures) expect(svg).toContain('<pattern');
    }
  });

  it('has ids that no two pictures share', () => {
    const blocks = allBlocks(written(wholeCascade()).blocks);
    const svgs = blocks.flatMap((block) =>
      block.kind === 'chart' ? block.pictures.map(({ svg }) => svg) : [],
    );
    const ids = svgs.flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws what was observed where it is known, and says nothing of it where it is not', () => {
    const whole = written(wholeCascade());
    expect(JSON.stringify(whole.blocks)).toContain('last 3 hours (observed)');
    expect(picturesOf(wholeCascade(), 'cascade-fan-chart').every((svg) => svg.includes('>as-of<'))).toBe(
      true,
    );
    expect(JSON.stringify(written(exampleCascade()).blocks)).not.toContain('(observed)');
    expect(picturesOf(exampleCascade(), 'cascade-fan-chart').some((svg) => svg.includes('>as-of<'))).toBe(
      false,
    );
  });
});

describe('the fan of the cascade', () => {
  const numberOf = (tag: string, name: string) => Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(tag)?.[1]);

  it.each(
    LANGUAGES,
  )('says in %s where the fall stops clear of the rule at the start, on a phone too', (language) => {
    const [wide, narrow] = picturesOf(wholeCascade(), 'cascade-fan-chart', language) as [string, string];
    for (const svg of [wide, narrow]) {
      const rule = numberOf(/<line[^>]*stroke="var\(--accent\)"[^>]*>/.exec(svg)![0], 'x1');
      const words = [...svg.matchAll(/(<text[^>]*paint-order="stroke"[^>]*>)([^<]+)<\/text>/g)];
      expect(words.map(([, , text]) => text).join(language === 'en' ? ' ' : '')).toMatch(/median|中位/);
      const height = numberOf(/<svg[^>]*>/.exec(svg)![0], 'height');
      for (const [, tag, text] of words) {
        expect(numberOf(tag!, 'x') - textWidth(text!, 11)).toBeGreaterThan(rule);
        expect(numberOf(tag!, 'y')).toBeLessThan(height);
      }
    }
    expect([...wide.matchAll(/paint-order="stroke"/g)]).toHaveLength(1);
    expect([...narrow.matchAll(/paint-order="stroke"/g)].length).toBeGreaterThan(1);
  });
});

describe('the controls of the cascade', () => {
  it('offer every seller of the answer, and say of one without data that it cannot be switched on', () => {
    const cascade = exampleCascade();
    const { sellers, asset, shock, horizon } = controlsOf(cascade);
    expect(sellers.map(({ id, state }) => [id, state])).toEqual(
      cascade.sellers.map(({ id, state }) => [id, state]),
    );
    expect([asset, shock, horizon]).toEqual(['btc-usd', -10, '12h']);
    const without = sellers.filter(({ state }) => state === 'nothing-to-sell');
    expect(without.length).toBeGreaterThan(0);
    for (const { line } of without) expect(line.join('')).toContain('cannot be switched on');
  });

  it('show that the fall with every seller off is the shock, or that it is not', () => {
    const cascade = exampleCascade();
    expect(controlsOf(cascade).holds).toBe(true);
    const [first, ...rest] = cascade.causes;
    const off = { ...first!, shock: { ...first!.shock, value: first!.shock.value! + 1e-6 } };
    expect(controlsOf({ ...cascade, causes: [off, ...rest] }).holds).toBe(false);
  });

  it('keep a horizon that is not among the usual ones, and the shocks of other assets', () => {
    const cascade = exampleCascade();
    const parameters = {
      ...cascade.parameters,
      horizonMinutes: 95,
      shock: { 'btc-usd': -0.1, 'eth-usd': -0.035 },
    };
    const { horizon, horizons, others } = controlsOf({ ...cascade, parameters });
    expect(horizon).toBe('95m');
    expect(horizons[0]).toEqual({ value: '95m', name: '95 minutes' });
    expect(others).toBe(',eth-usd=-3.5%');
  });
});
