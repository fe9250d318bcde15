import type { SentBlock } from '../../../report/page/index.ts';
import { Inline } from './inline.tsx';

/** What comes when. */
export function Agenda({ block }: { block: Extract<SentBlock, { kind: 'agenda' }> }) {
  return (
    <dl className="agenda">
      {block.items.map(({ when, what }, at) => (
        <div key={at}>
          <dt>{when}</dt>
          <dd>
            <Inline text={what} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
