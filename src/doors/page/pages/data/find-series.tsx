import { useState } from 'react';
import { Go } from '../../blocks/inline.tsx';
import { Failed } from '../../blocks/states.tsx';
import { useAsked } from '../../state/asking.ts';
import { useSurroundings } from '../../state/surroundings.tsx';
import { DATA_PAGE_WORDS } from './words.ts';

interface SeriesPage {
  readonly total: number;
  readonly series: readonly {
    readonly id: string;
    readonly title: string;
    readonly first: string | null;
    readonly last: string | null;
  }[];
}

const SHOWN = 12;

/** Finds series by a part of their id, title or class. */
export function FindSeries() {
  const { language } = useSurroundings();
  const [part, setPart] = useState('');
  const words = DATA_PAGE_WORDS[language];
  const wanted = part.trim();
  const { answer, failure, again } = useAsked<SeriesPage>(
    `/api/v1/series?limit=${SHOWN}&all=yes${wanted === '' ? '' : `&part=${encodeURIComponent(wanted)}`}`,
  );
  return (
    <div className="finder">
      <label>
        {words.label}
        <input
          type="search"
          value={part}
          placeholder={words.placeholder}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setPart(event.currentTarget.value)}
        />
      </label>
      {failure && <Failed failure={failure} again={again} />}
      {answer && answer.total === 0 && <p className="small">{words.nothing(wanted)}</p>}
      <ul>
        {answer?.series.map(({ id, title, first, last }) => (
          <li key={id}>
            <Go to={`/data/${encodeURIComponent(id)}`}>{id}</Go> <span>{title}</span>{' '}
            <span className="span">{first === null ? words.absent : `${first} … ${last}`}</span>
          </li>
        ))}
      </ul>
      <p className="small" role="status">
        {answer && answer.total > 0 ? words.count(answer.series.length, answer.total) : ''}
      </p>
    </div>
  );
}
