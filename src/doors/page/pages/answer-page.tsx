import { useEffect, useRef } from 'react';
import type { ListedPage, SentPage } from '../../../report/page/index.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Inline } from '../blocks/inline.tsx';
import { Failed, Skeleton } from '../blocks/states.tsx';
import { useAddress } from '../state/address.ts';
import { useAsked } from '../state/asking.ts';
import { plainInstant } from '../state/instant.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { PageContext } from './page-context.ts';

/** A page that is written from an answer: session line, question, the answer as a sentence, what proves it, what is not known. */
export function AnswerPage({ page }: { page: ListedPage }) {
  const { words, language } = useSurroundings();
  const query = usePageQuery(page);
  const { answer, failure, isSlow, isWaiting, again } = useAsked<SentPage>(`/pages/${page.id}?${query}`);
  const shown = answer?.page === page.id ? answer : undefined;
  const said = useRef('');
  useEffect(() => {
    if (shown)
      document.title = `${shown.answer.join(language === 'en' ? ' ' : '')} · ${page.title} · Tidemark`;
  }, [shown, page.title, language]);
  const sentence = shown && !isWaiting ? `${shown.asOf}: ${shown.answer.join('')}` : said.current;
  said.current = sentence;
  return (
    <main id="main" tabIndex={-1} aria-busy={isWaiting}>
      <p className="sessions">
        {shown?.sessions.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      <p className="question">{page.question}</p>
      {shown?.simulated && <p className="notice">{shown.simulated.sentence}</p>}
      {shown && isWaiting && isSlow && (
        <p className="recomputing tag amber">{words.state.recomputing(plainInstant(shown.asOf))}</p>
      )}
      {failure && <Failed failure={failure} again={again} />}
      {!shown && !failure && isSlow && <Skeleton title={page.title} lines={6} />}
      {shown && (
        <PageContext value={{ page: page.id, query, asOf: shown.asOf }}>
          <div className={isWaiting ? 'stale' : undefined}>
            <h1>
              {shown.answer.map((phrase, at) => (
                <span key={phrase}>
                  {at > 0 && language === 'en' ? ' ' : ''}
                  {phrase}
                </span>
              ))}
            </h1>
            {shown.lead && (
              <p className="lead">
                <Inline text={shown.lead} />
              </p>
            )}
            <Blocks blocks={shown.blocks} />
            {shown.unknown.length > 0 && (
              <section className="unknown" aria-label={words.state.unknown}>
                <h2>{words.state.unknown}</h2>
                <ul>
                  {shown.unknown.map((text, at) => (
                    <li key={at}>
                      <Inline text={text} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </PageContext>
      )}
      <p className="spoken" role="status">
        {sentence}
      </p>
    </main>
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
