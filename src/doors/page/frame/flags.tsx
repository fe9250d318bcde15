import { useEffect, useMemo, useRef, useState } from 'react';
import type { Timeline } from '../../../report/page/index.ts';
import { goTo } from '../state/going.ts';
import { positionOf } from '../state/instant.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { labelSides } from './flag-labels.ts';

const LABEL_PADDING = 9;

/** Episodes of the track in their own lane below it; one without room for its label is a line that tells it when pointed at. */
export function Flags({ track }: { track: Timeline }) {
  const { timeline } = useSurroundings();
  const { sessions, episodes } = track;
  const lane = useRef<HTMLUListElement>(null);
  const span = useWidth(lane);
  const shown = useMemo(() => {
    const [first, last] = [sessions[0]?.date ?? '', sessions.at(-1)?.date ?? ''];
    return episodes
      .filter(({ date }) => date >= first && date <= last)
      .map((episode) => ({
        ...episode,
        share: positionOf(track, episode.asOf) / Math.max(1, sessions.length - 1),
      }));
  }, [track, sessions, episodes]);
  const sides = useMemo(
    () =>
      labelSides(
        shown.map(({ share, title }) => ({ x: share * span, width: widthOf(title) })),
        span,
      ),
    [shown, span],
  );
  return (
    <ul className="flags" ref={lane}>
      {shown.map(({ date, asOf, title, share }, at) => (
        <li key={date} className={sides[at]} style={{ left: `${share * 100}%` }}>
          {sides[at] === 'none' ? (
            <span title={`${date} ${title}`}>
              <span>{title}</span>
            </span>
          ) : (
            <button type="button" title={`${date} ${title}`} onClick={() => goTo(timeline ?? track, asOf)}>
              {title}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function useWidth(of: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!of.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return width;
}

let pen: CanvasRenderingContext2D | null | undefined;

function widthOf(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return Number.POSITIVE_INFINITY;
  pen.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width + LABEL_PADDING;
}
