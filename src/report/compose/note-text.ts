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

const NAMED = 3;

function pathOf({ id }: Figure): string {
  return id.slice(id.indexOf(':') + 1, id.indexOf('@'));
}

function titleOf(desk: Desk, note: Note): string {
  const names = note.series.map((id) => desk.fullName(id));
  const separator = desk.language === 'en' ? ', ' : '、';
  if (names.length <= NAMED) return names.join(separator);
  return `${names.slice(0, NAMED).join(separator)} … (${names.length})`;
}

const FORMULA_TITLES = new Map(FORMULAS.map(({ id, title }) => [id, title]));

function formulaTitle(id: string, language: Language): string {
  return FORMULA_TITLES.get(id)?.[language] ?? id;
}

function byFormula(note: Note, language: Language): NoteText['formulas'] {
  const groups = new Map<string, string[]>();
  for (const figure of note.figures) {
    const paths = groups.get(figure.of.formula) ?? [];
    paths.push(pathOf(figure));
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
    text: desk.m.note({
      title: titleOf(desk, note),
      ...(place ? { where: place } : {}),
      ...(session ? { session: desk.w.tableDay(session) } : {}),
      ...(closed ? { closed } : {}),
      ...(known ? { known } : {}),
    }),
    formulas: byFormula(note, desk.language),
    flags: flags.map((flag) => desk.m.flags[flag]),
  };
}
