import type { CascadeControls } from '../../../../report/page/index.ts';

/** What the controls stand at. */
export interface Draft {
  readonly asset: string;
  /** Percent. */
  readonly shock: number;
  /** Shocks of other assets, as the address has them. */
  readonly others: string;
  readonly horizon: string;
  /** Sellers that are on. */
  readonly sellers: readonly string[];
}

/** What the cascade is asked when the address says nothing. */
const USUAL = { shock: 'btc-usd=-5%', horizon: '24h' };

export function draftOf({ asset, shock, others, horizon, sellers }: CascadeControls): Draft {
  const on = sellers.filter(({ state }) => state === 'on').map(({ id }) => id);
  return { asset, shock, others, horizon, sellers: on };
}

/** The change of the address that asks for what the controls stand at; what is usual is not said. */
export function addressOf(
  { sellers }: CascadeControls,
  { asset, shock, others, horizon, sellers: on }: Draft,
): Readonly<Record<string, string | null>> {
  const able = sellers.filter(({ state }) => state !== 'nothing-to-sell');
  const asked = `${asset}=${shock}%${others}`;
  return {
    shock: asked === USUAL.shock ? null : asked,
    horizon: horizon === USUAL.horizon ? null : horizon,
    sellers: able.every(({ id }) => on.includes(id)) ? null : on.length === 0 ? 'none' : on.join(','),
  };
}
