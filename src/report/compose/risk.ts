import type { ScanAnswer, ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { type Desk, hasValue, instrumentsOf } from '../desk.ts';
import type { Row, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import type { CrisisWords } from '../messages/levels/messages.ts';
import { decimal } from '../numbers.ts';
import { cell, column, EMPTY, head, under } from './cells.ts';
import { table } from './tables.ts';

type Cone = ScanAnswer['volatilityCones'][number];

/** What the volume of the session says of the move. */
export function volumeSentence(desk: Desk, one: ScanInstrument): readonly Inline[] {
  if (!hasValue(one.volumeRatio) || !one.volumeVerdict) return [];
  const { volumeRatio: ratio, volumeVerdict: verdict } = one;
  return [desk.m.levels.volume({ name: desk.name(one.id), ratio: desk.w.ratio(ratio), verdict })];
}

/** Shares above the averages of the equities, the sector funds, and the value traded in what rose. */
export function breadthSentences(desk: Desk): readonly Inline[] {
  const { answer, w } = desk;
  const m = desk.m.levels;
  const equities = answer.breadth.find(({ assetClass }) => assetClass === 'equity');
  const { sectorBreadth } = answer;
  const traded = answer.upVolume.classes.find(({ assetClass }) => assetClass === 'equity');
  return [
    ...(equities && hasValue(equities.above50) && hasValue(equities.above200)
      ? [
          m.aboveAverages({
            cls: desk.m.classes.equity,
            n: equities.n,
            above50: w.share(equities.above50),
            above200: w.share(equities.above200),
          }),
        ]
      : []),
    ...(sectorBreadth && hasValue(sectorBreadth.above50) && hasValue(sectorBreadth.above200)
      ? [
          m.sectors({
            n: sectorBreadth.n,
            down: w.share(sectorBreadth.down),
            above50: w.share(sectorBreadth.above50),
            above200: w.share(sectorBreadth.above200),
          }),
        ]
      : []),
    ...(traded && hasValue(traded.share)
      ? [m.upVolume({ n: traded.n, share: w.share(traded.share, 1) })]
      : []),
  ];
}

/** Indices whose points, percent and level contradict one another. */
export function indexWarning(desk: Desk): readonly Inline[] {
  const bad = desk.answer.instruments.filter(({ indexClose }) => indexClose?.check === 'inconsistent');
  return bad.length === 0 ? [] : [desk.m.levels.indexBroken(bad.map(({ id }) => desk.name(id)))];
}

export function vixSentences(desk: Desk): readonly Inline[] {
  const card = desk.answer.vix;
  if (!card || !hasValue(card.level) || !hasValue(card.change)) return [];
  const { w } = desk;
  const m = desk.m.levels;
  return [
    m.vix({
      moved: w.moved(card.change),
      points: w.change(card.points),
      level: w.level(card.level),
      percentile: w.percentile(card.percentile),
      ...(card.highestSince ? { since: w.day(card.highestSince) } : {}),
      from: w.day(card.from),
      ...(card.date === desk.session ? {} : { day: w.day(card.date) }),
    }),
    m.vixTerm({
      ratio: w.ratio(card.ratio),
      ...(hasValue(card.ratioPercentile) ? { percentile: w.percentile(card.ratioPercentile) } : {}),
      state: card.termStructure,
      ...(card.invertedSince ? { since: w.day(card.invertedSince) } : {}),
    }),
  ];
}

function crisisWords(desk: Desk, cone: Cone): readonly CrisisWords[] {
  return cone.crises.flatMap(({ crisis, peak, ratio, date }) =>
    hasValue(peak) && hasValue(ratio) && date
      ? [{ crisis, peak: desk.w.annual(peak, 'price'), ratio: desk.w.ratio(ratio), day: desk.w.day(date) }]
      : [],
  );
}

/** Volatility against the peaks of two crises, and by the range estimator. */
export function crisisSentence(desk: Desk, id: string): readonly Inline[] {
  const cone = desk.answer.volatilityCones.find(({ series }) => series === id);
  if (!cone) return [];
  const crises = crisisWords(desk, cone);
  const range = hasValue(cone.yangZhang) ? { yangZhang: desk.w.annual(cone.yangZhang, 'price') } : {};
  if (crises.length === 0 && !hasValue(cone.yangZhang)) return [];
  return [desk.m.levels.crisis({ name: desk.name(id), ...range, crises })];
}

const RANKED = 5;

/** The highest volatilities of the universe, and silver's over bitcoin's. */
export function rankingSentence(desk: Desk): readonly Inline[] {
  const { order, silverOverBitcoin } = desk.answer.volatilityRanking;
  const items = instrumentsOf(desk, order.slice(0, RANKED)).map(({ id, volatility }) => ({
    name: desk.name(id),
    annual: desk.w.annual(volatility.annual, 'price'),
  }));
  if (items.length === 0) return [];
  return [
    desk.m.levels.ranking(items, hasValue(silverOverBitcoin) ? desk.w.ratio(silverOverBitcoin) : undefined),
  ];
}

/** Two decimals, so that points and level add up on the page. */
function levelCell({ w }: Desk, close: Figure) {
  return close.value === null ? w.level(close) : w.as(close, decimal(close.value, { decimals: 2 }));
}

/** I-1: points, percent and level of each equity index, and whether they agree. */
export function indexTable(desk: Desk): readonly TableBlock[] {
  const { m, w } = desk;
  const { labels, indexTable: words, checks } = m.levels;
  const rows = desk.answer.instruments.flatMap((one): Row[] => {
    const { indexClose, close, change, streak } = one;
    if (!indexClose) return [];
    const name =
      one.date === desk.session ? cell(desk.name(one.id)) : under([desk.name(one.id)], w.tableDay(one.date));
    return [
      {
        cells: [
          name,
          cell(levelCell(desk, close)),
          cell(w.change(indexClose.points)),
          cell(w.change(change.day, 2)),
          cell(w.count(streak.sessions)),
          hasValue(streak.change) ? cell(w.change(streak.change)) : EMPTY,
          cell(w.change(change.year)),
          { text: [checks[indexClose.check]], ...(indexClose.check === 'consistent' ? { faint: true } : {}) },
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  return [
    table(desk, {
      id: 'i-1',
      label: m.tableLabel('I-1'),
      title: words.title,
      measure: words.measure,
      columns: [
        head('name', m.labels.instrument),
        column('close', m.labels.close, { phone: true }),
        column('points', labels.indexPoints, { phone: true }),
        column('percent', labels.percent, { phone: true }),
        column('streak', m.labels.streak),
        column('cumulated', labels.cumulated),
        column('year', m.labels.year),
        column('check', labels.check),
      ],
      groups: [{ rows }],
    }),
  ];
}

/** B-1: breadth of each class, and of the sector funds. */
export function breadthTable(desk: Desk): readonly TableBlock[] {
  const { m, w, answer } = desk;
  const { labels, breadthTable: words } = m.levels;
  const up = new Map(answer.upVolume.classes.map(({ assetClass, share }) => [assetClass, share]));
  const rows: Row[] = answer.breadth
    .filter(({ n }) => n > 1)
    .map(({ assetClass, n, down, below, above50, above200 }) => {
      const traded = up.get(assetClass);
      return {
        cells: [
          cell(m.classes[assetClass]),
          cell(String(n)),
          cell(w.share(down)),
          cell(w.share(below)),
          cell(w.share(above50)),
          cell(w.share(above200)),
          traded ? cell(w.share(traded, 1)) : EMPTY,
        ],
      };
    });
  const { sectorBreadth: sectors } = answer;
  if (sectors) {
    rows.push({
      cells: [
        cell(labels.sectorFunds),
        cell(String(sectors.n)),
        cell(w.share(sectors.down)),
        EMPTY,
        cell(w.share(sectors.above50)),
        cell(w.share(sectors.above200)),
        EMPTY,
      ],
    });
  }
  if (rows.length === 0) return [];
  return [
    table(desk, {
      id: 'b-1',
      label: m.tableLabel('B-1'),
      title: words.title,
      measure: words.measure,
      columns: [
        head('name', m.labels.class),
        column('n', labels.count),
        column('down', labels.down, { phone: true }),
        column('below', labels.belowLine),
        column('above50', labels.above50, { phone: true }),
        column('above200', labels.above200, { phone: true }),
        column('up', labels.upValue),
      ],
      groups: [{ rows }],
    }),
  ];
}

/** V-2: the volatility cone. */
export function coneTable(desk: Desk): readonly TableBlock[] {
  const { m, w } = desk;
  const { labels, coneTable: words } = m.levels;
  const groups = desk.answer.volatilityCones.map((cone) => ({
    title: desk.name(cone.series),
    rows: cone.windows.map(({ sessions, now, percentile, min, low, median, high, max, maxDate }) => {
      const annual = (figure: typeof now) => w.annual(figure, 'price');
      return {
        cells: [
          cell(m.levels.sessions(sessions)),
          cell(annual(now)),
          cell(w.percentile(percentile)),
          ...[min, low, median, high].map((figure) => cell(annual(figure))),
          maxDate ? under([annual(max)], w.tableDay(maxDate)) : cell(annual(max)),
        ],
      };
    }),
  }));
  if (groups.length === 0) return [];
  return [
    table(desk, {
      id: 'v-2',
      label: m.tableLabel('V-2'),
      title: words.title,
      measure: words.measure,
      columns: [
        head('window', labels.window),
        column('now', labels.now, { phone: true }),
        column('percentile', m.labels.percentile, { phone: true }),
        column('min', labels.lowest),
        column('low', '10%'),
        column('median', labels.median, { phone: true }),
        column('high', '90%'),
        column('max', labels.highest),
      ],
      groups,
    }),
  ];
}

/** V-3: the 30-day volatility against the peaks of two crises, and by the range estimator. */
export function crisisTable(desk: Desk): readonly TableBlock[] {
  const { m, w } = desk;
  const { labels, crisisTable: words, crises } = m.levels;
  const rows = desk.answer.volatilityCones.map((cone) => ({
    cells: [
      cell(desk.name(cone.series)),
      cell(w.annual(cone.yangZhang, 'price')),
      cell(w.percentile(cone.yangZhangPercentile)),
      ...cone.crises.flatMap(({ peak, ratio, date }) => [
        date ? under([w.annual(peak, 'price')], w.tableDay(date)) : cell(w.annual(peak, 'price')),
        cell(w.ratio(ratio)),
      ]),
    ],
  }));
  const named = desk.answer.volatilityCones[0]?.crises ?? [];
  if (rows.length === 0) return [];
  return [
    table(desk, {
      id: 'v-3',
      label: m.tableLabel('V-3'),
      title: words.title,
      measure: words.measure,
      columns: [
        head('name', m.labels.instrument),
        column('yang-zhang', labels.yangZhang, { phone: true }),
        column('percentile', m.labels.percentile),
        ...named.flatMap(({ crisis }) => [
          column(`peak-${crisis}`, crises[crisis]),
          column(`ratio-${crisis}`, `${labels.now}/${crises[crisis]}`, { phone: true }),
        ]),
      ],
      groups: [{ rows }],
    }),
  ];
}
