import { useState } from 'react';
import type { Timeline } from '../../../report/page/index.ts';
import { ask } from '../state/address.ts';
import { useSurroundings } from '../state/surroundings.tsx';

const RELEASE_MS = 150;
let release: number | undefined;

/** The instant of every page: a slider whose track is the score of the last sessions, episodes as flags, a day back, the latest. */
export function TimeMachine() {
  const { words, timeline, asOf } = useSurroundings();
  const [held, setHeld] = useState<number | undefined>(undefined);
  const { machine } = words;
  if (!timeline) return <section className="machine" aria-label={machine.label} />;
  const { sessions, latest } = timeline;
  const at = held ?? positionOf(timeline, asOf);
  const session = sessions[at];
  const isPast = asOf !== undefined && asOf < latest;
  const move = (to: number) => {
    const next = Math.min(sessions.length - 1, Math.max(0, to));
    setHeld(next);
    window.clearTimeout(release);
    release = window.setTimeout(() => {
      ask({ asof: next === sessions.length - 1 ? null : sessions[next]!.asOf }, 'replace');
      setHeld(undefined);
    }, RELEASE_MS);
  };
  const instant = held === undefined ? (asOf ?? latest) : sessions[held]!.asOf;
  return (
    <section className={`machine${isPast ? ' past' : ''}`} aria-label={machine.label}>
      <div className="instant">
        <span>{isPast ? machine.past('') : machine.knownAt}</span>
        <b>{shown(instant)}</b>
      </div>
      <div className="track">
        <Scores timeline={timeline} at={at} />
        <input
          type="range"
          min={0}
          max={sessions.length - 1}
          value={at}
          aria-label={machine.slider}
          aria-valuetext={`${session?.date ?? ''}, ${machine.score} ${Math.round(session?.score ?? 0)}`}
          onChange={(event) => move(Number(event.currentTarget.value))}
        />
        <Flags timeline={timeline} />
      </div>
      <button type="button" onClick={() => move(at - 1)}>
        ◂ {machine.day} <kbd>[</kbd>
      </button>
      <button type="button" onClick={() => ask({ asof: 'latest' })}>
        {machine.latest} <kbd>.</kbd>
      </button>
    </section>
  );
}

function shown(instant: string): string {
  return instant === 'latest' ? instant : instant.replace('T', ' ').replace('Z', ' UTC');
}

/** The last session that was known at an instant. */
export function positionOf({ sessions, latest }: Timeline, asOf: string | undefined): number {
  const instant = asOf === undefined || asOf === 'latest' ? latest : asOf;
  const found = sessions.findLastIndex((one) => one.asOf <= instant);
  return Math.max(0, found);
}

const HEIGHT = 28;

function Scores({ timeline: { sessions }, at }: { timeline: Timeline; at: number }) {
  const level = sessions[at]?.score ?? 0;
  return (
    <svg
      viewBox={`0 0 ${sessions.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="scores"
    >
      {sessions.map(({ date, score }, k) => (
        <rect
          key={date}
          x={k + 0.1}
          width={0.8}
          y={HEIGHT - Math.max(1, ((score ?? 0) / 100) * HEIGHT)}
          height={Math.max(1, ((score ?? 0) / 100) * HEIGHT)}
          fill={`var(--${(score ?? 0) < 20 ? 'sev-2' : (score ?? 0) < level ? 'sev-3' : 'sev'})`}
        />
      ))}
    </svg>
  );
}

/** Episodes of the track in their own lane below it. */
function Flags({ timeline }: { timeline: Timeline }) {
  const { sessions, episodes } = timeline;
  const first = sessions[0]?.date ?? '';
  const shownHere = episodes.filter(({ date }) => date >= first);
  return (
    <ul className="flags">
      {shownHere.map(({ date, asOf, title }) => (
        <li
          key={date}
          style={{ left: `${(positionOf(timeline, asOf) / Math.max(1, sessions.length - 1)) * 100}%` }}
        >
          <button type="button" title={`${date} ${title}`} onClick={() => ask({ asof: asOf })}>
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
