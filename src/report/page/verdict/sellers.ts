import type { Language } from '../../../data/series/entry.ts';
import { shortDay } from '../../dates.ts';
import { hasValue, type Wording, wordingFor } from '../../desk.ts';
import { moneySpan } from '../../explain/amounts.ts';
import { bp } from '../../explain/coinbase-premium.ts';
import type { ExplainDesk, PartAnswer } from '../../explain/story.ts';
import type { Inline } from '../../inline.ts';
import type { PageAnswers, PageSlot } from '../page.ts';
import { sentInline } from '../sending.ts';
import type { Evidence, SentBlock } from '../sent.ts';
import { withPart } from './parts.ts';
import { VERDICT_WORDS } from './words.ts';

type Item = Extract<SentBlock, { kind: 'evidence' }>['items'][number];

interface Said {
  readonly evidence: Evidence;
  readonly title: string;
  readonly text: Inline;
}

/** Days of one sign from which an absence of buyers is more than a bad day. */
const LASTING_DAYS = 5;

/** Who the data say is selling: each seller with the figure that speaks for or against it. */
export const sellersSlot: PageSlot = {
  needs: { parts: ['etf-flows', 'coinbase-premium', 'liquidations', 'yen-carry', 'equity-flows'] },
  compose(answers, language) {
    const words = VERDICT_WORDS[language].sellers;
    return {
      blocks: [
        {
          kind: 'panel',
          id: 'sellers',
          title: [words.title],
          measure: [words.measure],
          blocks: [
            { kind: 'evidence', items: itemsOf(answers, language) },
            { kind: 'paragraph', text: [words.key], look: 'small' },
          ],
        },
      ],
    };
  },
};

function itemsOf(answers: PageAnswers, language: Language): readonly Item[] {
  const words = VERDICT_WORDS[language].sellers;
  const unknown = (title: string): Said => ({ evidence: 'not-measured', title, text: [words.unknown] });
  const item = (desk: Wording, { evidence, title, text }: Said): Item => ({
    evidence,
    word: words.evidence[evidence],
    title,
    text: sentInline(desk, text),
  });
  const told = [
    withPart(answers, language, 'etf-flows', (a) => a.flows?.parts.etfFlows, funds) ?? unknown(words.etf),
    withPart(answers, language, 'coinbase-premium', (a) => a.flows?.parts.coinbasePremium, premium) ??
      unknown(words.premium),
    withPart(answers, language, 'liquidations', (a) => a.flows?.parts.liquidations, liquidations) ??
      unknown(words.liquidations),
    withPart(answers, language, 'equity-flows', (a) => a.flows?.parts.equityFlows, equityFunds) ??
      unknown(words.equityFunds),
    withPart(answers, language, 'yen-carry', (a) => a.drivers?.parts.yenCarry, carry) ?? unknown(words.carry),
  ];
  const simulated = Object.values(answers.parts ?? {}).some((one) => one.simulated);
  const desk = wordingFor(language, simulated);
  return told
    .map((said) => item(desk, said))
    .sort((a, b) => ORDER.indexOf(a.evidence) - ORDER.indexOf(b.evidence));
}

const ORDER: readonly Evidence[] = ['supported', 'partly', 'not-supported', 'not-measured'];

/** Supported: money left on the latest day and over the window. Partly: one of the two. */
function funds(desk: ExplainDesk, { days, window, awaited }: PartAnswer<'flows', 'etfFlows'>): Said {
  const words = VERDICT_WORDS[desk.language].sellers;
  const latest = days.at(-1);
  if (!latest || !hasValue(latest.flow) || !hasValue(window.sum)) return none(desk, words.etf);
  const out = [latest.flow.value, window.sum.value].filter((flow) => flow < 0).length;
  const late = awaited[0];
  const day = (iso: string) => shortDay(iso, desk.language);
  return {
    evidence: out === 2 ? 'supported' : out === 1 ? 'partly' : 'not-supported',
    title: words.etf,
    text: [
      ...words.etfText({
        flow: desk.w.change(latest.flow),
        day: day(latest.date),
        sum: desk.w.change(window.sum),
        sessions: window.sessions,
      }),
      ...(late
        ? [
            ' ',
            {
              kind: 'tag',
              look: 'amber',
              text: VERDICT_WORDS[desk.language].state.late(day(late)),
            } as const,
          ]
        : []),
    ],
  };
}

/** Supported: a discount for some days. Partly: a discount. */
function premium(desk: ExplainDesk, part: PartAnswer<'flows', 'coinbasePremium'>): Said {
  const words = VERDICT_WORDS[desk.language].sellers;
  const { raw, corrected, basis, streak } = part;
  const figure = basis === 'raw' ? raw : corrected;
  if (!hasValue(figure) || !hasValue(streak.days)) return none(desk, words.premium);
  const below = figure.value < 0;
  const lasts = streak.days.value >= LASTING_DAYS;
  return {
    evidence: below ? (lasts ? 'supported' : 'partly') : 'not-supported',
    title: words.premium,
    text: words.premiumText({ premium: bp(desk, figure), days: desk.w.count(streak.days), below }),
  };
}

/** Supported: counted by venue. Partly: only reported, as venues report too little. */
function liquidations(desk: ExplainDesk, { total, venues }: PartAnswer<'flows', 'liquidations'>): Said {
  const words = VERDICT_WORDS[desk.language].sellers;
  if (!hasValue(total)) return none(desk, words.liquidations);
  return {
    evidence: total.value === 0 ? 'not-supported' : venues.length > 0 ? 'supported' : 'partly',
    title: words.liquidations,
    text: words.liquidationsText(moneySpan(desk, total)),
  };
}

/** Partly: money left the index funds over the week so far; the flow is a proxy, made from shares outstanding. */
function equityFunds(desk: ExplainDesk, { week }: PartAnswer<'flows', 'equityFlows'>): Said {
  const words = VERDICT_WORDS[desk.language].sellers;
  if (!week.start || !hasValue(week.flow)) return none(desk, words.equityFunds);
  return {
    evidence: week.flow.value < 0 ? 'partly' : 'not-supported',
    title: words.equityFunds,
    text: words.equityFundsText({
      flow: desk.w.change(week.flow),
      day: shortDay(week.start, desk.language),
    }),
  };
}

/** As the gauge of the yen carry judges. */
function carry(desk: ExplainDesk, { verdict, yen, from }: PartAnswer<'drivers', 'yenCarry'>): Said {
  const words = VERDICT_WORDS[desk.language].sellers;
  if (!from || !hasValue(yen)) return none(desk, words.carry);
  return {
    evidence: verdict,
    title: words.carry,
    text: words.carryText({ yen: desk.w.change(yen), day: shortDay(from, desk.language) }),
  };
}

function none({ language }: Wording, title: string): Said {
  return { evidence: 'not-measured', title, text: [VERDICT_WORDS[language].sellers.unknown] };
}
