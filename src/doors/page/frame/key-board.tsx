import { type ReactNode, useEffect, useRef } from 'react';
import { ask, go, hrefOf } from '../state/address.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { useDrawer } from './drawer.tsx';
import { usePlaces } from './places.ts';
import { positionOf } from './time-machine.tsx';

/** Keys of the page; off while the reader types, and where single letters are switched off. */
export function KeyBoard({ children }: { children: ReactNode }) {
  const { settings, timeline, asOf } = useSurroundings();
  const places = usePlaces();
  const drawer = useDrawer();
  const first = useRef('');
  useEffect(() => {
    if (settings.keys === 'off') return;
    const all = places.flatMap((place) => [place, ...place.sections]);
    const day = (by: number) => {
      if (!timeline) return;
      const { sessions } = timeline;
      const next = sessions[Math.min(sessions.length - 1, Math.max(0, positionOf(timeline, asOf) + by))];
      if (next) ask({ asof: next.asOf });
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const keys = first.current === '' ? key : `${first.current} ${key}`;
      first.current = all.some((place) => place.keys.startsWith(`${key} `)) ? key : '';
      const place = all.find((one) => one.keys === keys) ?? all.find((one) => one.keys === key);
      if (place) go(hrefOf(place.path));
      else if (key === '[') day(-1);
      else if (key === ']') day(1);
      else if (key === '.') ask({ asof: 'latest' });
      else if (key === 'Escape') drawer.close();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [places, settings.keys, timeline, asOf, drawer]);
  return children;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'range'))
  );
}
