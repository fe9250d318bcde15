import { z } from 'zod';
import { calendar } from '../../../../data/calendar.ts';
import type { Series } from '../../../../data/observation.ts';
import { dayOf, formatDay, formatInstant } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { type AbnormalReturns, eventStudy } from '../../../../measures/event-study.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { rowAtOrBefore } from '../../../history.ts';
import { type Draw, drawing } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { reactionSession } from '../reaction-session.ts';
import { priceReturns } from '../sectors/price-returns.ts';
import { readSessions, type Sessions } from '../sessions.ts';
import { FIRM_SERIES, SHARES_FILED, shareOf } from './firms.ts';
import { GUIDANCE_TABLE, guidanceIn } from './guidance.ts';

const MARKET = 'qqq';
const ESTIMATION = 120;
const LEVEL = 0.9;
const REACH = 1.6448536269514722;
/** Sessions from the first that could answer over which abnormal returns are added. */
const LATER = 5;
/** Announcements that are told, latest last. */
const MOST = 8;
/** Age at which a filed number of shares is no longer taken. */
const OLDEST_SHARES = 200 * 86_400_000;

const shareSeries = (id: string) => `${id}-shares`;
const IDS = [MARKET, ...FIRM_SERIES];
const SHARES = SHARES_FILED.map(shareSeries);

const schema = z.object({
  events: z.array(
    z.object({
      firm: z.string(),
      series: z.string(),
      /** As the table has it: an instant, or the day where the hour is not known. */
      stated: z.string(),
      /** The hour is not known and taken to be after the close. */
      assumedLate: z.boolean(),
      /** First session that could answer, and the one before it. */
      session: isoDay,
      before: isoDay,
      abnormal: figureSchema,
      /** From that session on, up to five, as far as they are known. */
      cumulative: figureSchema,
      sessions: z.number().int(),
      /** Of the session before: what takes the day of an announcement after the close for the event would measure. */
      wrongOrder: figureSchema,
      /** Market value at the close before, times the abnormal return. */
      value: figureSchema,
    }),
  ),
  /** Statements of firms without a share that is known here. */
  unknown: z.array(z.string()),
  /** Statements whose event has no market model, or no session yet. */
  dropped: z.number().int(),
  mean: figureSchema,
  /** Events with a fall beside the market. */
  fallen: z.number().int(),
});

const STUDY = 'MacKinlay (1997), Event studies in economics and finance, J. Economic Literature 35, eq. 7–12';
const MODEL = `AR = r − α − β m; m the Nasdaq-100 fund, α and β by least squares on the ${ESTIMATION} sessions before the first that could answer`;

/** What shares did beside the market on the first session that could answer a statement on capital spending. */
export const capexEvents = explainPart({
  id: 'capex-events',
  title: {
    'zh-Hans': '资本开支公布后的反应',
    'zh-Hant': '資本支出公布後的反應',
    en: 'Answer of shares to capital spending',
  },
  series: [...IDS, ...SHARES],
  schema,
  formulas: [
    formula(
      'capex-abnormal',
      '异常收益',
      '異常報酬',
      'Abnormal return',
      `${MODEL}; the session is the first that closes after the statement, the next one for a statement after the close or of an unknown hour. Band: 90 %, ±1.645 σ √(1 + 1/n + (m − m̄)²/Sxx)`,
      STUDY,
    ),
    formula(
      'capex-cumulative',
      '累计异常收益',
      '累計異常報酬',
      'Cumulative abnormal return',
      `Σ AR over up to ${LATER} sessions from the first that could answer. Band: 90 %, ±1.645 σ √k`,
      STUDY,
    ),
    formula(
      'capex-wrong-order',
      '前一交易日的异常收益',
      '前一交易日的異常報酬',
      'Abnormal return of the session before',
      'AR of the session before the first that could answer: it closed before the statement, and what it shows is no answer to it',
      STUDY,
    ),
    formula(
      'capex-value',
      '异常市值变化',
      '異常市值變化',
      'Value beside the market',
      'N P AR; P the close before, N the number of shares last filed by then. Not the loss of the whole move that is in the news',
      STUDY,
    ),
    formula(
      'capex-mean',
      '平均异常收益',
      '平均異常報酬',
      'Mean abnormal return',
      'mean of AR over the events told; they share their weeks and their market, so that it has no band',
      STUDY,
    ),
  ],
  covers: (asset) => IDS.includes(asset) || asset === 'nasdaq-100',
  async compute({ view, figure }) {
    const { all } = guidanceIn(await view.table(GUIDANCE_TABLE));
    const announced = announcementsOf(all, view);
    const ids = [...new Set([MARKET, ...announced.known.map(({ series }) => series)])];
    const sessions = await readSessions(view, announced.known.length === 0 ? [] : ids, LATER);
    const shares = await view.seriesMany(ids.map(shareSeries).filter((id) => view.entry(id)));
    const studied = announced.known.flatMap((one) => {
      const study = studyOf(sessions, one);
      return study ? [{ one, study }] : [];
    });
    const found = studied.slice(-MOST);
    const events = found.map(({ one, study }) =>
      eventFigures(sessions, one, study, shares.get(shareSeries(one.series)), (path, ...rest) =>
        drawing(figure, [one.series, MARKET])(`${one.series}.${formatDay(one.session)}.${path}`, ...rest),
      ),
    );
    const returns = found.map(({ study }) => study.abnormal[0]!);
    const draw = drawing(figure, ids);
    return {
      events,
      unknown: announced.unknown,
      dropped: announced.known.length - studied.length,
      mean: draw(
        'mean',
        returns.length === 0 ? Number.NaN : returns.reduce((sum, ar) => sum + ar, 0) / returns.length,
        'fraction',
        'capex-mean',
        { params: { events: returns.length }, why: NONE },
      ),
      fallen: returns.filter((ar) => ar < 0).length,
    };
  },
});

const NONE = 'no statement with a share that is known and a market model is supplied';
const NO_SHARES = 'the number of shares is not known';
const NO_DAY = 'the session before has no return';

interface Announcement {
  readonly firm: string;
  readonly series: string;
  readonly time: number;
  readonly session: number;
}

/** One a share and a session, in order of time; a firm states several years at once. */
function announcementsOf(all: ReturnType<typeof guidanceIn>['all'], view: View) {
  const found = new Map<string, Announcement>();
  const unknown = new Set<string>();
  for (const one of [...all].sort((a, b) => a.time - b.time)) {
    const series = shareOf(one);
    const entry = series === undefined ? undefined : view.entry(series);
    if (series === undefined || entry?.calendar !== 'new-york') {
      unknown.add(one.firm);
      continue;
    }
    const session = reactionSession(one.time);
    const key = `${series} ${session}`;
    if (!found.has(key)) found.set(key, { firm: one.firm, series, time: one.time, session });
  }
  return { known: [...found.values()], unknown: [...unknown].sort() };
}

function studyOf({ dates, get }: Sessions, { series, session }: Announcement): AbnormalReturns | undefined {
  const row = rowAtOrBefore(dates, session);
  const returns = priceReturns(get(series), dates.length);
  const market = priceReturns(get(MARKET), dates.length);
  const last = returns.findLastIndex((r, t) => Number.isFinite(r + market[t]!));
  if (row < 1 || dates[row] !== session || row > last) return undefined;
  const to = Math.min(LATER - 1, last - row);
  const options = { estimation: ESTIMATION, gap: 0, window: [0, to] as const };
  return eventStudy(market, [{ returns, row }], options).events[0];
}

function eventFigures(
  sessions: Sessions,
  { firm, series, time, session }: Announcement,
  study: AbnormalReturns,
  shares: Series | undefined,
  draw: Draw,
) {
  const { abnormal, standardised, cumulative, residualVariance, alpha, beta } = study;
  const { dates, get } = sessions;
  const row = rowAtOrBefore(dates, session);
  const late = time % 86_400_000 === 0;
  const sigma = Math.sqrt(residualVariance);
  const first = abnormal[0]!;
  const band = (value: number, error: number) => ({
    low: value - REACH * error,
    high: value + REACH * error,
    level: LEVEL,
    how: 'market model, normal errors',
  });
  const span = (from: number, to: number) => ({
    window: { from: formatDay(dates[from]!), to: formatDay(dates[to]!), n: to - from + 1 },
  });
  const params = { beta, estimation: study.estimationRows };
  const [own, market] = [get(series), get(MARKET)].map((column) => priceReturns(column, dates.length));
  return {
    firm,
    series,
    stated: late ? formatDay(dayOf(time) - 1) : formatInstant(time),
    assumedLate: late,
    session: formatDay(session),
    before: formatDay(calendar('new-york').offset(session, -1)),
    abnormal: draw('abnormal', first, 'fraction', 'capex-abnormal', {
      ...span(row, row),
      params,
      band: band(first, first / standardised[0]!),
    }),
    cumulative: draw('cumulative', cumulative, 'fraction', 'capex-cumulative', {
      ...span(row, row + abnormal.length - 1),
      params,
      band: band(cumulative, sigma * Math.sqrt(abnormal.length)),
    }),
    sessions: abnormal.length,
    wrongOrder: draw(
      'wrong-order',
      own![row - 1]! - alpha - beta * market![row - 1]!,
      'fraction',
      'capex-wrong-order',
      { ...span(row - 1, row - 1), params, why: NO_DAY },
    ),
    value: draw(
      'value',
      sharesAt(shares, get(series)!.times[row]!) * get(series)!.values[row - 1]! * first,
      'usd',
      'capex-value',
      { ...span(row, row), why: NO_SHARES },
    ),
  };
}

/** Number of shares that had been filed by an instant; NaN without one. */
function sharesAt(shares: Series | undefined, time: number): number {
  const row = shares ? shares.knownAt.findLastIndex((known) => known <= time) : -1;
  return row >= 0 && time - shares!.times[row]! <= OLDEST_SHARES ? shares!.values[row]! : Number.NaN;
}
