import type { TableRow } from '../../../../data/observation.ts';
import type { Words } from '../../../../data/series/entry.ts';
import { type Instant, parseInstant } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';

/** Name of the table that a user supplies: columns `time` (UTC) or `date`, and `event`, in words. */
export const EVENTS_TABLE = 'policy_events';

export interface PolicyEvent {
  /** By when it was public; a bound rounded up to a time by which it was reported. */
  readonly time: Instant;
  readonly title: Words;
  readonly source: Words;
}

/** News of who decides at the Federal Reserve. Facts of the press, each with the instant by which it was out. */
const KNOWN: readonly PolicyEvent[] = [
  {
    time: parseInstant('2025-07-16T15:15Z'),
    title: {
      'zh-Hans': '美联储主席可能被免职的报道',
      'zh-Hant': '聯準會主席可能被免職的報導',
      en: 'reports that the chair of the Federal Reserve might be dismissed',
    },
    source: {
      'zh-Hans': 'FXStreet，2025年7月16日',
      'zh-Hant': 'FXStreet，2025年7月16日',
      en: 'FXStreet, 16 July 2025',
    },
  },
  {
    time: parseInstant('2025-08-26T01:00Z'),
    title: {
      'zh-Hans': '总统宣布免去美联储理事库克',
      'zh-Hant': '總統宣布免去聯準會理事庫克',
      en: 'the announced removal of Governor Cook from the Federal Reserve',
    },
    source: {
      'zh-Hans': '总统的信，华盛顿2025年8月25日晚',
      'zh-Hant': '總統的信，華盛頓2025年8月25日晚',
      en: 'letter of the President, evening of 25 August 2025 in Washington',
    },
  },
  {
    time: parseInstant('2026-01-12T01:00Z'),
    title: {
      'zh-Hans': '美联储主席公开司法部传票',
      'zh-Hant': '聯準會主席公開司法部傳票',
      en: 'the Fed chair’s statement on subpoenas of the Department of Justice',
    },
    source: {
      'zh-Hans': '美联储的声明，华盛顿2026年1月11日晚',
      'zh-Hant': '聯準會的聲明，華盛頓2026年1月11日晚',
      en: 'statement of the Federal Reserve, evening of 11 January 2026 in Washington',
    },
  },
  {
    time: parseInstant('2026-01-30T12:00Z'),
    title: {
      'zh-Hans': '沃什获提名为美联储主席',
      'zh-Hant': '沃許獲提名為聯準會主席',
      en: 'the nomination of Kevin Warsh as chair of the Federal Reserve',
    },
    source: {
      'zh-Hans': '2026年1月30日清晨公布，前一晚已有报道',
      'zh-Hant': '2026年1月30日清晨公布，前一晚已有報導',
      en: 'announced early on 30 January 2026, reported the evening before',
    },
  },
];

/** Events out by the view's instant, those of the user's table among them, in order of time; to a simulated market nothing real happened. */
export function eventsBy(
  { instant, simulated }: Pick<View, 'instant' | 'simulated'>,
  rows: readonly TableRow[],
): readonly PolicyEvent[] {
  const own = rows.flatMap(({ time, cells: { event: text } }): PolicyEvent[] =>
    typeof text === 'string' && text !== ''
      ? [{ time, title: inAll(text), source: inAll(EVENTS_TABLE) }]
      : [],
  );
  return [...(simulated ? [] : KNOWN), ...own]
    .filter(({ time }) => time <= instant)
    .sort((a, b) => a.time - b.time);
}

function inAll(text: string): Words {
  return { 'zh-Hans': text, 'zh-Hant': text, en: text };
}
