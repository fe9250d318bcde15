import type { Figure } from '../../src/data/figure.ts';

/** Figures that add to another one, or to 1: by the paths after the id of the part; those with the same first group belong together. */
interface Sum {
  readonly total: RegExp | 1;
  readonly parts: RegExp;
}

const SUMS: Readonly<Record<string, readonly Sum[]>> = {
  'net-liquidity': [{ total: /^change-(\d+w)$/, parts: /^change-(\d+w)\.[^.]+$/ }],
  projection: [{ total: /^(\d+w)\.base$/, parts: /^(\d+w)\.(?:fed|banks)$/ }],
  'liquidity-valuation': [{ total: /^([^.]+)\.actual$/, parts: /^([^.]+)\.(?:fitted|residual)$/ }],
  'driver-split': [
    { total: /^([^.]+)\.move$/, parts: /^([^.]+)\.(?:explained|residual)$/ },
    {
      total: /^([^.]+)\.explained$/,
      parts: /^([^.]+)\.(?:real-yield|dollar|equity|credit|volatility|liquidity|carry|technology)$/,
    },
    { total: 1, parts: /^([^.]+)\.[^.]+\.share$/ },
  ],
  'yield-exposure': [{ total: /^([^.]+)\.window\.move$/, parts: /^([^.]+)\.window\.(?:yield|dollar|rest)$/ }],
  'yen-carry': [{ total: /^beta\.([^.]+)\.move$/, parts: /^beta\.([^.]+)\.(?:explained|rest)$/ }],
  'two-causes': [
    { total: /^([^.]+)\.move$/, parts: /^([^.]+)\.(?:explained|residual)$/ },
    { total: /^([^.]+)\.explained$/, parts: /^([^.]+)\.(?:liquidity|technology)$/ },
    { total: 1, parts: /^([^.]+)\.[^.]+\.share$/ },
  ],
  'rate-anchor': [{ total: /^(.+)\.actual$/, parts: /^(.+)\.(?:implied|rest)$/ }],
  'policy-reaction': [{ total: /^([^.]+)\.total$/, parts: /^([^.]+)\.(?:1\.move|later)$/ }],
  'term-premium': [
    { total: /^()yield$/, parts: /^()(?:premium|expected)$/ },
    { total: /^(\d+d)\.yield$/, parts: /^(\d+d)\.(?:premium|expected)$/ },
  ],
  'return-news': [{ total: /^()move$/, parts: /^()(?:expected|discount-rate|cash-flow)$/ }],
  'oil-shock': [
    { total: /^()move$/, parts: /^()(?:demand|residual)$/ },
    { total: /^()demand$/, parts: /^()[^.]+\.contribution$/ },
  ],
  'flow-elasticity': [
    { total: /^window\.()change$/, parts: /^window\.own\.()(?:effect|rest)$/ },
    { total: /^window\.()change$/, parts: /^window\.citi\.()(?:effect|rest)$/ },
  ],
  'crypto-funding': [{ total: /^()score$/, parts: /^()gauge\.[^.]+\.contribution$/ }],
  'three-lamps': [{ total: 1, parts: /^(history-\d)\.red-\d\.share$/ }],
  stablecoins: [{ total: 1, parts: /^()issuer\.[^.]+\.share$/ }],
  liquidations: [{ total: 1, parts: /^(leverage)-\d+\.share$/ }],
  miners: [{ total: 1, parts: /^(shares|before)\.[^.]+$/ }],
  identity: [{ total: 1, parts: /^(share)\.[^.]+$/ }],
  spillovers: [
    { total: 1, parts: /^(frequency)\.[^.]+$/ },
    { total: 1, parts: /^(channel)\.[^.]+$/ },
  ],
  'yield-spillover': [{ total: /^([^.]+\.\d+d)$/, parts: /^([^.]+\.\d+d)\.(?:sent|own|base)$/ }],
};

/** Ids of the parts that say of figures that they sum. */
export const SUMMED: readonly string[] = Object.keys(SUMS);

/** A sum as it stands in an answer. */
interface FoundSum {
  readonly of: string;
  readonly total: number;
  readonly parts: readonly number[];
}

/** The sums of a part whose total and at least one of whose parts have a value; a part without one adds nothing. */
export function sumsOf(part: string, figures: readonly Figure[]): readonly FoundSum[] {
  const paths = figures.map(
    ({ id, value }) => [id.slice(id.indexOf('.') + 1, id.indexOf('@')), value] as const,
  );
  return SUMS[part]!.flatMap(({ total, parts }) => {
    const groups = new Map<string, number[]>();
    for (const [path, value] of paths) {
      const key = parts.exec(path)?.[1];
      if (key !== undefined && value !== null) groups.set(key, [...(groups.get(key) ?? []), value]);
    }
    return [...groups].flatMap(([key, values]) => {
      const whole = total === 1 ? 1 : paths.find(([path]) => total.exec(path)?.[1] === key)?.[1];
      return typeof whole === 'number' ? [{ of: `${parts.source} ${key}`, total: whole, parts: values }] : [];
    });
  });
}
