import type { SentFigure, SentInline, SentSpan } from '../../../report/page/index.ts';
import { useDrawer } from '../frame/drawer.tsx';
import { go, hrefOf } from '../state/address.ts';
import { useSurroundings } from '../state/surroundings.tsx';

/** A text whose numbers open where they come from. */
export function Inline({ text }: { text: SentInline }) {
  return text.map((span, at) => {
    const stop = isFigure(span) ? stopOf(text[at + 1]) : '';
    if (stop !== '') {
      return (
        <span key={at} className="kept">
          <Span span={span} />
          {stop}
        </span>
      );
    }
    const taken = at > 0 && isFigure(text[at - 1]) ? stopOf(span).length : 0;
    return <Span key={at} span={taken > 0 && typeof span === 'string' ? span.slice(taken) : span} />;
  });
}

function isFigure(span: SentSpan | undefined): boolean {
  return typeof span === 'object' && span.kind === 'figure';
}

/** The mark that closes a number in a text; a browser would let it begin a line, as the number is a button. */
function stopOf(span: SentSpan | undefined): string {
  return typeof span === 'string' ? (/^[，。；：、）］」』！？,.;:)\]]/.exec(span)?.[0] ?? '') : '';
}

function Span({ span }: { span: SentSpan }) {
  if (typeof span === 'string') return span;
  switch (span.kind) {
    case 'strong':
      return (
        <b>
          <Inline text={span.of} />
        </b>
      );
    case 'code':
      return <code>{span.text}</code>;
    case 'tag':
      return <span className={`tag ${span.look}`}>{span.text}</span>;
    case 'link':
      return <Go to={span.to}>{span.text}</Go>;
    case 'figure':
      return <FigureLink figure={span} />;
  }
}

/** A link within the page, which keeps the instant. */
export function Go({
  to,
  children,
  ...rest
}: {
  to: string;
  children: React.ReactNode;
  className?: string;
  'aria-current'?: 'page' | undefined;
}) {
  const href = hrefOf(to);
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(href);
        window.scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}

export function FigureLink({ figure }: { figure: SentFigure }) {
  const { words } = useSurroundings();
  const drawer = useDrawer();
  const { id, text, tone, why, flags, of } = figure;
  const names = [
    'f',
    ...(tone === 'up' || tone === 'down' ? [tone] : []),
    ...(why === undefined ? [] : ['missing']),
  ];
  const hover = [...(why === undefined ? [] : [why]), of.slice(0, 3).join(', '), ...(flags ?? [])];
  return (
    <button
      type="button"
      className={names.join(' ')}
      data-figure={id}
      title={hover.filter((one) => one !== '').join(' · ')}
      onClick={(event) => drawer.open(id, event.currentTarget)}
    >
      {text}
      <span className="spoken">{[', ', ...(flags ?? []), words.drawer.open].join(' ')}</span>
    </button>
  );
}
