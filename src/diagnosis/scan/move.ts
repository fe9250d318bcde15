import type { Figure } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import { standardDeviation } from '../../math/moments.ts';
import { empiricalCdf } from '../../math/rank.ts';
import type { History } from '../history.ts';
import type { ScanInstrument } from './answer.ts';
import { changeBetween, changeUnit, rowOfLastYear, rowOneMonthBefore, spanChanges } from './change.ts';
import { changeFigure, figureOf, type Subject, windowOf } from './maker.ts';
import { type Direction, findRecord } from './record.ts';

/** Changes over which the standard deviation of a move is taken: a trading year that ends the day before. */
const DEVIATION_ROWS = 252;

/** Sessions of the week's change. */
const WEEK = 5;

const NO_EARLIER = 'the history begins later';

/** Changes over the asked window, one day, five sessions, a calendar month and the year so far. */
export function changeBlock(subject: Subject, windowRows: number): ScanInstrument['change'] {
  const { history } = subject;
  const { last } = history;
  const over = (path: string, from: number) => changeFigure(subject, path, from, last, NO_EARLIER);
  return {
    window: over('change-window', last - windowRows),
    day: over('change-day', last - 1),
    week: over('change-week', last - WEEK),
    month: over('change-month', rowOneMonthBefore(history)),
    year: over('change-year', rowOfLastYear(history)),
  };
}

/** Low of the session against the close before it; undefined where there is no low. */
export function lowBlock(subject: Subject): Figure | undefined {
  const { history } = subject;
  const low = history.low?.[history.last] ?? Number.NaN;
  const before = history.last > 0 ? history.values[history.last - 1]! : Number.NaN;
  if (Number.isNaN(low) || !(before > 0) || history.entry.transform !== 'price') return undefined;
  return figureOf(subject, 'low-vs-previous', {
    value: low / before - 1,
    unit: 'fraction',
    formula: 'low-vs-previous',
    closes: { P_0: history.last - 1 },
    bars: { L_t: ['low', history.last] },
  });
}

/** The move in units of the volatility known the day before. */
export function zBlock(subject: Subject): Figure {
  const { history } = subject;
  const { last } = history;
  const before = rowsMeasuredBefore(history, DEVIATION_ROWS, last - 1);
  const sigma = before ? standardDeviation(before.values) : Number.NaN;
  return figureOf(subject, 'z', {
    value: sigma > 0 ? history.changes[last]! / sigma : Number.NaN,
    unit: 'sigma',
    formula: 'standardised-move',
    params: { window: DEVIATION_ROWS },
    closes: { P_0: last - 1, P_t: last },
    ...(before ? { window: windowOf(history, before.from, last - 1, DEVIATION_ROWS) } : {}),
    why: before
      ? 'the move or the volatility is not measured'
      : `fewer than ${DEVIATION_ROWS} changes before`,
  });
}

/** The move over the asked window, in units of √w times the volatility known before the window began. */
export function windowZBlock(subject: Subject, windowRows: number): Figure {
  const { history } = subject;
  const { last, entry } = history;
  const from = last - windowRows;
  const before = rowsMeasuredBefore(history, DEVIATION_ROWS, from);
  // The sum of a flow has a mean of its own; √w times the volatility is no scale for it.
  const scaled = before && entry.transform !== 'flow';
  const sigma = scaled ? standardDeviation(before.values) * Math.sqrt(windowRows) : Number.NaN;
  return figureOf(subject, 'window-z', {
    value: sigma > 0 ? changeBetween(history, from, last) / sigma : Number.NaN,
    unit: 'sigma',
    formula: 'window-move',
    params: { window: DEVIATION_ROWS, sessions: windowRows },
    closes: { P_0: from, P_t: last },
    ...(before ? { window: windowOf(history, before.from, from, DEVIATION_ROWS) } : {}),
    why: before
      ? 'the move or the volatility is not measured'
      : `fewer than ${DEVIATION_ROWS} changes before`,
  });
}

function rowsMeasuredBefore({ changes }: History, n: number, end: number) {
  const values = new Float64Array(n);
  let filled = 0;
  for (let row = end; row > 0; row--) {
    if (Number.isNaN(changes[row]!)) continue;
    values[n - 1 - filled++] = changes[row]!;
    if (filled === n) return { values, from: row };
  }
  return undefined;
}

/** Share of all one-row changes so far at or below the latest: 1/n for the largest fall of all. */
export function percentileBlock(subject: Subject): Figure {
  const { history } = subject;
  return figureOf(subject, 'percentile', {
    value: empiricalCdf(history.changes, history.changes[history.last]!),
    unit: 'fraction',
    formula: 'move-percentile',
    closes: { P_0: history.last - 1, P_t: history.last },
    ...(history.last >= 1 ? { window: windowOf(history, 1, history.last) } : {}),
    why: 'the move is not measured',
  });
}

/** "Largest one-day fall since": the record of the day's change. */
export function dayRecord(subject: Subject): ScanInstrument['record'] {
  return { ...recordBlock(subject, 'record', subject.history.changes), what: 'day' };
}

/** The same of the change over five sessions; windows may overlap. */
export function weekRecord(subject: Subject): ScanInstrument['weekRecord'] {
  return { ...recordBlock(subject, 'week-record', spanChanges(subject.history, WEEK)), what: 'week' };
}

function recordBlock(subject: Subject, path: string, values: Float64Array) {
  const { history } = subject;
  const { last, dates } = history;
  const direction: Direction = values[last]! > 0 ? 'rise' : 'fall';
  const found = findRecord(values, dates, last, direction);
  const figure = (name: string, value: number | undefined) =>
    figureOf(subject, `${path}.${name}`, {
      value: value ?? Number.NaN,
      unit: 'count',
      formula: `record-${name}`,
      params: { of: path === 'record' ? 'change over 1 row' : `change over ${WEEK} rows`, direction },
      window: windowOf(history, 0, last),
      why: 'the move is not measured',
    });
  return {
    direction,
    since: found && found.since !== null ? formatDay(found.since) : null,
    from: formatDay(found ? found.from : dates[0]!),
    rank: figure('rank', found?.rank),
    of: figure('of', found?.of),
  };
}

/** The run of changes of one sign that ends in the latest row, and the change over it. */
export function streakBlock(subject: Subject): ScanInstrument['streak'] {
  const { history } = subject;
  const { last, changes } = history;
  const sign = Math.sign(changes[last]!) || 0;
  let length = 0;
  while (length < last && sign !== 0 && Math.sign(changes[last - length]!) === sign) length++;
  const closes = { P_0: last - length, P_t: last };
  return {
    direction: sign === 0 ? 'none' : sign < 0 ? 'fall' : 'rise',
    sessions: figureOf(subject, 'streak.sessions', {
      value: Number.isNaN(changes[last]!) ? Number.NaN : length,
      unit: 'count',
      formula: 'streak-length',
      closes,
      why: 'the move is not measured',
    }),
    change:
      length === 0
        ? figureOf(subject, 'streak.change', {
            value: Number.NaN,
            unit: changeUnit(history.entry),
            formula: 'streak-length',
            why: 'no streak',
          })
        : changeFigure(subject, 'streak.change', last - length, last, NO_EARLIER),
  };
}
