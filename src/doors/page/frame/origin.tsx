import type { ReactNode } from 'react';
import type { SentOrigin, SentOriginInput } from '../../../report/page/index.ts';
import { Go } from '../blocks/inline.tsx';
import { useDrawer } from '../state/origins.tsx';
import { useSurroundings } from '../state/surroundings.tsx';
import { seriesPath } from './places.ts';

/** One step of where a number comes from: value, when it was known, formula, what went in, prints, source. */
export function Origin({ origin, id }: { origin: SentOrigin; id: string | undefined }) {
  const { drawer } = useSurroundings().words;
  const { name, value, why, band, about, knownAt, next, series, formula, inputs, taken, prints } = origin;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(why === undefined ? [] : [[drawer.why, why] as const]),
    ...(about === undefined ? [] : [[drawer.about, about] as const]),
    ...(knownAt === undefined ? [] : [[drawer.knownAt, knownAt] as const]),
    ...(next === undefined ? [] : [[drawer.next, next] as const]),
    ...(id === undefined ? [] : [[drawer.id, <code key="id">{id}</code>] as const]),
  ];
  return (
    <>
      <h2>{name}</h2>
      <p className={`value${why === undefined ? '' : ' missing'}`}>
        {value} {band !== undefined && <span className="band">{band}</span>}
      </p>
      <dl className="facts">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {formula && <FormulaBlock formula={formula} />}
      {inputs.length > 0 && <Inputs title={drawer.inputs} inputs={inputs} />}
      {taken.length > 0 && <Inputs title={drawer.taken} inputs={taken} />}
      {prints.length > 0 && <Prints prints={prints} />}
      {series !== undefined && (
        <p className="to-series">
          <Go to={seriesPath(series)}>{drawer.toSeries}</Go>
        </p>
      )}
      {origin.sources.length > 0 && (
        <section>
          <h3>{drawer.source}</h3>
          {origin.sources.map(({ place, licence }) => (
            <p key={place} className="source-of">
              {place}
              <small>{licence}</small>
            </p>
          ))}
        </section>
      )}
      {origin.notes.length > 0 && (
        <section>
          <h3>{drawer.notes}</h3>
          {origin.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
    </>
  );
}

function FormulaBlock({ formula }: { formula: NonNullable<SentOrigin['formula']> }) {
  const { drawer } = useSurroundings().words;
  const { text, worked, result, parameters, source } = formula;
  return (
    <section>
      <h3>{drawer.formula}</h3>
      <div className="formula">
        <code>{text}</code>
        {worked !== undefined && <code>{worked}</code>}
        {result !== undefined && <code>= {result}</code>}
      </div>
      {parameters !== undefined && (
        <p className="hint">
          {drawer.parameters}
          {parameters}
        </p>
      )}
      {source !== undefined && (
        <p className="hint">
          {drawer.formulaFrom}
          {source}
        </p>
      )}
    </section>
  );
}

function Inputs({ title, inputs }: { title: string; inputs: readonly SentOriginInput[] }) {
  const { drawer } = useSurroundings().words;
  const { enter } = useDrawer();
  const hasState = inputs.some(({ state }) => state !== '');
  return (
    <section>
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{drawer.series}</th>
            <th scope="col" className="end">
              {drawer.value}
            </th>
            <th scope="col">{drawer.date}</th>
            {hasState && <th scope="col">{drawer.state}</th>}
          </tr>
        </thead>
        <tbody>
          {inputs.map(({ symbol, name, value, date, state, origin }, at) => (
            <tr key={at}>
              <td>
                <button type="button" className="f" onClick={() => enter(origin)}>
                  {name}
                </button>
                {symbol !== undefined && <code>{symbol}</code>}
              </td>
              <td className="end">{value}</td>
              <td className="kept">{date}</td>
              {hasState && <td>{state}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Prints({ prints }: Pick<SentOrigin, 'prints'>) {
  const { drawer } = useSurroundings().words;
  return (
    <section>
      <h3>{drawer.prints}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col" className="end">
              {drawer.value}
            </th>
            <th scope="col">{drawer.knownAt}</th>
            <th scope="col">{drawer.how}</th>
          </tr>
        </thead>
        <tbody>
          {prints.map(({ value, knownAt, how }, at) => (
            <tr key={at}>
              <td className="end">{value}</td>
              <td className="kept">{knownAt}</td>
              <td>{how}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
