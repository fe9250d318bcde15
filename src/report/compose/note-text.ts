import type { Language } from '../../data/series/entry.ts';
import { entryOf } from '../../data/series/index.ts';
import { releaseOf } from '../../data/series/release.ts';
import { formatInstant, parseDay, parseInstant } from '../../data/time.ts';
import { FORMULAS } from '../../diagnosis/formulas.ts';
import { instantInWords } from '../dates.ts';
import type { Desk } from '../desk.ts';
import type { NoteText } from '../document.ts';
import type { Figure } from '../figure.ts';
import { bracePaths, type Note } from '../notes.ts';
import { placeOf } from './facts.ts';

function pathOf({ id }: Figure): string {
  return id.slice(id.indexOf(':') + 1, id.indexOf('@'));
}

/** The instrument's title; a basket is told by its ids alone, and a figure of no series by its formula. */
function titleOf(desk: Desk, { series, figures }: Note): string {
  if (series.length === 0) return formulaTitle(figures[0]?.of.formula ?? '', desk.language);
  return series.length === 1 ? desk.fullName(series[0] as string) : '';
}

const FORMULA_TITLES = new Map(FORMULAS.map(({ id, title }) => [id, title]));

function formulaTitle(id: string, language: Language): string {
  return FORMULA_TITLES.get(id)?.[language] ?? id;
}

function byFormula(note: Note, language: Language): NoteText['formulas'] {
  const own = note.series.length === 1 ? `${note.series[0]}.` : undefined;
  const groups = new Map<string, string[]>();
  for (const figure of note.figures) {
    const paths = groups.get(figure.of.formula) ?? [];
    const path = pathOf(figure);
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

/** A footnote in words: series, venue, session and its close, the instant of knowledge, formulas with the paths of their figures. */
export function noteText(desk: Desk, note: Note): NoteText {
  const own = note.series.length === 1 ? desk.instrument(note.series[0] as string) : undefined;
  const place = own ? placeOf(desk, own) : undefined;
  const session = note.session ?? own?.date;
  const closed = own && own.date === session ? instantInWords(own.closedAt) : undefined;
  const known = own && session ? knownAt(own.id, session, desk.answer.asOf) : undefined;
  const flags = [...new Set(note.figures.flatMap((figure) => figure.flags))];
  return {
    number: note.number,
    title: titleOf(desk, note),
    series: note.series,
    text: desk.m.note({
      ...(place ? { where: place } : {}),
      ...(session ? { session: desk.w.tableDay(session) } : {}),
      ...(closed ? { closed } : {}),
      ...(known ? { known } : {}),
    }),
    formulas: byFormula(note, desk.language),
    flags: flags.map((flag) => desk.m.flags[flag]),
  };
}
