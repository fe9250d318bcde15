import { useEffect, useRef, useState } from 'react';
import type { CascadeControls as Data } from '../../../../report/page/index.ts';
import { Inline } from '../../blocks/inline.tsx';
import { ask } from '../../state/address.ts';
import { usePage } from '../page-context.ts';
import { addressOf, type Draft, draftOf } from './draft.ts';
import { SellerSwitches } from './seller-switches.tsx';

/** After a control rests so long, its question is asked. */
const REST_MS = 150;

/** Shock, horizon and sellers; they change the address, and the page follows it. */
export function CascadeControls({ data }: { data: Data }) {
  const { words, assets, horizons, sellers, check, holds } = data;
  const { run } = usePage();
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const isHeld = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const shown = draft ?? draftOf(data);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer takes the place of what was asked
  useEffect(() => {
    if (!isHeld.current && timer.current === undefined) setDraft(undefined);
  }, [data]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  function rest(next: Draft): void {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    if (isHeld.current) return;
    timer.current = window.setTimeout(() => {
      timer.current = undefined;
      ask(addressOf(data, next), 'replace');
    }, REST_MS);
  }
  function change(part: Partial<Draft>): void {
    const next = { ...shown, ...part };
    setDraft(next);
    rest(next);
  }
  function release(): void {
    if (!isHeld.current) return;
    isHeld.current = false;
    if (draft) rest(draft);
  }

  return (
    <div className="cascade-controls">
      <label className="row">
        <span>{words.asset}</span>
        <select
          value={shown.asset}
          onChange={(event) => change({ asset: event.currentTarget.value, others: '' })}
        >
          {assets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="row">
        <label htmlFor="cascade-shock">{words.shock}</label>
        <output htmlFor="cascade-shock">{percentText(shown.shock)}</output>
      </div>
      <input
        id="cascade-shock"
        type="range"
        min={-30}
        max={-1}
        step={1}
        value={shown.shock}
        aria-valuetext={percentText(shown.shock)}
        onChange={(event) => change({ shock: event.currentTarget.valueAsNumber })}
        onPointerDown={() => {
          isHeld.current = true;
        }}
        onPointerUp={release}
        onPointerCancel={release}
        onBlur={release}
      />
      <label className="row">
        <span>{words.horizon}</span>
        <select value={shown.horizon} onChange={(event) => change({ horizon: event.currentTarget.value })}>
          {horizons.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {run?.phase === 'failed' && <p className="problem">{run.problem}</p>}
      <SellerSwitches
        words={words}
        sellers={sellers}
        on={shown.sellers}
        change={(on) => change({ sellers: on })}
      />
      {check.length > 0 && (
        <p className="small">
          {words.check} <Inline text={check} /> <b>{holds ? `✓ ${words.holds}` : `✕ ${words.broken}`}</b>
        </p>
      )}
    </div>
  );
}

function percentText(percent: number): string {
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`;
}
