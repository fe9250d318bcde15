import { describe, expect, it } from 'vitest';
import type { ScanAnswer } from '../../src/diagnosis/scan/answer.ts';
import { levelSentences } from '../../src/report/compose/levels.ts';
import { crisisSentence, indexWarning, vixSentences, volumeSentence } from '../../src/report/compose/risk.ts';
import { deskFor } from '../../src/report/desk.ts';
import { reportMarkdown } from '../../src/report/index.ts';
import { type Inline, plainText } from '../../src/report/inline.ts';
import { scanText } from '../../src/report/terminal.ts';
import { inventedAnswer } from './answer.ts';

const said = (sentences: readonly Inline[]) => sentences.map(plainText);

function changed(change: (answer: ScanAnswer) => void): ScanAnswer {
  const answer = structuredClone(inventedAnswer());
  change(answer);
  return answer;
}

describe('the words on levels', () => {
  it('name what broke, since when it had not, what held, and what comes next', () => {
    expect(said(levelSentences(deskFor(inventedAnswer(), 'en'), 'btc-usd'))).toEqual([
      'Bitcoin closed below 70,000 and 65,000 on the day; before this fall it had last closed below 65,000 on 13 Oct 2024.',
      'The low of Bitcoin reached 62,000, and the close held.',
      'The next level below is the low of 10 Oct 2024 (58,950), −6.3% from the close.',
    ]);
    expect(said(levelSentences(deskFor(inventedAnswer(), 'zh-Hans'), 'btc-usd'))[0]).toBe(
      '比特币当日收盘跌破70,000和65,000；这轮下跌之前，上一次收于65,000之下是2024年10月13日。',
    );
  });

  it('say nothing of a price that broke and tested nothing, or that has no ladder', () => {
    const quiet = changed((answer) => {
      for (const ladder of answer.levels) for (const rung of ladder.rungs) rung.state = 'not-reached';
    });
    expect(levelSentences(deskFor(quiet, 'en'), 'btc-usd')).toEqual([]);
    expect(levelSentences(deskFor(quiet, 'en'), 'natgas-front')).toEqual([]);
  });

  it('stand on the terminal in one line, and not when nothing broke', () => {
    const shown = (answer: ScanAnswer) => scanText(answer, 'en', { width: 120, colour: false });
    expect(shown(inventedAnswer())).toContain('Broken at this close: Bitcoin 70,000 and 65,000');
    const quiet = changed((answer) => {
      answer.levels = [];
    });
    expect(shown(quiet)).not.toContain('Broken at this close');
    expect(shown(inventedAnswer())).toMatch(/term structure is inverted, since 4 Feb 2026/);
  });
});

describe('the words on an index, its volume and its volatility', () => {
  it('give the points beside the percent', () => {
    expect(reportMarkdown({ scan: inventedAnswer() }, 'en')).toMatch(
      /S&amp;P 500 fell 1\.2%(?:\[\^\d+\])? \(−84\.66 points\) to 6,798/,
    );
  });

  it('warn of a close that contradicts itself, and only then', () => {
    expect(indexWarning(deskFor(inventedAnswer(), 'en'))).toEqual([]);
    const bad = changed((answer) => {
      answer.instruments.find(({ id }) => id === 'sp500')!.indexClose!.check = 'inconsistent';
    });
    expect(said(indexWarning(deskFor(bad, 'en')))[0]).toContain('S&P 500');
  });

  it('speak of volume only where there is a verdict', () => {
    const desk = deskFor(inventedAnswer(), 'en');
    expect(said(volumeSentence(desk, desk.instrument('btc-usd')!))[0]).toContain('volume confirms the move');
    const { volumeVerdict: _, ...without } = desk.instrument('btc-usd')!;
    expect(volumeSentence(desk, without)).toEqual([]);
  });

  it('compare with the crises that the history holds', () => {
    const words = (id: string) => said(crisisSentence(deskFor(inventedAnswer(), 'en'), id))[0]!;
    expect(words('btc-usd')).toContain('March 2020');
    expect(words('btc-usd')).not.toContain('2008');
    expect(words('sp500')).toContain('October 2008');
    expect(crisisSentence(deskFor(inventedAnswer(), 'en'), 'wti-front')).toEqual([]);
  });

  it('tell the VIX with its term structure, or that it is not measured', () => {
    expect(said(vixSentences(deskFor(inventedAnswer(), 'en')))).toEqual([
      'The VIX rose 16.8% (+3.13 points) to 21.77, percentile 71 of its closes; it last closed higher on 21 Nov 2025.',
      'VIX over VIX3M is 1.03, percentile 95: the term structure is inverted, since 4 Feb 2026.',
    ]);
    const highest = changed((answer) => {
      Object.assign(answer.vix!, { highestSince: null, termStructure: 'not-measured' });
    });
    expect(said(vixSentences(deskFor(highest, 'en')))).toEqual([
      expect.stringContaining('it never closed higher since 2 Jan 1990'),
      'The term structure of the VIX is not measured.',
    ]);
    const none = changed((answer) => {
      answer.vix = null;
    });
    expect(vixSentences(deskFor(none, 'en'))).toEqual([]);
  });
});
