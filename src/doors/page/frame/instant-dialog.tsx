import { type FormEvent, useId, useState } from 'react';
import type { Timeline } from '../../../report/page/index.ts';
import { closeDialog } from '../state/dialogs.ts';
import { goTo, toLatest } from '../state/going.ts';
import { epochOf, plainInstant } from '../state/instant.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Dialog } from './dialog.tsx';

/** Type an instant, or choose an episode. */
export function InstantDialog() {
  const { words, timeline, instant } = useSurroundings();
  if (!timeline || instant === undefined) return null;
  return (
    <Dialog title={words.machine.label}>
      <InstantForm timeline={timeline} instant={instant} />
      <h3>{words.machine.episodes}</h3>
      <Episodes timeline={timeline} instant={instant} />
    </Dialog>
  );
}

function InstantForm({ timeline, instant }: { timeline: Timeline; instant: string }) {
  const { machine } = useSurroundings().words;
  const [text, setText] = useState(instant);
  const [error, setError] = useState('');
  const id = useId();
  const show = (event: FormEvent) => {
    event.preventDefault();
    const asked = text.trim();
    const at = asked === 'latest' ? epochOf(timeline.latest) : epochOf(asked);
    if (Number.isNaN(at)) return setError(machine.notAnInstant(asked));
    if (at > epochOf(timeline.latest)) return setError(machine.tooLate(plainInstant(timeline.latest)));
    if (asked === 'latest') toLatest(timeline);
    else goTo(timeline, asked);
    closeDialog();
  };
  return (
    <form className="instant-form" onSubmit={show} noValidate>
      <label htmlFor={id}>{machine.instant}</label>
      <div>
        <input
          id={id}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          aria-invalid={error !== ''}
          aria-describedby={`${id}-hint ${id}-error`}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit">{machine.show}</button>
      </div>
      <p id={`${id}-error`} role="alert" className="error">
        {error}
      </p>
      <p id={`${id}-hint`} className="hint">
        {machine.instantHint}
      </p>
    </form>
  );
}

/** All episodes by year, the latest first. */
function Episodes({ timeline, instant }: { timeline: Timeline; instant: string }) {
  const years = [...new Set(timeline.episodes.map(({ date }) => date.slice(0, 4)))].reverse();
  return (
    <dl className="episodes">
      {years.map((year) => (
        <div key={year}>
          <dt>{year}</dt>
          <dd>
            {timeline.episodes
              .filter(({ date }) => date.startsWith(year))
              .reverse()
              .map(({ date, asOf, title }) => (
                <button
                  key={date}
                  type="button"
                  aria-current={epochOf(asOf) === epochOf(instant) ? 'date' : undefined}
                  onClick={() => {
                    goTo(timeline, asOf);
                    closeDialog();
                  }}
                >
                  <span className="date">{date.slice(5)}</span> {title}
                </button>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
