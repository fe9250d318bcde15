import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/data/series/entry.ts';
import { SCOPES, VERDICTS } from '../../src/diagnosis/scan/answer.ts';
import { reportMarkdown } from '../../src/report/index.ts';
import { plainText } from '../../src/report/inline.ts';
import { messagesOf } from '../../src/report/messages/index.ts';
import { inventedAnswer } from './answer.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './scripts.ts';

describe('the words of a report', () => {
  const report = (language: (typeof LANGUAGES)[number]) =>
    reportMarkdown({ scan: inventedAnswer() }, language);

  it('are in one script a language', () => {
    expect(report('zh-Hant').match(SIMPLIFIED_ONLY)).toBeNull();
    expect(report('zh-Hans').match(TRADITIONAL_ONLY)).toBeNull();
  });

  it('use the terms of Taiwan in Traditional Chinese', () => {
    const text = report('zh-Hant');
    for (const term of ['標普500', '那斯達克', '殖利率', '比特幣', '日圓', '資料'])
      expect(text).toContain(term);
    for (const term of ['收益率', '信息', '數據', '標準普爾500指數', '日元'])
      expect(text).not.toContain(term);
  });

  it('claim no cause', () => {
    expect(report('en')).not.toMatch(/\b(?:because|caused by|due to|driven by|triggered|as a result)\b/i);
    expect(report('zh-Hans')).not.toMatch(/由于|因为|导致|引发|受.{0,6}影响/);
    expect(report('zh-Hant')).not.toMatch(/由於|因為|導致|引發|受.{0,6}影響/);
  });

  it('leave no hole where a value should stand', () => {
    for (const language of LANGUAGES) {
      expect(report(language)).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
    }
  });

  it('set no space between Chinese and a figure by hand', () => {
    const prose = report('zh-Hans')
      .split('\n')
      .filter((one) => one.includes('。'))
      .join('\n');
    expect(prose.length).toBeGreaterThan(1000);
    expect(prose).not.toMatch(/[\u4e00-\u9fff] [\u2212+]?\d|\d%? [\u4e00-\u9fff]/);
  });

  it('have a title for every verdict and scope', () => {
    for (const language of LANGUAGES) {
      const m = messagesOf(language);
      const titles = VERDICTS.flatMap((verdict) =>
        SCOPES.map((scope) => m.title({ date: 'D', verdict, scope, fallen: [] }).join(m.gap)),
      );
      for (const title of titles) expect(title.length).toBeGreaterThan(8);
      // 5 verdicts; only those that name a leader vary with the 5 classes that can lead.
      expect(new Set(titles).size).toBeGreaterThanOrEqual(1 + 6 + 6 + 11 + 1);
    }
  });

  it.each([
    ['zh-Hans', 'broad', 'cross-asset', 'D：加密跌得最重，金属和股票同跌，不是全面抛售'],
    ['zh-Hant', 'broad', 'cross-asset', 'D：加密貨幣跌得最重，金屬和股票同跌，不是全面拋售'],
    [
      'en',
      'broad',
      'cross-asset',
      'D: crypto fell hardest, then metals and equities; not a sale of everything',
    ],
    ['zh-Hans', 'broad', 'crypto-led', 'D：加密领跌，金属和股票同跌，不是全面抛售'],
    [
      'zh-Hant',
      'indiscriminate',
      'cross-asset',
      'D：全面拋售：加密貨幣跌得最重，金屬和股票同跌，避險資產也未能倖免',
    ],
    [
      'en',
      'indiscriminate',
      'crypto-led',
      'D: everything was sold: a broad fall led by crypto, with metals and equities, hedges included',
    ],
    ['zh-Hans', 'selective', 'crypto-only', 'D：下跌集中在加密，不是全面抛售'],
    ['zh-Hant', 'selective', 'crypto-led', 'D：加密貨幣領跌的局部下跌，不是全面拋售'],
    ['zh-Hans', 'quiet', 'none', 'D：全球资产没有一起跌'],
    ['en', 'not-measured', 'not-measured', 'D: no verdict, too few asset classes are known'],
  ] as const)('say the finding in the title: %s, %s, %s', (language, verdict, scope, title) => {
    const m = messagesOf(language);
    const fallen = verdict === 'not-measured' ? [] : (['crypto', 'metals', 'equity'] as const);
    expect(m.title({ date: 'D', verdict, scope, fallen }).join(m.gap)).toBe(title);
  });

  it('do not say that hedges held unless the verdict is broad', () => {
    const m = messagesOf('en');
    const say = (verdict: (typeof VERDICTS)[number]) =>
      m.title({ date: 'D', verdict, scope: 'crypto-led', fallen: ['crypto'] }).join(' ') +
      plainText(m.verdictRule(verdict));
    expect(say('broad')).toContain('hedges held');
    for (const verdict of VERDICTS.filter((one) => one !== 'broad')) {
      expect(say(verdict)).not.toContain('hedges held');
    }
  });
});

describe('a reason for no value', () => {
  // The reasons that the engine gives, with their numbers.
  const REASONS = [
    'not measured',
    'no streak',
    'no member of the class is known for 2026-02-05',
    '2 of 5 classes are known for 2026-02-05, 3 are needed',
    'the score has no value',
    'fewer than two standardised moves',
    'fewer than 252 changes before',
    'fewer than 200 closes',
    'fewer than 30 changes, or the latest is not measured',
    'fewer than 252 earlier volatilities, or the latest is not measured',
    'fewer than 3 series with 60 common sessions, or one that did not move',
    'fewer than 3 segments with 60 common sessions, or the latest is not measured',
    'fewer than 252 common sessions',
    '60 sessions have not passed since',
    'only 3 of the nearest days have a known aftermath of 60 sessions',
    'the value of 2026-02-05 is released at 2026-02-06T21:15Z',
    'not measured on 2007-02-28 or on the session before',
    'not measured on both days from one source',
    'the low was less than one standard deviation under the close before',
    'the history begins later',
    'the move is not measured',
    'the move or the volatility is not measured',
    'the peak is not positive',
    'the weights could not be estimated',
    'the two closes come from different sources',
    'the two bars come from different sources',
    'no bar ends within four hours before both New York closes',
    'a volume of the 20 sessions before is missing',
    'the price hardly moved in the 250 sessions before, so its move has no scale',
    'the series us-2y is not in the store',
    'the history does not hold all of 2008-10-01 to 2008-12-12',
    'one of the last 31 bars is not whole',
    'no value traded is measured',
    'the volatility of silver or of bitcoin is not measured',
    'no move is measured',
    'no standardised move is measured',
    'the history is too short, or a series did not move',
    'fewer than two coins on one side, or coins that moved alike',
    'bitcoin fell on fewer than 30 of the days, or by the same each time',
    'no close after the event is known yet',
    'no second close after the event is known yet',
    'no close before the event is known',
    'the price before the event (2026-01-30) is not positive or the sources differ',
    'the two were not both measured in the session before',
  ];

  it.each(['zh-Hans', 'zh-Hant'] as const)('is said in %s, numbers and dates kept', (language) => {
    const m = messagesOf(language);
    for (const reason of REASONS) {
      const said = m.why(reason);
      expect(said).toMatch(/[\u4e00-\u9fff]/);
      expect(said.replace('us-2y', '').match(/[a-z]{3,}/)).toBeNull();
      for (const day of reason.match(/\d{4}-\d{2}-\d{2}/g) ?? []) expect(said).toContain(day);
    }
  });

  it('stays as it came when it is not a known one', () => {
    expect(messagesOf('zh-Hans').why('a new reason')).toBe('a new reason');
    expect(messagesOf('en').why('no streak')).toBe('no streak');
  });
});
