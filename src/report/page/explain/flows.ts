import { hasValue } from '../../desk.ts';
import { flowSize, monthWords, perBillion, slopeRange } from '../../explain/flow-words.ts';
import type { ExplainDesk, PartAnswer } from '../../explain/story.ts';
import type { Figure } from '../../figure.ts';
import type { FigureSpan, Inline } from '../../inline.ts';
import { basisPoints } from '../../numbers.ts';
import { sentCell, sentInline } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { FLOWS } from './flows-words.ts';
import type { Front } from './layout.ts';
import { barOf, blocksOf, panel, panelOf, sentences } from './pieces.ts';

type Parts = NonNullable<ExplainDesk['answer']['flows']>['parts'];
type EtfFlows = PartAnswer<'flows', 'etfFlows'>;
type Premium = PartAnswer<'flows', 'coinbasePremium'>;

export function flowsFront(desk: ExplainDesk): Front | undefined {
  const parts = desk.answer.flows?.parts;
  const etf = parts?.etfFlows?.date ? parts.etfFlows : undefined;
  const premium = parts?.coinbasePremium?.date ? parts.coinbasePremium : undefined;
  const answer = answerOf(desk, etf, premium);
  if (!parts || answer.length === 0) return undefined;
  return {
    finding: { answer, lead: leadOf(desk, parts, etf) },
    proof: etf ? [dailyColumns(desk, etf, stats(desk, parts))] : stats(desk, parts),
    shown: ['etf-days'],
  };
}

function answerOf(
  desk: ExplainDesk,
  etf: EtfFlows | undefined,
  premium: Premium | undefined,
): readonly string[] {
  const flow = etf?.window.sum;
  const streak = premium?.streak;
  const told = hasValue(flow) && flow.value !== 0;
  const sign = streak && streak.sign !== 'zero' && hasValue(streak.days) ? streak.sign : undefined;
  return FLOWS[desk.language].answer({
    ...(etf && told
      ? {
          funds: {
            coin: desk.name(etf.asset),
            side: flow.value > 0 ? 'in' : 'out',
            size: flowSize(desk, flow).text,
            sessions: etf.window.sessions,
          },
        }
      : {}),
    ...(sign
      ? {
          premium: {
            sign,
            days: desk.w.count(streak!.days).text,
            agrees: !told || flow.value > 0 === (sign === 'above'),
          },
        }
      : {}),
  });
}

function leadOf(desk: ExplainDesk, { flowElasticity: slope }: Parts, etf: EtfFlows | undefined): Inline {
  const m = FLOWS[desk.language];
  const { w } = desk;
  const latest = etf?.days.at(-1);
  const window = slope?.window;
  return sentences(
    desk,
    ...(latest ? [m.latest({ day: w.day(latest.date), flow: w.money(latest.flow) })] : []),
    ...(hasValue(slope?.slope)
      ? [m.elasticity({ slope: perBillion(desk, slope.slope), range: slopeRange(desk, slope.slope) })]
      : []),
    ...(window && hasValue(window.own.effect) && hasValue(window.change)
      ? [
          m.effect({
            effect: w.banded(window.own.effect),
            change: w.change(window.change),
            sessions: window.sessions,
          }),
        ]
      : []),
    ...(etf && etf.awaited.length > 0 ? [m.awaited(etf.awaited.map(w.day).join(LISTED[desk.language]))] : []),
  );
}

const LISTED = { en: ', ', 'zh-Hans': '、', 'zh-Hant': '、' } as const;

function dailyColumns(desk: ExplainDesk, etf: EtfFlows, beneath: readonly SentBlock[]): SentBlock {
  return {
    kind: 'columns',
    split: '8-4',
    columns: [
      [...blocksOf(desk, 'etf-flows', ['etf-days']).map((shown) => panelOf(desk, shown)), ...beneath],
      fundPanel(desk, etf),
    ],
  };
}

/** Funds with their flow of the month as signed bars, those with the most assets first. */
function fundPanel(desk: ExplainDesk, { shares, month }: EtfFlows): readonly SentBlock[] {
  if (shares.funds.length === 0 || !month.start) return [];
  const m = FLOWS[desk.language].funds;
  const { w } = desk;
  const figures = shares.funds.map(({ flow }) => flow);
  return [
    panel(desk, 'funds', { title: m.title, measure: m.measure(monthWords(desk, month.start)) }, [
      {
        kind: 'table',
        id: 'page-funds',
        label: '',
        title: [],
        columns: [
          { key: 'fund', title: m.fund, align: 'start', phone: true, sort: 'text' },
          { key: 'flow', title: m.flow, align: 'end', phone: true, look: 'bar' },
          { key: 'assets', title: m.assets, align: 'end', phone: true, sort: 'number' },
        ],
        groups: [
          {
            rows: shares.funds.map(({ ticker, flow, assetShare }) => ({
              cells: [
                { text: [ticker] },
                { ...sentCell(desk, { text: [w.money(flow)] }), ...barOf(flow, figures) },
                sentCell(desk, { text: [w.share(assetShare)] }),
              ],
            })),
          },
        ],
        notes: [],
      },
    ]),
  ];
}

interface Stat {
  readonly label: string;
  readonly value: FigureSpan;
  readonly note: Inline;
}

/** Gauges with a value, each with one line of context. */
function stats(desk: ExplainDesk, parts: Parts): readonly SentBlock[] {
  const m = FLOWS[desk.language].stats;
  const { w } = desk;
  const { flowElasticity: slope, coinbasePremium: premium, stablecoins, threeLamps } = parts;
  const month = stablecoins?.changes.find(({ days }) => days === 30);
  const sign = premium?.streak.sign;
  const quoted = premium?.basis === 'corrected' ? premium.corrected : premium?.raw;
  const cells: readonly Stat[] = [
    ...(hasValue(slope?.slope)
      ? [
          {
            label: m.elasticity,
            value: perBillion(desk, slope.slope),
            note: m.elasticityNote(slopeRange(desk, slope.slope)),
          },
        ]
      : []),
    ...(premium && sign && hasValue(quoted)
      ? [
          {
            label: m.premium,
            value: points(desk, quoted),
            note: m.premiumNote({ sign, days: w.count(premium.streak.days) }),
          },
        ]
      : []),
    ...(month && hasValue(month.net)
      ? [
          {
            label: m.stablecoins,
            value: w.money(month.net),
            note: m.stablecoinsNote(w.change(month.growth, 2)),
          },
        ]
      : []),
    ...(threeLamps?.since && hasValue(threeLamps.red)
      ? [
          {
            label: m.lamps,
            value: w.count(threeLamps.red),
            note: m.lampsNote({ since: w.day(threeLamps.since), measured: threeLamps.measured }),
          },
        ]
      : []),
  ];
  if (cells.length === 0) return [];
  return [
    {
      kind: 'stats',
      cells: cells.map(({ label, value, note }) => ({
        label,
        value: sentInline(desk, [value]),
        note: sentInline(desk, note),
      })),
    },
  ];
}

function points({ w }: ExplainDesk, figure: Figure): FigureSpan {
  return w.as(figure, basisPoints(figure.value ?? 0, { decimals: 1, signed: true, lines: [0] }));
}
