import { type ReactNode, useEffect, useRef } from 'react';
import type { ListedPage, SentPage } from '../../../report/page/index.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Go, Inline } from '../blocks/inline.tsx';
import { Failed, Skeleton } from '../blocks/states.tsx';
import { useAddress } from '../state/address.ts';
import { useArriving } from '../state/arriving.ts';
import { plainInstant } from '../state/instant.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { PageContext } from './page-context.ts';
import { usePageRun } from './page-run.ts';

/** A page that is written from an answer: session line, question, the answer as a sentence, what proves it, what is not known. */
export function AnswerPage({ page }: { page: ListedPage }) {
  const { words, language } = useSurroundings();
  const query = usePageQuery(page);
  const { answer, failure, isSlow, isWaiting, again, run, query: asked } = usePageRun(page.id, query);
  const shown = answer?.page === page.id ? answer : undefined;
  const said = useRef('');
  useEffect(() => {
    if (shown)
      document.title = `${shown.answer.join(language === 'en' ? ' ' : '')} · ${page.title} · Tidemark`;
  }, [shown, page.title, language]);
  const sentence = shown && !isWaiting ? `${shown.asOf}: ${shown.answer.join('')}` : said.current;
  said.current = sentence;
  useArriving(shown?.page);
  const failed = failure && <Failed failure={failure} again={again} />;
  return (
    <main id="main" tabIndex={-1} aria-busy={isWaiting}>
      {shown && isWaiting && isSlow && (
        <p className="recomputing tag amber">{words.state.recomputing(plainInstant(shown.asOf))}</p>
      )}
      {!shown && <Opening question={page.question} />}
      {!shown && failed}
      {failure && run && !shown && (
        <p>
          <Go to={page.path}>{page.question}</Go>
        </p>
      )}
      {!shown && !failure && isSlow && <Skeleton title={page.title} lines={6} />}
      {shown && (
        <PageContext value={{ page: page.id, query: asked, asOf: shown.asOf, ...(run ? { run } : {}) }}>
          {shown.beside && failed}
          <Whole page={shown} question={page.question} isStale={isWaiting || failure !== undefined}>
            {!shown.beside && failed}
          </Whole>
        </PageContext>
      )}
      <p className="spoken" role="status">
        {sentence}
      </p>
    </main>
  );
}

/** The session line and the question of the reader. */
function Opening({ page, question }: { page?: SentPage; question: string }) {
  return (
    <>
      <p className="sessions">
        {page?.sessions.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      <p className="question">{question}</p>
      {page?.simulated && <p className="notice">{page.simulated.sentence}</p>}
    </>
  );
}

/** The answer as a sentence, and one paragraph. */
function Head({ page }: { page: SentPage }) {
  const { language } = useSurroundings();
  return (
    <>
      <h1>
        {page.answer.map((phrase, at) => (
          <span key={phrase}>
            {at > 0 && language === 'en' ? ' ' : ''}
            {phrase}
          </span>
        ))}
      </h1>
      {page.lead && (
        <p className="lead">
          <Inline text={page.lead} />
        </p>
      )}
    </>
  );
}

/** A page from its opening to what is not known; where it wishes so, the last of its first columns stands beside the head. */
function Whole({
  page,
  question,
  isStale,
  children,
}: {
  page: SentPage;
  question: string;
  isStale: boolean;
  children: ReactNode;
}) {
  const [first, ...others] = page.blocks;
  const stale = isStale ? 'stale' : undefined;
  if (page.beside && first?.kind === 'columns') {
    const [under = [], ...beside] = first.columns;
    return (
      <div className={stale}>
        <div className={`columns split-${first.split} beside`}>
          <div>
            <Opening page={page} question={question} />
            <Head page={page} />
            <Blocks blocks={under} />
          </div>
          {beside.map((blocks, at) => (
            <div key={at}>
              <Blocks blocks={blocks} />
            </div>
          ))}
        </div>
        <Blocks blocks={others} />
        <Unknown page={page} />
      </div>
    );
  }
  return (
    <>
      <Opening page={page} question={question} />
      {children}
      <div className={stale}>
        <Head page={page} />
        <Blocks blocks={page.blocks} />
        <Unknown page={page} />
      </div>
    </>
  );
}

function Unknown({ page: { unknown } }: { page: SentPage }) {
  const { words } = useSurroundings();
  if (unknown.length === 0) return null;
  return (
    <section className="unknown" aria-label={words.state.unknown}>
      <h2>{words.state.unknown}</h2>
      <ul>
        {unknown.map((text, at) => (
          <li key={at}>
            <Inline text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is asked of the server with every part of the page. */
function usePageQuery({ path: pattern }: ListedPage): string {
  const { path, query } = useAddress();
  const { language } = useSurroundings();
  const asked = new URLSearchParams(query);
  if (pattern.endsWith('/:id'))
    asked.set('id', decodeURIComponent(path.slice(pattern.length - ':id'.length)));
  asked.set('lang', language);
  asked.sort();
  return asked.toString();
}
