import type { SentBlock } from '../../../report/page/index.ts';
import { Inline } from './inline.tsx';

/** A large number with what it means. */
export function Score({ block }: { block: Extract<SentBlock, { kind: 'score' }> }) {
  return (
    <div className="score">
      <p className="number">
        <Inline text={block.value} /> <span>{block.of}</span>
      </p>
      <div>
        {block.notes.map((note, at) => (
          <p key={at}>
            <Inline text={note} />
          </p>
        ))}
      </div>
    </div>
  );
}
