import type { SentFigure, SentInline, SentSpan } from '../../../report/page/index.ts';
import { useDrawer } from '../frame/drawer.tsx';
import { go, hrefOf } from '../state/address.ts';
import { useSurroundings } from '../state/surroundings.tsx';

/** A text whose numbers open where they come from. */
export function Inline({ text }: { text: SentInline }) {
  return text.map((span, at) => <Span key={at} span={typeof span === 'string' ? joined(span, at) : span} />);
}

const JOINER = '\u2060';
const CLOSES = /^[，。；：、！？）」”〕\],.;:!?)’%]/;
const OPENS = /[（「“〔[(]$/;

/** A line may break on either side of a button; no line begins with a stop or ends with an opening bracket. */
function joined(words: string, at: number): string {
  const begun = at > 0 && CLOSES.test(words) ? `${JOINER}${words}` : words;
  return OPENS.test(begun) ? `${begun}${JOINER}` : begun;
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
