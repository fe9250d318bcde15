import { z } from 'zod';
import type { FigureMaker } from '../../../../data/figure.ts';
import type { Series, TableRow } from '../../../../data/observation.ts';
import { formatDay, formatInstant } from '../../../../data/time.ts';
import type { BaseUnit } from '../../../../data/unit.ts';
import { flagNames, type ObservationRecord, type View } from '../../../../data/view.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { explainPart } from '../../part.ts';
import { CONSENSUS_TABLE, consensusFor } from './consensus.ts';
import { changeScore, type Headlines, headlinesOf, type Shown, weakestSince } from './headline.ts';
import { LABOUR_FORMULAS } from './labour-formulas.ts';

interface Statistic {
  readonly id: string;
  readonly shown: Shown;
  /** The way in which it moves when work is short. */
  readonly weak: 'fall' | 'rise';
}

/** In the order of the board: openings, private and public counts, layoffs, claims, rates. */
const STATISTICS: readonly Statistic[] = [
  { id: 'job-openings', shown: 'level', weak: 'fall' },
  { id: 'adp-employment', shown: 'change', weak: 'fall' },
  { id: 'challenger-job-cuts', shown: 'level', weak: 'rise' },
  { id: 'initial-claims', shown: 'level', weak: 'rise' },
  { id: 'continued-claims', shown: 'level', weak: 'rise' },
  { id: 'payrolls', shown: 'change', weak: 'fall' },
  { id: 'unemployment-rate', shown: 'level', weak: 'rise' },
  { id: 'participation-rate', shown: 'level', weak: 'fall' },
];

const schema = z.object({
  rows: z.array(
    z.object({
      series: z.string(),
      shown: z.enum(['level', 'change']),
      weak: z.enum(['fall', 'rise']),
      /** Period it is of; null when it has no value. */
      date: isoDay.nullable(),
      /** When it could first be known. */
      released: z.string().nullable(),
      value: figureSchema,
      change: figureSchema,
      z: figureSchema,
      /** Last period that was weaker; null: none in its history, or no value. */
      weakerIn: isoDay.nullable(),
      historyFrom: isoDay.nullable(),
      /** As it was announced first. */
      firstPrint: figureSchema,
      surprise: figureSchema,
      revision: figureSchema,
    }),
  ),
});

/** What the statistics of work said last, against what came before and, when it is supplied, what was expected. */
export const labourBoard = explainPart({
  id: 'labour-board',
  title: { 'zh-Hans': '就业数据', 'zh-Hant': '就業資料', en: 'Labour statistics' },
  series: STATISTICS.map(({ id }) => id),
  schema,
  formulas: LABOUR_FORMULAS,
  async compute({ view, figure }) {
    const read = await view.seriesMany(STATISTICS.map(({ id }) => id));
    const consensus = await view.table(CONSENSUS_TABLE);
    const rows = [];
    for (const one of STATISTICS) rows.push(await rowOf(view, one, read.get(one.id)!, consensus, figure));
    return { rows };
  },
});

async function rowOf(
  view: View,
  { id, shown, weak }: Statistic,
  series: Series,
  consensus: readonly TableRow[],
  figure: FigureMaker,
) {
  const headlines = headlinesOf(series, shown);
  const last = series.values.length - 1;
  const date = last < 0 ? null : formatDay(series.dates[last]!);
  const value = headlines.values[last] ?? Number.NaN;
  const unit = series.entry.unit as BaseUnit;
  const since = weakestSince(headlines, weak);
  const first = headlines.values.findIndex((one) => !Number.isNaN(one));
  const flags = last < 0 ? [] : flagNames(series.flags[last]!);
  const none = `${id} has no value`;
  const gap = date === null ? none : 'the period before has no value';
  const make = (path: string, formula: string, amount: number, why: string, own: BaseUnit = unit) =>
    figure({
      path: path === '' ? id : `${id}.${path}`,
      value: amount,
      unit: own,
      of: {
        formula,
        series: [id],
        ...(date === null ? {} : { inputs: [{ symbol: 'x_t', series: id, date }] }),
      },
      flags,
      why,
    });
  const history = last < 0 ? [] : await view.history(id, series.dates[last]!);
  const released = history[0]?.knownAt;
  const earlier = last < 1 ? [] : await view.history(id, series.dates[last - 1]!);
  const before = earlier[0]?.knownAt;
  const printed = Number.isNaN(value) ? Number.NaN : firstPrint(history, earlier, shown);
  const announced = Number.isNaN(printed) ? value : printed;
  const stated = released === undefined ? undefined : consensusFor(consensus, id, released, before ?? 0);
  return {
    series: id,
    shown,
    weak,
    date,
    released: released === undefined ? null : formatInstant(released),
    value: make('', `labour-${shown}`, value, gap),
    change: make('change', 'labour-headline-change', headlines.changes[last] ?? Number.NaN, gap),
    z: make('z', 'labour-z', score(headlines, series), 'fewer than two years of changes before it', 'sigma'),
    weakerIn: since === undefined || since === null ? null : formatDay(since),
    historyFrom: first < 0 ? null : formatDay(headlines.dates[first]!),
    firstPrint: make(
      'first-print',
      'labour-first-print',
      printed,
      date === null ? none : 'no first print of it was seen at its time',
    ),
    surprise: make(
      'surprise',
      'labour-surprise',
      stated ? announced - stated.value : Number.NaN,
      date === null ? none : 'no consensus is supplied',
    ),
    revision: make(
      'revision',
      'labour-revision',
      revisionOf(history),
      date === null ? none : 'no earlier print of it is in the data',
    ),
  };
}

function score(headlines: Headlines, { entry }: Series): number {
  return headlines.values.length === 0
    ? Number.NaN
    : changeScore(headlines, entry.frequency === 'weekly' ? 52 : 12);
}

/** What was announced first, a change against the period before as that was known at the release; NaN when it was not seen at its time. */
function firstPrint(
  history: readonly ObservationRecord[],
  earlier: readonly ObservationRecord[],
  shown: Shown,
): number {
  const [first] = history;
  if (!first || first.value === null || first.flags.includes('late-vintage')) return Number.NaN;
  if (shown === 'level') return first.value;
  const base = earlier.findLast(({ knownAt }) => knownAt <= first.knownAt);
  return base?.value == null || base.flags.includes('late-vintage') ? Number.NaN : first.value - base.value;
}

/** Value known now less the first print; NaN when the first print was not seen at its time, or has not been revised in the data. */
function revisionOf(history: readonly ObservationRecord[]): number {
  const [first] = history;
  const last = history.at(-1);
  if (!first || !last || history.length < 2 || first.flags.includes('late-vintage')) return Number.NaN;
  return first.value === null || last.value === null ? Number.NaN : last.value - first.value;
}
