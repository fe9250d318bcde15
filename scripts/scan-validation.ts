import type { Store } from '../src/data/store/store.ts';
import { endOfDay, formatDay, MS_PER_DAY, parseDay } from '../src/data/time.ts';
import { nearestDays } from '../src/diagnosis/scan/analogues.ts';
import { RISK_CLASSES, SCOPES, VERDICTS } from '../src/diagnosis/scan/answer.ts';
import { BASKET, HEDGE_SERIES } from '../src/diagnosis/scan/basket.ts';
import { hedgesAt } from '../src/diagnosis/scan/hedges.ts';
import { jointMove } from '../src/diagnosis/scan/joint-score.ts';
import { fallsAt, type JointSeries } from '../src/diagnosis/scan/joint-series.ts';
import { jointState } from '../src/diagnosis/scan/joint-state.ts';
import { type Market, marketOf } from '../src/diagnosis/scan/market.ts';
import { judge } from '../src/diagnosis/scan/verdict.ts';
import {
  cissLikeStress,
  exPost,
  firstEigenvector,
  judgeAt,
  plainMean,
  type Ranking,
  rankAt,
  ranking,
  rowOf,
  withBound,
  withoutBound,
  withWindow,
} from './joint-study.ts';
import { CONTROLS, JOINT_FALLS } from './validation-days.ts';

/** One hour after the end of the UTC day: New York and crypto have closed, the spread of the day is not published. */
const HOUR_AFTER = 3_600_000;

/** The market as known at `instant`; without one, a week after the latest close, when everything of it is known. */
export async function marketAt(store: Store, instant?: number): Promise<Market> {
  const latest = (await store.latestClose()) ?? 0;
  return marketOf(await store.asOf(instant ?? latest + 7 * MS_PER_DAY));
}

/** docs/validation/scan.md: how the joint-fall score ranks named days, against its rivals. Deterministic. */
export async function scanValidation(store: Store): Promise<string> {
  const market = await marketAt(store);
  const series = exPost(market);
  return [
    ...opening(market, series),
    ...namedDays(market, series),
    ...controls(market, series),
    ...oneClassAlone(market, series),
    ...rivals(market, series),
    ...sensitivity(market),
    ...baseRates(market, series),
    ...(await asKnownThen(store)),
    ...(await nearest(store)),
  ].join('\n');
}

function opening(market: Market, series: JointSeries): string[] {
  const scored = Array.from(series.score.keys()).filter((row) => !Number.isNaN(series.score[row] as number));
  const [first, last] = [scored[0] as number, scored[scored.length - 1] as number];
  return [
    '# Validation of the joint-fall score',
    '',
    'Written by `npm run validate`; do not edit by hand.',
    '',
    `Data: the pack, ${scored.length} New York sessions with a score from ${formatDay(market.dates[first] as number)} to ` +
      `${formatDay(market.dates[last] as number)}. Series: ${BASKET.map(({ id }) => `\`${id}\``).join(', ')}; hedges ` +
      `${HEDGE_SERIES.map(({ id }) => `\`${id}\``).join(', ')}.`,
    '',
    'Definition. The return of each member (credit: −4 × the change of the high-yield spread) from one session to the next is divided by its',
    'trailing robust scale, the upper quartile of the absolute returns of the 126 sessions before over 1.1503. Members are averaged in their',
    'class, with the sign that positive means fell: z. One class alone is restrained: u = min(z, 3 + 2 × the sum of the falls of the others).',
    'm is the mean of u over the measured classes (at least three), and the score is 100 (1 − 2^(−max(m, 0)/2)).',
    'A robust scale is used because a crash must not raise the bar for the day after it. Crypto stands with its UTC day, which ends after the',
    'New York close; all others with their own close.',
    '',
    'The named days were given before the score was written, and no date stands in its code. But the robust scale, its window, the bound and',
    'the rules of the labels were chosen by comparing variants on these same days, so the hits below are in-sample: a day to come is the only',
    'test that is not. Two of the labels stand close to a threshold: 2021-05-19 (energy 1.8σ, where 2σ would make it crypto-led) and 2023-03-10',
    '(a day without the flight to Treasuries would be quiet until the spread is published). The tables of rivals and of sensitivity show what',
    'other choices give. Ranks are with hindsight: every value of the day counts, whenever it was',
    'published. What was known at the hour is in the last tables.',
    '',
  ];
}

function namedDays(market: Market, series: JointSeries): string[] {
  const { top1, top2, named, auroc } = ranking(market, series.score);
  return [
    '## Named joint falls',
    '',
    `| day | score | rank | percentile | verdict | scope | ${RISK_CLASSES.join(' | ')} |`,
    `|---|---|---|---|---|---|${RISK_CLASSES.map(() => '---|').join('')}`,
    ...JOINT_FALLS.map((date) => dayRow(market, series, date)),
    '',
    'The columns of the classes are their falls in σ; – is not measured.',
    '',
    `In the top 1 %: ${top1} of ${named}. In the top 2 %: ${top2} of ${named}. AUROC against all other days: ${auroc.toFixed(4)}.`,
    '',
  ];
}

function dayRow(market: Market, series: JointSeries, date: string): string {
  const row = rowOf(market, date);
  const { rank, of, percentile } = rankAt(series.score, row);
  const { verdict, scope } = judgeAt(market, series, row);
  const falls = Array.from(fallsAt(series, row), sigma);
  const score = (series.score[row] as number).toFixed(1);
  return `| ${date} | ${score} | ${rank}/${of} | ${percent(percentile)} | ${verdict} | ${scope} | ${falls.join(' | ')} |`;
}

function controls(market: Market, series: JointSeries): string[] {
  return [
    '## Controls',
    '',
    'Days on which one class or sector fell and the rest did not.',
    '',
    '| day | what | score | percentile | must be below | verdict | scope | must be |',
    '|---|---|---|---|---|---|---|---|',
    ...CONTROLS.map((control) => {
      const row = rowOf(market, control.date);
      const { percentile } = rankAt(series.score, row);
      const { verdict, scope } = judgeAt(market, series, row);
      const below = 'percentileBelow' in control ? percent(control.percentileBelow) : '–';
      const score = (series.score[row] as number).toFixed(1);
      return `| ${control.date} | ${control.what} | ${score} | ${percent(percentile)} | ${below} | ${verdict} | ${scope} | ${control.scope.join(' or ')} |`;
    }),
    '',
  ];
}

/** Where a day would stand on which one class falls by 7σ and nothing else moves. */
export function percentileOfOneClassAlone(series: JointSeries, sigmas: number): number {
  const alone = jointMove(RISK_CLASSES.map((assetClass) => (assetClass === 'crypto' ? sigmas : 0)));
  const measured = series.joint.filter((joint) => !Number.isNaN(joint));
  return measured.filter((joint) => joint < alone).length / measured.length;
}

function oneClassAlone(market: Market, series: JointSeries): string[] {
  const plain = withoutBound(market).filter((joint) => !Number.isNaN(joint));
  const unbound = plain.filter((joint) => joint < 7 / 5).length / plain.length;
  return [
    `A day on which crypto falls by 7σ and nothing else moves stands at ${percent(percentileOfOneClassAlone(series, 7))}; without the bound`,
    `on a lone class it would stand at ${percent(unbound)}.`,
    '',
  ];
}

function rivals(market: Market, series: JointSeries): string[] {
  return [
    '## Rivals',
    '',
    '| indicator | days | top 1 % | top 2 % | AUROC |',
    '|---|---|---|---|---|',
    rankingRow('joint-fall score', ranking(market, series.score)),
    ...[60, 120, 250].map((window) =>
      rankingRow(
        `class-balanced mean, standard deviation of ${window} sessions`,
        ranking(market, plainMean(market, window)),
      ),
    ),
    ...[20, 60].map((window) =>
      rankingRow(
        `first-eigenvector share, ${window} sessions`,
        ranking(market, firstEigenvector(market, window)),
      ),
    ),
    rankingRow(
      'CISS-like stress, mean absolute return of 20 sessions',
      ranking(market, cissLikeStress(market)),
    ),
    '',
    'The first-eigenvector share and the CISS-like stress are made of `spy`, `qqq`, `eem`, `gld` and `us-hy-oas`, which have values since',
    '2005. They tell how tightly markets have been bound, and how stressed they have been, over weeks; they do not detect days.',
    '',
  ];
}

function sensitivity(market: Market): string[] {
  return [
    '## Sensitivity',
    '',
    '| variant | days | top 1 % | top 2 % | AUROC |',
    '|---|---|---|---|---|',
    ...[60, 90, 110, 126, 150, 180, 250].map((window) =>
      rankingRow(`scale over ${window} sessions`, ranking(market, withWindow(market, window))),
    ),
    ...[
      [3, 2],
      [2, 2],
      [4, 2],
      [3, 1],
      [4, 1],
      [2, 1],
    ].map(([alone, others]) =>
      rankingRow(
        `bound on a lone class ${alone}σ + ${others} × the others`,
        ranking(market, withBound(market, alone as number, others as number)),
      ),
    ),
    rankingRow('no bound on a lone class', ranking(market, withoutBound(market))),
    '',
  ];
}

function rankingRow(name: string, { days, named, top1, top2, auroc }: Ranking): string {
  return `| ${name} | ${days} | ${top1} of ${named} | ${top2} of ${named} | ${auroc.toFixed(4)} |`;
}

function baseRates(market: Market, series: JointSeries): string[] {
  const sorted = series.score.filter((score) => !Number.isNaN(score)).sort();
  const judged = Array.from(market.dates.keys())
    .filter((row) => !Number.isNaN(series.score[row] as number))
    .map((row) => {
      const percentile = sorted.findIndex((score) => score >= (series.score[row] as number)) / sorted.length;
      return judge(fallsAt(series, row), percentile, hedgesAt(market, row));
    });
  const rate = (count: number) =>
    `${percent(count / judged.length)} | ${((252 * count) / judged.length).toFixed(1)}`;
  const rows = (names: readonly string[], key: 'verdict' | 'scope') =>
    names.flatMap((name) => {
      const count = judged.filter((one) => one[key] === name).length;
      return count > 0 ? [`| ${name} | ${rate(count)} |`] : [];
    });
  return [
    '## Base rates of the labels',
    '',
    '| label | share of days | days a year |',
    '|---|---|---|',
    ...rows(VERDICTS, 'verdict'),
    ...rows(SCOPES, 'scope'),
    '',
  ];
}

async function asKnownThen(store: Store): Promise<string[]> {
  const rows: string[] = [];
  const hits = { top1: 0, top2: 0 };
  for (const date of [...JOINT_FALLS, '2021-05-19', '2022-11-08', '2023-03-10'].sort()) {
    const market = await marketAt(store, endOfDay(parseDay(date)) + HOUR_AFTER);
    const state = jointState(market);
    const { verdict, scope } = judge(state.falls, state.percentile, hedgesAt(market, market.last));
    if ((JOINT_FALLS as readonly string[]).includes(date)) {
      if (state.rank / state.of <= 0.01) hits.top1++;
      if (state.rank / state.of <= 0.02) hits.top2++;
    }
    const left = state.leftOut.map(({ what }) => what).join(', ') || '–';
    rows.push(
      `| ${date} | ${state.score.toFixed(1)} | ${state.rank}/${state.of} | ${percent(state.percentile)} | ${verdict} | ${scope} | ${left} |`,
    );
  }
  return [
    '## As known at 01:00 UTC after the day',
    '',
    'Against the days before, all scored with the members known at that hour.',
    '',
    '| day | score | rank | percentile | verdict | scope | left out |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `Of the ${JOINT_FALLS.length} named days ${hits.top1} stood in the top 1 % of the days until then, ${hits.top2} in the top 2 %.`,
    '',
  ];
}

async function nearest(store: Store): Promise<string[]> {
  const rows: string[] = [];
  for (const date of ['2020-03-12', '2024-08-05', '2026-02-05', '2026-02-12']) {
    const state = jointState(await marketAt(store, endOfDay(parseDay(date)) + HOUR_AFTER));
    const days = nearestDays(state).map(({ row }) => formatDay(state.market.dates[row] as number));
    rows.push(`| ${date} | ${days.join(', ')} |`);
  }
  return [
    '## Nearest past days, as known at 01:00 UTC after the day',
    '',
    '| day | nearest first |',
    '|---|---|',
    ...rows,
    '',
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function sigma(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(1).replace('-', '−');
}
