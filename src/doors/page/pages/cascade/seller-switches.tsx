import type { CascadeControls, ControlledSeller } from '../../../../report/page/index.ts';
import { Inline } from '../../blocks/inline.tsx';

interface Switches {
  readonly words: CascadeControls['words'];
  readonly sellers: readonly ControlledSeller[];
  readonly on: readonly string[];
  readonly change: (on: readonly string[]) => void;
}

/** A switch a seller; one that has nothing cannot be switched on, and says why. */
export function SellerSwitches({ words, sellers, on, change }: Switches) {
  const able = sellers.filter(({ state }) => state !== 'nothing-to-sell').map(({ id }) => id);
  const toggle = (id: string) =>
    change(able.filter((one) => (one === id ? !on.includes(id) : on.includes(one))));
  const groups = [
    { name: words.sellers, of: sellers.filter(({ buys }) => !buys) },
    { name: words.buyers, of: sellers.filter(({ buys }) => buys) },
  ];
  return (
    <>
      <div className="all">
        <button type="button" onClick={() => change([])}>
          {words.allOff}
        </button>
        <button type="button" onClick={() => change(able)}>
          {words.allOn}
        </button>
      </div>
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ name, of }) => (
          <fieldset key={name}>
            <legend>{name}</legend>
            <ul>
              {of.map((one) => (
                <Seller key={one.id} seller={one} isOn={on.includes(one.id)} toggle={() => toggle(one.id)} />
              ))}
            </ul>
          </fieldset>
        ))}
    </>
  );
}

function Seller({
  seller: { id, name, line, tag, state },
  isOn,
  toggle,
}: {
  seller: ControlledSeller;
  isOn: boolean;
  toggle: () => void;
}) {
  const cannot = state === 'nothing-to-sell';
  return (
    <li className={cannot ? 'cannot' : undefined}>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={`seller-${id}`}
        aria-describedby={`seller-${id}-line`}
        disabled={cannot}
        onClick={toggle}
      >
        <span aria-hidden="true" />
      </button>
      <span id={`seller-${id}`}>{name}</span>
      <span className="line" id={`seller-${id}-line`}>
        <Inline text={line} />
      </span>
      {tag !== undefined && <span className="tag plain">{tag}</span>}
    </li>
  );
}
