import type { SentBlock } from '../../../report/page/index.ts';

/** Links to the parts of this page; the address stays what it is, so that it still says what was asked. */
export function Contents({ block }: { block: Extract<SentBlock, { kind: 'contents' }> }) {
  return (
    <nav className="contents" aria-label={block.label}>
      <ul>
        {block.items.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                const part = document.getElementById(id);
                part?.scrollIntoView();
                const heading = part?.querySelector('h2');
                heading?.setAttribute('tabindex', '-1');
                heading?.focus({ preventScroll: true });
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
