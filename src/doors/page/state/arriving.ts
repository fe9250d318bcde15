import { useEffect } from 'react';

/** What a reader does to go elsewhere than where the address points. */
const OWN_WAY = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Brings the part that the address names into view once a page is there, and keeps it there while parts above it still come. */
export function useArriving(page: string | undefined): void {
  useEffect(() => {
    const part = window.location.hash.slice(1);
    const main = document.getElementById('main');
    if (page === undefined || part === '' || !main) return;
    const arrive = () => document.getElementById(part)?.scrollIntoView();
    const growing = new ResizeObserver(arrive);
    const stop = () => {
      growing.disconnect();
      for (const event of OWN_WAY) window.removeEventListener(event, stop);
    };
    growing.observe(main);
    for (const event of OWN_WAY) window.addEventListener(event, stop, { passive: true });
    return stop;
  }, [page]);
}
