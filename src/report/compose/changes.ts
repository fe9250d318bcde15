import type { ExplainAnswer } from '../../diagnosis/explain/answer.ts';
import type { ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { instantInWords } from '../dates.ts';
import { type Desk, deskFor, hasValue, instrumentsOf } from '../desk.ts';
import type { Block, Cell } from '../document.ts';
import { type Inline, joined, plainText } from '../inline.ts';
import { LIQUIDITY_STATE } from '../messages/explain/liquidity-state.ts';
import { SHAPE } from '../messages/shape/index.ts';
import type { EarlierAnswers } from './answers.ts';
import { liquidityChange } from './box.ts';
import { cell, column, head } from './cells.ts';
import { recordKind, recordWords } from './facts.ts';
import { largestFalls } from './movers.ts';
import { plain } from './paragraph.ts';
import { scoreRank } from './score.ts';
import { table } from './tables.ts';

/** An item at two instants; what one of them lacks is left out. */
interface Change {
  readonly name: string;
  readonly before: Cell;
  readonly now: Cell;
}

interface Moment {
  readonly desk: Desk;
  readonly explain: ExplainAnswer | undefined;
}

/** Closes that the changes show. */
const CLOSES = ['btc-usd', 'sp500', 'vix', 'gold-front', 'us-10y'];

/** What moved since an earlier report: a table of both, and the records that are new. */
export function changeBlocks(
  desk: Desk,
  explain: ExplainAnswer | undefined,
  since: EarlierAnswers,
): readonly Block[] {
  const { changes: m } = SHAPE[desk.language];
  const earlier: Moment = { desk: deskFor(since.scan, desk.language), explain: since.explain };
  const rows = changesOf(earlier, { desk, explain });
  const [before, now] = [since.scan.asOf, desk.answer.asOf].map(instantInWords) as [string, string];
  const same = rows
    .filter((row) => plainText(row.before.text) === plainText(row.now.text))
    .map(({ name }) => name);
  return [
    {
      ...table(desk, {
        id: 'changes',
        label: '',
        title: m.title,
        measure: m.measure(before, now),
        columns: [
          head('item', m.columns.item),
          column('before', m.columns.before, { phone: true }),
          column('now', m.columns.now, { phone: true }),
        ],
        groups: [{ rows: rows.map((row) => ({ cells: [cell(row.name), row.before, row.now] })) }],
      }),
      notes: [],
    },
    ...plain(
      desk,
      same.length === rows.length ? [m.unchanged({ all: rows.length, before })] : [],
      newRecords(desk, earlier.desk),
    ),
  ];
}

function changesOf(before: Moment, now: Moment): readonly Change[] {
  const { desk } = now;
  const { changes: m, box } = SHAPE[desk.language];
  const item = (name: string, of: (moment: Moment) => Cell | undefined): readonly Change[] => {
    const [then, today] = [of(before), of(now)];
    return then && today ? [{ name, before: then, now: today }] : [];
  };
  return [
    ...item(m.verdict, (one) => cell(desk.m.verdicts[one.desk.answer.joint.verdict])),
    ...item(desk.m.labels.score, scoreText),
    ...item(m.liquidityState, (one) => stateText(desk, one)),
    ...item(m.netLiquidity, (one) => netText(desk, one)),
    ...item(box.lamps, (one) => lampText(desk, one)),
    ...item(m.cash, (one) => cashText(desk, one)),
    ...CLOSES.flatMap((id) =>
      item(`${desk.name(id)}${desk.language === 'en' ? ', ' : ''}${m.close}`, (one) => closeText(one, id)),
    ),
  ];
}

function scoreText({ desk }: Moment): Cell {
  const { score, rank } = desk.answer.joint;
  return hasValue(rank)
    ? cell(...joined([[desk.w.score(score)], scoreRank(desk)], ' · '))
    : cell(desk.w.score(score));
}

function stateText({ language }: Desk, { explain }: Moment): Cell | undefined {
  const part = explain?.liquidity?.parts.liquidityState;
  return part?.state ? cell(LIQUIDITY_STATE[language].states[part.state]) : undefined;
}

function netText({ w }: Desk, { explain }: Moment): Cell | undefined {
  const part = explain?.liquidity?.parts.netLiquidity;
  const change = part ? liquidityChange(part) : undefined;
  return change ? cell(w.money(change.total)) : undefined;
}

function lampText({ w, language }: Desk, { explain }: Moment): Cell | undefined {
  const lamps = explain?.flows?.parts.threeLamps;
  return lamps && hasValue(lamps.red)
    ? cell(...SHAPE[language].box.red(w.count(lamps.red), lamps.measured))
    : undefined;
}

function cashText({ language }: Desk, { explain }: Moment): Cell | undefined {
  const on = explain?.liquidity?.parts.cashRegime?.lamp.on ?? null;
  const { lit, unlit } = SHAPE[language].changes;
  return on === null ? undefined : cell(on ? lit : unlit);
}

function closeText({ desk }: Moment, id: string): Cell | undefined {
  const one = desk.instrument(id);
  return one && hasValue(one.close) ? cell(desk.w.level(one.close)) : undefined;
}

const RECORDS = 5;

/** Records of a session that was not over at the earlier instant, rarest move first, without those that the front has told. */
function newRecords(desk: Desk, earlier: Desk): readonly Inline[] {
  const { changes: m } = SHAPE[desk.language];
  const told = new Set(largestFalls(desk).map(({ id }) => id));
  const isNew = (one: ScanInstrument) =>
    hasValue(one.record.rank) &&
    hasValue(one.change.day) &&
    recordKind(one.record, one.date) !== 'short-of' &&
    !told.has(one.id) &&
    earlier.instrument(one.id)?.date !== one.date;
  const all = instrumentsOf(desk, [...desk.answer.fell, ...desk.answer.rose]).filter(isNew);
  const largest = [...all]
    .sort((a, b) => Math.abs(b.z.value ?? 0) - Math.abs(a.z.value ?? 0))
    .slice(0, RECORDS)
    .map((one) =>
      m.record({
        name: desk.name(one.id),
        moved: desk.w.moved(one.change.day),
        record: recordWords(desk, one.record, one.date),
      }),
    );
  if (largest.length === 0) return [];
  return [[m.records, desk.m.colon, ...joined(largest, desk.m.semicolon), desk.m.stop]];
}
