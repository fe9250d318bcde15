import type { SentBlock } from '../../../report/page/index.ts';
import { Inline } from './inline.tsx';

/** Signed bars from one line, one a class, each with its number; the dashed line is that of a large fall. */
export function Strip({ block }: { block: Extract<SentBlock, { kind: 'strip' }> }) {
  const { cells, line, note, tally } = block;
  const shares = cells.map(({ bar }) => bar?.share ?? 0);
  const top = Math.max(0, ...shares);
  const depth = Math.max(-line, ...shares.map((share) => -share));
  const scale = HEIGHT / (top + depth);
  return (
    <div className="strip">
      <ul>
        {cells.map(({ label, value, bar, apart, faint }) => (
          <li key={label} className={[apart ? 'apart' : '', faint ? 'faint' : ''].join(' ').trim()}>
            <span className="label">{label}</span>
            <span className="well" aria-hidden="true" style={{ height: `${HEIGHT}px` }}>
              <span className="zero" style={{ top: `${top * scale}px` }} />
              <span className="line" style={{ top: `${(top - line) * scale}px` }} />
              {bar && (
                <span
                  className={`bar ${bar.tone}`}
                  style={{
                    top: `${(top - Math.max(0, bar.share)) * scale}px`,
                    height: `${Math.max(1, Math.abs(bar.share) * scale)}px`,
                  }}
                />
              )}
            </span>
            <span className="value">
              <Inline text={value} />
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <span>
          <Inline text={note} />
        </span>
        <span>
          <Inline text={tally} />
        </span>
      </p>
    </div>
  );
}

const HEIGHT = 56;
