import { useEffect, useRef } from 'react';
import { refreshLatest } from '../state/asking.ts';
import { say, unsay, useSaying } from '../state/saying.ts';
import { useSurroundings } from '../state/surroundings.tsx';

/** Says once what happens beside the page: new data, something copied. */
export function News() {
  useNewData();
  const saying = useSaying();
  return (
    <div className="news" role="status">
      {saying && (
        <p>
          {saying.text}
          {saying.action && (
            <button type="button" onClick={saying.action.run}>
              {saying.action.label}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** Listens for commits to the store; a server that tells none is left alone. */
function useNewData(): void {
  const { news } = useSurroundings().words;
  const words = useRef(news);
  words.current = news;
  useEffect(() => {
    let seen: string | undefined;
    const source = new EventSource('/api/v1/events');
    source.addEventListener('data', ({ data }: MessageEvent<string>) => {
      const { dataVersion } = JSON.parse(data) as { dataVersion: string };
      const isNew = seen !== undefined && seen !== dataVersion;
      seen = dataVersion;
      if (!isNew) return;
      const run = () => {
        refreshLatest();
        unsay();
      };
      say({ text: words.current.came, action: { label: words.current.reload, run } });
    });
    return () => source.close();
  }, []);
}
