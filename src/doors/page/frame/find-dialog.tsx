import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { go, hrefOf } from '../state/address.ts';
import { useAsked } from '../state/asking.ts';
import { closeDialog } from '../state/dialogs.ts';
import { goTo } from '../state/going.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Dialog } from './dialog.tsx';
import { seriesPath, usePlaces } from './places.ts';

interface Found {
  readonly kind: 'pages' | 'series' | 'episodes';
  readonly key: string;
  readonly title: string;
  readonly under: string;
  readonly open: () => void;
}

interface SeriesPage {
  readonly next: string | null;
  readonly series: readonly { readonly id: string; readonly title: string }[];
}

const MOST_SERIES = 12;
/** As many as the server gives at once. */
const LONGEST_PAGE = 500;
const KINDS = ['pages', 'series', 'episodes'] as const;

/** Finds a page, a series or an episode by a part of its name. */
export function FindDialog() {
  const { words } = useSurroundings();
  const { find } = words;
  const [asked, setAsked] = useState('');
  const [marked, setMarked] = useState(0);
  const series = useSeries();
  const found = useFound(asked.trim(), series ?? []);
  const id = useId();
  const at = Math.min(marked, found.length - 1);
  const take = (one: Found | undefined) => {
    if (!one) return;
    closeDialog();
    one.open();
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') take(found[at]);
    else if (step !== 0) setMarked(Math.min(found.length - 1, Math.max(0, at + step)));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={find.title}>
      <input
        className="find"
        type="search"
        role="combobox"
        aria-label={find.label}
        placeholder={find.label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        value={asked}
        onChange={(event) => {
          setAsked(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={pressed}
        autoComplete="off"
        spellCheck={false}
      />
      {!series && (
        <p className="hint">
          {words.state.loading}: {find.series}
        </p>
      )}
      <p className="spoken" role="status">
        {found.length === 0 ? find.nothing(asked) : find.found(found.length)}
      </p>
      {found.length === 0 && <p className="hint">{find.nothing(asked)}</p>}
      <div className="found" role="listbox" id={id} aria-label={find.title}>
        {KINDS.map((kind) => {
          const ofKind = found.filter((one) => one.kind === kind);
          if (ofKind.length === 0) return null;
          return (
            <div key={kind} role="group" aria-label={find[kind]}>
              <p aria-hidden="true">{find[kind]}</p>
              {ofKind.map((one) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the field choose, and Enter opens
                <div
                  key={one.key}
                  id={`${id}-${found.indexOf(one)}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={found.indexOf(one) === at}
                  onClick={() => take(one)}
                >
                  {one.title} <small>{one.under}</small>
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </Dialog>
  );
}

/** Every series of the store, asked for once; undefined until they are here. */
function useSeries(): SeriesPage['series'] | undefined {
  const { answer: first } = useAsked<SeriesPage>(seriesHref());
  const { answer: rest } = useAsked<SeriesPage>(first?.next ? seriesHref(first.next) : undefined);
  return useMemo(() => first && [...first.series, ...(rest?.series ?? [])], [first, rest]);
}

function seriesHref(after?: string): string {
  const query = new URLSearchParams({
    limit: String(LONGEST_PAGE),
    ...(after === undefined ? {} : { after }),
  });
  return `/api/v1/series?${query}`;
}

function useFound(asked: string, listed: SeriesPage['series']): readonly Found[] {
  const { timeline } = useSurroundings();
  const places = usePlaces();
  const holds = (text: string) => text.toLowerCase().includes(asked.toLowerCase());
  const pages = places
    .flatMap((place) => [place, ...place.sections])
    .filter(({ title, path }) => holds(title) || holds(path))
    .map(
      ({ path, title }): Found => ({
        kind: 'pages',
        key: `${path} ${title}`,
        title,
        under: path,
        open: () => go(hrefOf(path)),
      }),
    );
  const series =
    asked === '' ? [] : listed.filter(({ id, title }) => holds(id) || holds(title)).slice(0, MOST_SERIES);
  const episodes = (timeline?.episodes ?? []).filter(
    ({ title, date }) => holds(title) || date.startsWith(asked),
  );
  return [
    ...pages,
    ...series.map(
      ({ id, title }): Found => ({
        kind: 'series',
        key: id,
        title,
        under: id,
        open: () => go(hrefOf(seriesPath(id))),
      }),
    ),
    ...episodes.toReversed().map(
      ({ date, asOf, title }): Found => ({
        kind: 'episodes',
        key: date,
        title,
        under: date,
        open: () => timeline && goTo(timeline, asOf),
      }),
    ),
  ];
}
