import { Go } from '../blocks/inline.tsx';
import { useAddress } from '../state/address.ts';
import { riseOf } from '../state/settings.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Icon } from './icons.tsx';
import { isAt, type Place, usePlaces } from './places.ts';

/** The pages, each with its verb and its key; the sections of a page only while the reader is there. */
export function Rail() {
  const { words, language, settings, timeline, frame } = useSurroundings();
  const places = usePlaces();
  return (
    <nav className="rail" aria-label={words.navigation}>
      <Go to="/" className="brand">
        <Mark /> <span>Tidemark</span>
      </Go>
      <ul>
        {places
          .filter(({ apart }) => !apart)
          .map((place) => (
            <Item key={place.id} place={place} />
          ))}
      </ul>
      <ul className="apart">
        {places
          .filter(({ apart }) => apart)
          .map((place) => (
            <Item key={place.id} place={place} />
          ))}
      </ul>
      <div className="foot">
        <p>
          {words.rise} <b className="up">▲</b> {words.fall} <b className="down">▼</b> ·{' '}
          {words.riseIs[riseOf(language, settings)]}
        </p>
        <p>{frame && words.versions(timeline?.dataVersion.slice(0, 6) ?? '…', frame.engine)}</p>
        {timeline?.simulated && <span className="tag simulated">{words.simulated}</span>}
      </div>
    </nav>
  );
}

function Item({ place }: { place: Place }) {
  const { path } = useAddress();
  const { words, timeline } = useSurroundings();
  const here = isAt(place, path);
  const { id, title, verb, keys, sections } = place;
  const late = id === 'data' ? (timeline?.late ?? 0) : 0;
  return (
    <li>
      <Go to={place.path} aria-current={here ? 'page' : undefined}>
        <Icon of={id} />
        <span className="title">{title}</span>
        {verb && verb !== title.toLowerCase() && <span className="verb">{verb}</span>}
        {late > 0 && <span className="late">{words.late(late)}</span>}
        {keys !== '' && <kbd>{keys}</kbd>}
      </Go>
      {here && sections.length > 0 && (
        <ul>
          {sections.map((section) => (
            <li key={section.id}>
              <Go to={section.path} aria-current={section.path === path ? 'page' : undefined}>
                <span className="title of-section">{section.title}</span>
              </Go>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

export function Mark() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M1 3h14" />
      <path d="M1 11c2-3 4-3 7 0s5 3 7 0" stroke="var(--accent)" />
    </svg>
  );
}
