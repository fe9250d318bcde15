import type { SentTrace } from '../../../report/page/index.ts';
import { go, hrefOf } from '../state/address.ts';
import { fetchJson } from '../state/asking.ts';
import { openDialog } from '../state/dialogs.ts';
import { goTo, toLatest } from '../state/going.ts';
import { episodeBeside, sessionBeside } from '../state/instant.ts';
import { traceHref, useDrawer } from '../state/origins.tsx';
import { choose } from '../state/settings.ts';
import { type Surroundings, useSurroundings } from '../state/surroundings.tsx';
import { copyText } from './copying.ts';
import { usePlaces } from './places.ts';

/** What a key does; the list that is shown is the list that is obeyed. */
export interface Command {
  readonly group: 'pages' | 'time' | 'reading';
  /** One key, or two one after the other. */
  readonly keys: string;
  readonly title: string;
  /** Absent where the browser does it by itself. */
  readonly run?: () => void;
  /** Obeyed where single letters are switched off. */
  readonly always?: boolean;
}

export function useCommands(): readonly Command[] {
  const surroundings = useSurroundings();
  const places = usePlaces();
  const drawer = useDrawer();
  const pages = places
    .flatMap((place) => [place, ...place.sections])
    .filter(({ keys }) => keys !== '')
    .map(
      ({ keys, title, path }): Command => ({
        group: 'pages',
        keys,
        title,
        run: () => go(hrefOf(path)),
      }),
    );
  return [...pages, ...timeCommands(surroundings), ...readingCommands(surroundings, drawer)];
}

function timeCommands({ words: { keys }, timeline, track, instant }: Surroundings): readonly Command[] {
  const beside = (find: typeof sessionBeside, by: -1 | 1) => () => {
    const next = track && instant !== undefined ? find(track, instant, by) : undefined;
    if (timeline && next !== undefined) goTo(timeline, next);
  };
  const group = 'time';
  return [
    { group, keys: '[', title: keys.dayBack, run: beside(sessionBeside, -1) },
    { group, keys: ']', title: keys.dayOn, run: beside(sessionBeside, 1) },
    { group, keys: '{', title: keys.episodeBack, run: beside(episodeBeside, -1) },
    { group, keys: '}', title: keys.episodeOn, run: beside(episodeBeside, 1) },
    { group, keys: '.', title: keys.latest, run: () => timeline && toLatest(timeline) },
    { group, keys: 'T', title: keys.instant, run: () => openDialog('instant') },
  ];
}

function readingCommands(
  { words: { keys, drawer: said }, language }: Surroundings,
  drawer: ReturnType<typeof useDrawer>,
): readonly Command[] {
  const traced = async (use: (trace: SentTrace) => void) => {
    const id = drawer.id ?? focusedFigure();
    if (id === undefined) return;
    use(await fetchJson<SentTrace>(traceHref(id, language), new AbortController().signal));
  };
  const group = 'reading';
  return [
    { group, keys: '/', title: keys.find, run: () => openDialog('find') },
    { group, keys: 'J', title: keys.rowOn, run: () => toRow(1) },
    { group, keys: 'K', title: keys.rowBack, run: () => toRow(-1) },
    { group, keys: 'Enter', title: keys.lineage },
    { group, keys: 'Escape', title: keys.close, run: drawer.close, always: true },
    {
      group,
      keys: 'C',
      title: keys.copy,
      run: () => traced(({ citation }) => copyText(citation, said.copied)),
    },
    { group, keys: 'D', title: keys.download, run: () => traced(({ csv, json }) => download(csv ?? json)) },
    { group, keys: 'G', title: keys.theme, run: otherTheme },
    { group, keys: '?', title: keys.all, run: () => openDialog('keys') },
  ];
}

function focusedFigure(): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? focused.dataset.figure : undefined;
}

/** To the first number of the row after or before the one in focus; from elsewhere to the first row in sight. */
function toRow(by: -1 | 1): void {
  const rows = [...document.querySelectorAll('main tbody tr')].filter(
    (row) => row.querySelector('.f') && row.getClientRects().length > 0,
  );
  const here = document.activeElement?.closest('tr');
  const at = here ? rows.indexOf(here) : -1;
  const inSight = rows.findIndex((row) => row.getBoundingClientRect().top > 0);
  const next = at >= 0 ? rows[at + by] : rows[Math.max(0, inSight)];
  const figure = next?.querySelector('.f');
  if (figure instanceof HTMLElement) {
    figure.focus();
    figure.scrollIntoView({ block: 'nearest' });
  }
}

function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}

function otherTheme(): void {
  const told = document.documentElement.dataset.theme;
  const isDark = told === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : told === 'dark';
  choose({ theme: isDark ? 'light' : 'dark' });
}
