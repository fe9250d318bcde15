import type { Language } from '../../data/series/entry.ts';
import { entryOf } from '../../data/series/index.ts';
import { releaseOf } from '../../data/series/release.ts';
import { formatInstant, parseDay, parseInstant } from '../../data/time.ts';
import { FORMULAS } from '../../diagnosis/formulas.ts';
import { CASCADE_FORMULAS } from '../../simulation/cascade/formulas.ts';
import { instantInWords } from '../dates.ts';
import type { Desk, HeadDesk } from '../desk.ts';
import type { NoteText } from '../document.ts';
import type { Figure } from '../figure.ts';
import { bracePaths, type Note } from '../notes.ts';
import { placeOf } from './facts.ts';

/** What notes are written from: a report with a scan knows its instruments. */
export type NoteDesk = HeadDesk & Partial<Pick<Desk, 'instrument'>>;

/** Path of a figure; with its verb where that is not the one that the report's other paths go without. */
function pathOf({ id }: Figure, silent: string): string {
  const path = id.slice(0, id.indexOf('@'));
  return path.startsWith(`${silent}:`) ? path.slice(silent.length + 1) : path;
}

/** The instrument's title; a basket is told by its ids alone, and figures of no series by their formula when they share one. */
function titleOf(desk: HeadDesk, { series, figures }: Note): string {
  if (series.length === 0) {
    const formulas = new Set(figures.map(({ of }) => of.formula));
    return formulas.size === 1 ? formulaTitle(figures[0]!.of.formula, desk.language) : '';
  }
  return series.length === 1 ? desk.fullName(series[0] as string) : '';
}

const FORMULA_TITLES = new Map([...FORMULAS, ...CASCADE_FORMULAS].map(({ id, title }) => [id, title]));

function formulaTitle(id: string, language: Language): string {
  return FORMULA_TITLES.get(id)?.[language] ?? id;
}

function byFormula(note: Note, language: Language, silent: string): NoteText['formulas'] {
  const own = note.series.length === 1 ? `${note.series[0]}.` : undefined;
  const groups = new Map<string, string[]>();
  for (const figure of note.figures) {
    const paths = groups.get(figure.of.formula) ?? [];
    const path = pathOf(figure, silent);
    paths.push(own && path.startsWith(own) ? path.slice(own.length - 1) : path);
    groups.set(figure.of.formula, paths);
  }
  return [...groups].map(([id, paths]) => ({ title: formulaTitle(id, language), paths: bracePaths(paths) }));
}

/** Instant from which the session's value could be known, by the release rule; nothing where the rule says later than the answer's own. */
function knownAt(id: string, session: string, asOf: string): string | undefined {
  const entry = entryOf(id);
  if (!entry) return undefined;
  const known = releaseOf(entry, parseDay(session));
  return Number.isFinite(known) && known <= parseInstant(asOf)
    ? instantInWords(formatInstant(known))
    : undefined;
}

/**
 * A footnote in words: series, venue, session and its close, the instant of knowledge, formulas with the paths of their figures.
 * @param silent the verb that paths go without
 */
export function noteText(desk: NoteDesk, note: Note, silent: string): NoteText {
  const one = note.series.length === 1 ? note.series[0] : undefined;
  const own = one === undefined ? undefined : desk.instrument?.(one);
  const place = own ? placeOf(desk, own) : undefined;
  const session = note.session ?? own?.date;
  const closed = own && own.date === session ? instantInWords(own.closedAt) : undefined;
  const known = one && session ? knownAt(one, session, note.asOf) : undefined;
  const flags = [...new Set(note.figures.flatMap((figure) => figure.flags))];
  return {
    number: note.number,
    title: titleOf(desk, note),
    series: note.series,
    text: [
      ...(note.asOf === desk.answer.asOf ? [] : [desk.m.asOf(instantInWords(note.asOf))]),
      desk.m.note({
        ...(place ? { where: place } : {}),
        ...(session ? { session: desk.w.tableDay(session) } : {}),
        ...(closed ? { closed } : {}),
        ...(known ? { known } : {}),
      }),
    ]
      .filter((part) => part !== '')
      .join(desk.m.semicolon),
    formulas: byFormula(note, desk.language, silent),
    flags: flags.map((flag) => desk.m.flags[flag]),
  };
}
