import { useState } from 'react';
import { Go } from '../blocks/inline.tsx';
import { useAddress } from '../state/address.ts';
import { useSurroundings } from '../state/surroundings.tsx';
import { Icon } from './icons.tsx';
import { isAt, type Place, usePlaces } from './places.ts';

const SHOWN = 4;

/** The pages on a phone: the first four, and the others behind one more. */
export function BottomBar() {
  const { words } = useSurroundings();
  const { path } = useAddress();
  const [open, setOpen] = useState(false);
  const places = usePlaces();
  const rest = [...places.flatMap(({ sections }) => sections), ...places.slice(SHOWN)];
  if (places.length === 0) return null;
  return (
    <nav className="bottom" aria-label={words.navigation}>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its links are what is pressed
        <ul className="sheet" onClick={() => setOpen(false)}>
          {rest.map((place) => (
            <li key={place.id}>
              <Tab place={place} path={path} />
            </li>
          ))}
        </ul>
      )}
      <ul>
        {places.slice(0, SHOWN).map((place) => (
          <li key={place.id}>
            <Tab place={place} path={path} />
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-expanded={open}
            className={places.slice(SHOWN).some((place) => isAt(place, path)) ? 'here' : ''}
            onClick={() => setOpen(!open)}
          >
            <Icon of="more" />
            {words.more}
          </button>
        </li>
      </ul>
    </nav>
  );
}

function Tab({ place, path }: { place: Place; path: string }) {
  return (
    <Go to={place.path} aria-current={isAt(place, path) ? 'page' : undefined}>
      <Icon of={place.id} />
      <span>{place.title}</span>
    </Go>
  );
}
