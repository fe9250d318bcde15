import type { SentBlock } from '../../../report/page/index.ts';
import { Inline } from './inline.tsx';

const LAMPS = { supported: '◆', partly: '⬖', 'not-supported': '✕', 'not-measured': '◌' } as const;

/** Statements with how well each is supported: the shape first, the word beside. */
export function EvidenceList({ block }: { block: Extract<SentBlock, { kind: 'evidence' }> }) {
  return (
    <ul className="evidence">
      {block.items.map(({ evidence, word, title, text }) => (
        <li key={title} className={evidence}>
          <span className="lamp" aria-hidden="true">
            {LAMPS[evidence]}
          </span>
          <b>{title}</b> <span className="word">{word}</span>
          <p>
            <Inline text={text} />
          </p>
        </li>
      ))}
    </ul>
  );
}
