import type { ReactNode } from 'react';
import type { SentBlock } from '../../../report/page/index.ts';
import { Inline } from './inline.tsx';

/** A question of many: its sentences beside its name, its charts and tables, the children, a step away. */
export function Story({
  block,
  children,
}: {
  block: Extract<SentBlock, { kind: 'story' }>;
  children: ReactNode;
}) {
  const { id, title, said, rest } = block;
  return (
    <section className="story" id={id} aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>{title}</h3>
      <div>
        {said.map((text, at) => (
          <p key={at}>
            <Inline text={text} />
          </p>
        ))}
        {rest && (
          <details className="fold">
            <summary>
              {rest.title}
              <span className="spoken">: {title}</span>
            </summary>
            {children}
          </details>
        )}
      </div>
    </section>
  );
}
