import { useEffect, useRef, useState } from 'react';
import { openDialog } from '../state/dialogs.ts';
import { goTo, toLatest } from '../state/going.ts';
import {
  epochOf,
  instantInWords,
  instantInZone,
  plainInstant,
  positionOf,
  sessionBeside,
} from '../state/instant.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Flags } from './flags.tsx';
import { Scores } from './scores.tsx';

const RELEASE_MS = 150;

/** The instant of every page: a slider whose track is the score of the last sessions, episodes as flags, a day back and on, the latest. */
export function TimeMachine() {
  const { words, language, settings, timeline, track, instant } = useSurroundings();
  const [held, setHeld] = useState<number | undefined>(undefined);
  const isDown = useRef(false);
  const release = useRef<number | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was held has been asked for
  useEffect(() => setHeld(undefined), [instant]);
  const { machine } = words;
  if (!timeline || !track || instant === undefined) {
    return <section className="machine" aria-label={machine.label} aria-busy="true" />;
  }
  const { sessions } = track;
  const at = held ?? positionOf(track, instant);
  const session = sessions[at];
  const shown = held === undefined ? instant : (sessions[held]?.asOf ?? instant);
  const isPast = epochOf(shown) < epochOf(timeline.latest);
  const letGo = (to: number | undefined) => {
    window.clearTimeout(release.current);
    const next = to === undefined ? undefined : sessions[to];
    if (next && next.asOf !== instant) goTo(timeline, next.asOf, 'replace');
    else setHeld(undefined);
  };
  const move = (to: number) => {
    setHeld(to);
    window.clearTimeout(release.current);
    if (!isDown.current) release.current = window.setTimeout(() => letGo(to), RELEASE_MS);
  };
  const step = (by: -1 | 1) => {
    const next = sessionBeside(track, instant, by);
    if (next !== undefined) goTo(timeline, next);
  };
  return (
    <section className={`machine${isPast ? ' past' : ''}`} aria-label={machine.label}>
      <button
        type="button"
        className="instant"
        aria-haspopup="dialog"
        onClick={() => openDialog('instant')}
        title={`${machine.change} (T)`}
      >
        <span>{isPast ? machine.past : machine.knownAt}</span>
        <b>{isPast ? instantInWords(shown, language) : plainInstant(shown)}</b>
        {settings.zone !== undefined && <small>{instantInZone(shown, settings.zone)}</small>}
      </button>
      <div className="track">
        <Scores track={track} at={at} />
        <input
          type="range"
          min={0}
          max={Math.max(0, sessions.length - 1)}
          value={at}
          aria-label={machine.slider}
          aria-valuetext={`${session?.date ?? ''}, ${machine.score} ${scoreOf(session?.score)}`}
          onPointerDown={() => {
            isDown.current = true;
          }}
          onPointerUp={() => {
            isDown.current = false;
            letGo(held);
          }}
          onPointerCancel={() => {
            isDown.current = false;
            setHeld(undefined);
          }}
          onChange={(event) => move(Number(event.currentTarget.value))}
        />
        {held !== undefined && session && (
          <output className="held" style={{ left: `${(at / Math.max(1, sessions.length - 1)) * 100}%` }}>
            {session.date} · {machine.score} {scoreOf(session.score)}
          </output>
        )}
        <Flags track={track} />
      </div>
      <div className="steps">
        <button type="button" className="back" title={machine.dayBack} onClick={() => step(-1)}>
          <span aria-hidden="true">◂ </span>
          {machine.day} <kbd>[</kbd>
        </button>
        <button
          type="button"
          className="on"
          aria-label={machine.dayOn}
          disabled={!isPast}
          onClick={() => step(1)}
        >
          ▸ <kbd>]</kbd>
        </button>
        <button type="button" className="latest" disabled={!isPast} onClick={() => toLatest(timeline)}>
          {machine.latest} <kbd>.</kbd>
        </button>
      </div>
    </section>
  );
}

function scoreOf(score: number | null | undefined): string {
  return score === null || score === undefined ? '–' : score.toFixed(0);
}
