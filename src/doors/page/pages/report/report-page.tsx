import { useEffect, useState } from 'react';
import { LANGUAGES, type Language } from '../../../../data/series/entry.ts';
import { useSurroundings } from '../../state/surroundings.tsx';
import { REPORT_PAGE_WORDS } from './words.ts';

const FORMATS = ['html', 'pdf', 'docx', 'md'] as const;

/** The report at the instant of the page: in a language, as a file, and in sight. */
export function ReportPage() {
  const { language: own, asOf: asked, timeline, words: page } = useSurroundings();
  const asOf = asked ?? timeline?.opening;
  const [chosen, setChosen] = useState<Language | undefined>(undefined);
  const language = chosen ?? own;
  const words = REPORT_PAGE_WORDS[own];
  useEffect(() => {
    document.title = `${words.title} · Tidemark`;
  }, [words]);
  const href = (format: string) => {
    const query = new URLSearchParams({
      format,
      lang: language,
      ...(asOf === undefined ? {} : { asof: asOf }),
    });
    return `/api/v1/report?${query}`;
  };
  const name = (format: string) => `tidemark-${(asOf ?? 'latest').slice(0, 10)}-${language}.${format}`;
  return (
    <main id="main" tabIndex={-1}>
      <p className="question">{words.question}</p>
      <h1>
        {words.answer.map((phrase, at) => (
          <span key={phrase}>
            {at > 0 && own === 'en' ? ' ' : ''}
            {phrase}
          </span>
        ))}
      </h1>
      <p className="lead">{words.lead}</p>
      <fieldset className="choice">
        <legend>{words.language}</legend>
        {LANGUAGES.map((one) => (
          <label key={one} lang={one}>
            <input
              type="radio"
              name="report-language"
              checked={one === language}
              onChange={() => setChosen(one)}
            />
            {words.languages[one]}
          </label>
        ))}
      </fieldset>
      <p className="take">
        {words.take}
        {FORMATS.map((format) => (
          <a
            key={format}
            className={format === 'pdf' ? 'button first' : 'button'}
            href={href(format)}
            download={name(format)}
          >
            {words.formats[format]}
          </a>
        ))}
      </p>
      <p className="small">
        {words.line}:{' '}
        <code>{`tidemark report${asOf === undefined ? '' : ` --as-of ${asOf}`} --lang ${language} --format pdf --out report.pdf`}</code>
      </p>
      <section className="panel" aria-labelledby="preview-h">
        <h2 id="preview-h">{words.preview}</h2>
        <Preview
          key={href('html')}
          href={href('html')}
          title={`${words.preview}: ${words.languages[language]}`}
          writing={words.writing}
          loading={page.state.loading}
        />
      </section>
    </main>
  );
}

function Preview({
  href,
  title,
  writing,
  loading,
}: {
  href: string;
  title: string;
  writing: string;
  loading: string;
}) {
  const [isThere, setThere] = useState(false);
  return (
    <div className="preview" aria-busy={!isThere}>
      {!isThere && (
        <p className="writing" role="status">
          {loading}. {writing}…
        </p>
      )}
      <iframe src={href} title={title} onLoad={() => setThere(true)} />
    </div>
  );
}
