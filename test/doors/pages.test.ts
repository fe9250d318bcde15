import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/data/time.ts';
import type { ScanAnswer } from '../../src/diagnosis/scan/answer.ts';
import { type PageSources, pageQuestions } from '../../src/doors/pages.ts';
import type { Questions, ScanRequest } from '../../src/doors/questions.ts';

const WORDS = { 'zh-Hans': '事件', 'zh-Hant': '事件', en: 'Event' };

/** The last three sessions up to an instant, of four. */
function scanned({ asOf }: ScanRequest): ScanAnswer {
  const dates = ['2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'];
  const known = dates.filter((date) => asOf === undefined || parseInstant(`${date}T21:00Z`) <= asOf);
  return {
    asOf: '2026-02-06T23:00Z',
    dataVersion: '7f3c91',
    simulated: false,
    warnings: ['stale', 'not-yet-known', 'revised', 'missing'].map((kind) => ({ kind })),
    joint: { history: known.slice(-3).map((date) => ({ date, score: 10 })) },
  } as unknown as ScanAnswer;
}

const episode = (date: string, lastDate?: string) => ({
  date,
  ...(lastDate === undefined ? {} : { lastDate }),
  title: WORDS,
});

const pages = pageQuestions({
  questions: { scan: async (request) => scanned(request) } as Questions,
  data: {} as PageSources['data'],
  parts: {
    episodes: async () => [episode('2026-02-03', '2026-02-04'), episode('2026-02-12')],
  } as unknown as PageSources['parts'],
});

describe('the timeline', () => {
  it('gives each session with its close and the evening after it, none beyond the latest instant', async () => {
    const { sessions, latest, next } = await pages.timeline({ language: 'en' });
    expect(sessions.at(-2)).toEqual({
      date: '2026-02-05',
      closedAt: '2026-02-05T21:00Z',
      asOf: '2026-02-06T01:00Z',
      score: 10,
    });
    expect(sessions.at(-1)?.asOf).toBe(latest);
    expect(next).toBeUndefined();
  });

  it('ends at the instant asked for, and names the session after it', async () => {
    const asOf = parseInstant('2026-02-05T12:00Z');
    const { sessions, latest, next } = await pages.timeline({ language: 'en', asOf });
    expect(sessions.at(-1)?.date).toBe('2026-02-04');
    expect(next).toBe('2026-02-06T01:00Z');
    expect(latest).toBe('2026-02-06T23:00Z');
  });

  it('counts the series whose value is late or still to come', async () => {
    expect((await pages.timeline({ language: 'en' })).late).toBe(2);
  });

  it('says where a page opens, but never beyond the latest instant', async () => {
    const opening = async (text: string) =>
      (await pages.timeline({ language: 'en', opening: parseInstant(text) })).opening;
    expect(await opening('2026-02-05T12:00Z')).toBe('2026-02-05T12:00Z');
    expect(await opening('2030-01-01')).toBe('2026-02-06T23:00Z');
    expect((await pages.timeline({ language: 'en' })).opening).toBeUndefined();
  });

  it('names the episodes that are over by then, at the evening of their last day', async () => {
    const { episodes } = await pages.timeline({ language: 'zh-Hans' });
    expect(episodes).toEqual([{ date: '2026-02-04', asOf: '2026-02-05T01:00Z', title: '事件' }]);
  });
});
