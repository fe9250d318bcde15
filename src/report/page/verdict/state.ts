import { spark } from '../../charts/spark.ts';
import { shortDay } from '../../dates.ts';
import { type Desk, deskFor, hasValue, type Wording } from '../../desk.ts';
import { moneySpan } from '../../explain/amounts.ts';
import type { ExplainDesk, PartAnswer } from '../../explain/story.ts';
import type { Figure } from '../../figure.ts';
import { type FigureSpan, type Inline, joined, type Part } from '../../inline.ts';
import type { PageAnswers, PageSlot } from '../page.ts';
import { sentInline } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { withPart } from './parts.ts';
import { VERDICT_WORDS } from './words.ts';

type Cell = Extract<SentBlock, { kind: 'stats' }>['cells'][number];

const LIQUIDITY_WEEKS = 4;
const SPARK_WEEKS = 60;

/** Four numbers that stand behind a day: dollars, fear, the bitcoin funds, the price of cash. */
export const stateSlot: PageSlot = {
  needs: { scan: true, parts: ['net-liquidity', 'etf-flows', 'funding-spread'] },
  compose(answers, language) {
    const words = VERDICT_WORDS[language].state;
    const desk = deskFor(answers.scan!, language);
    const cells = [
      liquidity(answers, desk),
      vix(desk),
      etf(answers, desk),
      withPart(
        answers,
        language,
        'funding-spread',
        (one) => one.liquidity?.parts.fundingSpread,
        (own, { date, spread, percentile }) =>
          cellOf(own, {
            label: words.funding,
            to: '/explain/liquidity',
            figure: spread,
            value: own.w.change(spread),
            notes: [
              ...(hasValue(percentile) ? [words.percentile(own.w.percentile(percentile))] : []),
              ...(date ? [[words.to(shortDay(date, language))]] : []),
            ],
          }),
      ),
    ];
    return { blocks: [{ kind: 'stats', cells: cells.filter((one) => one !== undefined) }] };
  },
};

function cellOf(
  desk: Wording,
  p: {
    label: string;
    to: string;
    figure: Figure;
    value: FigureSpan;
    notes: readonly Part[];
    line?: readonly (number | null)[];
  },
): Cell {
  const why = p.figure.value === null ? [[desk.m.why(p.figure.why ?? '')]] : p.notes;
  const drawn = spark(p.line ?? []);
  return {
    label: p.label,
    to: p.to,
    value: sentInline(desk, [p.value]),
    note: sentInline(desk, joined(why, ' · ')),
    ...(drawn === '' ? {} : { spark: drawn }),
  };
}

function liquidity(answers: PageAnswers, { language }: Desk): Cell | undefined {
  const words = VERDICT_WORDS[language].state;
  const write = (desk: ExplainDesk, part: PartAnswer<'liquidity', 'netLiquidity'>) => {
    const change = part.changes.find(({ weeks }) => weeks === LIQUIDITY_WEEKS);
    return cellOf(desk, {
      label: words.liquidity,
      to: '/explain/liquidity',
      figure: part.level,
      value: moneySpan(desk, part.level),
      notes: [
        ...(change && hasValue(change.total) ? [words.weeks(change.weeks, desk.w.money(change.total))] : []),
        ...(part.date ? [[words.to(shortDay(part.date, language))]] : []),
      ],
      line: part.history.net.slice(-SPARK_WEEKS),
    });
  };
  return withPart(answers, language, 'net-liquidity', (one) => one.liquidity?.parts.netLiquidity, write);
}

function vix(desk: Desk): Cell | undefined {
  const { vix: card } = desk.answer;
  if (!card) return undefined;
  const words = VERDICT_WORDS[desk.language].state;
  const highest = card.highestSince ? words.highest(desk.w.day(card.highestSince)) : words.highestEver;
  const late: Inline = [{ kind: 'tag', look: 'amber', text: words.to(shortDay(card.date, desk.language)) }];
  return cellOf(desk, {
    label: words.vix,
    to: '/scan',
    figure: card.level,
    value: desk.w.level(card.level),
    notes: [
      ...(hasValue(card.points) ? [words.points(desk.w.change(card.points))] : []),
      ...(hasValue(card.points) && card.points.value > 0 ? [[highest]] : []),
      ...(card.date < desk.session ? [late] : []),
    ],
    line: desk.instrument('vix')?.spark ?? [],
  });
}

function etf(answers: PageAnswers, { language }: Desk): Cell | undefined {
  const words = VERDICT_WORDS[language].state;
  const write = (desk: ExplainDesk, part: PartAnswer<'flows', 'etfFlows'>) => {
    const latest = part.days.at(-1);
    const awaited = part.awaited[0];
    const late = (day: string): Inline => [
      { kind: 'tag', look: 'amber', text: words.late(shortDay(day, language)) },
    ];
    return cellOf(desk, {
      label: words.etf,
      to: '/explain/flows',
      figure: part.window.sum,
      value: desk.w.change(part.window.sum),
      notes: [
        ...(latest ? [words.day(shortDay(latest.date, language), desk.w.change(latest.flow))] : []),
        ...(awaited ? [late(awaited)] : []),
      ],
      line: part.days.map(({ flow }) => flow.value),
    });
  };
  return withPart(answers, language, 'etf-flows', (one) => one.flows?.parts.etfFlows, write);
}
