import type { SentBlock } from '../../../report/page/index.ts';
import { Drawn } from './drawn.tsx';
import { Go, Inline } from './inline.tsx';

/** A row of numbers, each with its context and, where there is one, its recent course. */
export function Stats({ block }: { block: Extract<SentBlock, { kind: 'stats' }> }) {
  return (
    <dl className="stats">
      {block.cells.map(({ label, to, value, note, spark }) => (
        <div key={label}>
          <dt>{to === undefined ? label : <Go to={to}>{label}</Go>}</dt>
          <dd className="number">
            <Inline text={value} />
            {spark !== undefined && <Drawn svg={spark} className="spark" />}
          </dd>
          <dd className="note">
            <Inline text={note} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
