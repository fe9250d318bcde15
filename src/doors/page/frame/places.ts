import { OWN_PAGES } from '../pages/own.ts';
import { useSurroundings } from '../state/surroundings.tsx';

/** A page as the rail and the keys name it. */
export interface Place {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Keys in order: one, or two one after the other. */
  readonly keys: string;
  readonly verb?: string;
  /** It serves the others, and stands below them. */
  readonly apart: boolean;
  readonly sections: readonly Place[];
}

/** Every page that there is, sections below the page that they belong to. */
export function usePlaces(): readonly Place[] {
  const { frame, words } = useSurroundings();
  const pages = frame?.pages.filter(({ path }) => !path.includes(':')) ?? [];
  const plain = (page: (typeof pages)[number]): Place => ({
    id: page.id,
    path: page.path,
    title: page.title,
    keys: page.key,
    ...(page.verb === undefined ? {} : { verb: page.verb }),
    apart: page.key === '',
    sections: [],
  });
  const places = pages.flatMap((page): readonly Place[] => {
    if (page.under === undefined) return [plain(page)];
    const siblings = pages.filter(({ under }) => under === page.under);
    if (siblings[0] !== page) return [];
    return [
      {
        id: page.under,
        path: page.path,
        title: words.explain,
        keys: '2',
        verb: page.under,
        apart: false,
        sections: siblings.map(plain),
      },
    ];
  });
  const own = OWN_PAGES.map(({ id, path, key, title }) => ({
    id,
    path,
    title: title(words),
    keys: key ?? '',
    apart: key === undefined,
    sections: [],
  }));
  const all = pages.length === 0 ? [] : [...places, ...own];
  return [...all.filter(({ keys }) => keys !== ''), ...all.filter(({ keys }) => keys === '')];
}

/** Whether a path is of a place or of one of its sections. */
export function isAt({ path, sections }: Place, current: string): boolean {
  if (current === path || sections.some((one) => one.path === current)) return true;
  return path !== '/' && current.startsWith(`${path}/`);
}

/** Where all observations of a series stand. */
export function seriesPath(id: string): string {
  return `/data/${encodeURIComponent(id)}`;
}
