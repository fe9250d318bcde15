import type { Failure } from '../state/asking.ts';
import { instantFailure } from '../state/instant-failure.ts';
import { useSurroundings } from '../state/surroundings.tsx';

/** What stands where an answer will: of its final size, without moving. */
export function Skeleton({ title, lines }: { title: string; lines: number }) {
  const { words } = useSurroundings();
  return (
    <div className="skeleton" role="status" aria-label={`${words.state.loading}: ${title}`}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} style={{ width: `${WIDTHS[at % WIDTHS.length]}%` }} />
      ))}
    </div>
  );
}

const WIDTHS = [38, 92, 84, 60, 88, 45];

/** What came, what is allowed, and one thing to do. */
export function Failed({ failure, again }: { failure: Failure; again: () => void }) {
  const { words } = useSurroundings();
  const { title, detail, hint, status } = failure;
  const isCancelled = title === 'cancelled';
  const own = instantFailure(failure, words.machine);
  return (
    <div className="failed" role="alert">
      {!isCancelled && <b>{words.state.failed}</b>}
      <p>
        {isCancelled
          ? words.state.cancelled
          : title === 'unreachable'
            ? words.state.unreachable
            : (own ?? detail)}
      </p>
      {own && (
        <p className="hint" lang="en">
          {detail}
        </p>
      )}
      {hint !== '' && <p className="hint">{hint}</p>}
      <button type="button" onClick={again}>
        {words.state.again}
      </button>
      {status > 0 && <span className="hint"> {status}</span>}
    </div>
  );
}
