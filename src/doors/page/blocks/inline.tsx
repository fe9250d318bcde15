import type { SentFigure, SentInline, SentSpan } from '../../../report/page/index.ts';
import { go, hrefOf } from '../state/address.ts';
import { useDrawer } from '../state/origins.tsx';
import { useSurroundings } from '../state/surroundings.tsx';

/** A text whose numbers open where they come from; a number keeps the marks that touch it, for a browser breaks a line on either side of a button. */
export function Inline({ text }: { text: SentInline }) {
  return text.map((span, at) => {
    if (isFigure(span)) {
      const [before, after] = [marksOf(text[at - 1], OPENS), marksOf(text[at + 1], CLOSES)];
      if (before === '' && after === '') return <Span key={at} span={span} />;
      return (
        <span key={at} className="kept">
          {before}
          <Span span={span} />
          {after}
        </span>
      );
    }
    if (typeof span !== 'string') return <Span key={at} span={span} />;
    const from = isFigure(text[at - 1]) ? marksOf(span, CLOSES).length : 0;
    const to = span.length - (isFigure(text[at + 1]) ? marksOf(span.slice(from), OPENS).length : 0);
    return <Span key={at} span={span.slice(from, to)} />;
  });
}

const OPENS = /[（「『“〔［([]$/;
const CLOSES = /^[，。；：、）］」』”〕！？%,.;:!?)\]]/;

function isFigure(span: SentSpan | undefined): boolean {
  return typeof span === 'object' && span.kind === 'figure';
}

function marksOf(span: SentSpan | undefined, marks: RegExp): string {
  return typeof span === 'string' ? (marks.exec(span)?.[0] ?? '') : '';
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
