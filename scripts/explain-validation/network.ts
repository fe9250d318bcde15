import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import type { ExplainAnswer } from '../../src/diagnosis/explain/answer.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import { INSTANTS } from '../explain-pages/findings.ts';

type Parts = NonNullable<ExplainAnswer['network']>['parts'];
type Spillovers = NonNullable<Parts['spillovers']>;
type Figure = Spillovers['total'];

/** Net transmitters then and a year before, and what Japan sent to Treasury yields. */
export async function networkValidation(store: Store): Promise<string[]> {
  const answers: Parts[] = [];
  for (const instant of INSTANTS) {
    const view = await store.asOf(parseInstant(instant));
    answers.push((await explain(view, { window: '5d', section: 'network' })).network!.parts);
  }
  const latest = answers.at(-1)?.spillovers;
  return [
    '## Who sends the shocks',
    '',
    'As known at 01:00 UTC after the session: 250 sessions, vector autoregression with one lag, ten steps; 90 % bands by 299 bootstrap draws.',
    '',
    '| day | total | percentile | a year before | semiconductors to BTC | to gold miners | to gold | Nasdaq-100 to BTC |',
    '|---|---|---|---|---|---|---|---|',
    ...answers.flatMap(({ spillovers }) => (spillovers ? [totalRow(spillovers)] : [])),
    '',
    ...(latest ? memberTable(latest) : []),
    '## From Japanese to Treasury yields',
    '',
    'Basis points of the yield; pass-through in basis points for ten of a Japanese shock. Goldman Sachs is quoted with 2 to 3, and with 60 to 80',
    'in all, of a span that is not given.',
    '',
    '| day | Treasury | pass-through | change over 250 sessions | sent by Japan | its own | trend |',
    '|---|---|---|---|---|---|---|',
    ...answers.flatMap(({ yieldSpillovers }) => yieldSpillovers?.pairs.map(yieldRow) ?? []),
    '',
  ];
}

function totalRow({ date, total, percentile, totalBefore, technology }: Spillovers): string {
  const of = (from: string, to: string) =>
    percent(technology.find((one) => one.from === from && one.to === to)!.share);
  const sent = [
    of('semiconductors', 'btc-usd'),
    of('semiconductors', 'gdx'),
    of('semiconductors', 'gld'),
    of('nasdaq-100', 'btc-usd'),
  ];
  return `| ${[date, percent(total), percent(percentile), percent(totalBefore), ...sent].join(' | ')} |`;
}

function memberTable({ date, yearBefore, members }: Spillovers): string[] {
  return [
    `Net spillover of each market on ${date} and, by the 250 sessions before, on ${yearBefore}.`,
    '',
    '| market | sends | receives | net | net a year before |',
    '|---|---|---|---|---|',
    ...members.map(
      ({ series, to, from, net, netBefore }) =>
        `| ${[`\`${series}\``, percent(to), percent(from), percent(net), percent(netBefore)].join(' | ')} |`,
    ),
    '',
  ];
}

type Pair = NonNullable<Parts['yieldSpillovers']>['pairs'][number];

function yieldRow({ date, to, passThrough, spans }: Pair): string {
  const span = spans.find(({ sessions }) => sessions === 250)!;
  const parts = [span.total, span.sent, span.own, span.base].map((part) => scaled(part, 1e4));
  return `| ${[date, `\`${to}\``, scaled(passThrough, 10), ...parts].join(' | ')} |`;
}

function percent(figure: Figure): string {
  return `${scaled(figure, 100)}`.replace(/(-?[\d.]+)/g, '$1 %');
}

function scaled({ value, band }: Figure, factor: number): string {
  if (value === null) return '–';
  const text = (x: number) => (factor * x).toFixed(1);
  return band ? `${text(value)} [${text(band.low)}, ${text(band.high)}]` : text(value);
}
