import type { SentTrace } from '../../../report/page/index.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { copyText } from './copying.ts';

/** What must be said before the value. */
export function TraceHead({ trace: { flags, warnings } }: { trace: SentTrace }) {
  return (
    <>
      {warnings.map((text) => (
        <p key={text} className="notice">
          {text}
        </p>
      ))}
      {flags.length > 0 && (
        <p className="tags">
          {flags.map((flag) => (
            <span key={flag} className="tag plain">
              {flag}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** What a reader may take away: the observations, the trace, a citation, and what to type for the same. */
export function TraceEnd({ trace: { csv, json, citation, command } }: { trace: SentTrace }) {
  const { words } = useSurroundings();
  const { drawer } = words;
  return (
    <section className="carry">
      <p className="buttons">
        {csv !== undefined && (
          <a href={csv} download>
            CSV
          </a>
        )}
        <a href={json} target="_blank" rel="noreferrer">
          JSON
        </a>
        <button type="button" onClick={() => copyText(citation, drawer.copied)}>
          {drawer.copy}
        </button>
      </p>
      <h3>{drawer.command}</h3>
      <button type="button" className="command" onClick={() => copyText(command, drawer.copied)}>
        <code>{command}</code>
      </button>
    </section>
  );
}
