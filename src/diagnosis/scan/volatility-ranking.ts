import type { FigureMaker } from '../../data/figure.ts';
import type { ScanAnswer, ScanInstrument } from './answer.ts';

/** S1.38: prices of the universe by 30-session volatility, highest first, and silver's over bitcoin's. */
export function volatilityRanking(
  instruments: readonly ScanInstrument[],
  figure: FigureMaker,
): ScanAnswer['volatilityRanking'] {
  const priced = instruments.filter(
    ({ assetClass, volatility }) =>
      assetClass !== 'volatility' &&
      volatility.annual.of.formula === 'realised-volatility' &&
      volatility.annual.value !== null,
  );
  const of = (id: string) => priced.find((one) => one.id === id)?.volatility.annual;
  const [silver, bitcoin] = [of('silver-front'), of('btc-usd')];
  const order = [...priced].sort(
    (a, b) => b.volatility.annual.value! - a.volatility.annual.value! || (a.id < b.id ? -1 : 1),
  );
  return {
    order: order.map(({ id }) => id),
    silverOverBitcoin: figure({
      path: 'volatility-ranking.silver-over-bitcoin',
      value: (silver?.value ?? Number.NaN) / (bitcoin?.value ?? Number.NaN),
      unit: 'ratio',
      of: { formula: 'volatility-ratio', series: ['silver-front', 'btc-usd'], params: { window: 30 } },
      flags: [...(silver?.flags ?? []), ...(bitcoin?.flags ?? [])],
      why: 'the volatility of silver or of bitcoin is not measured',
    }),
  };
}
