import type { Figure, FigureMaker } from '../../data/figure.ts';
import { ASSET_CLASSES } from '../../data/series/entry.ts';
import type { History } from '../history.ts';
import type { ScanAnswer, ScanInstrument } from './answer.ts';

interface Traded {
  readonly one: ScanInstrument;
  /** Close × volume, in US dollars; USDT at par. */
  readonly dollars: number;
}

/**
 * S1.28: of all value traded, the share traded in what rose. Only where price × volume gives US dollars: funds, stocks and coins; the volume
 * of an index is of its members, and a future counts contracts. Coins are of one venue. What did not move counts as not risen.
 */
export function upVolume(
  instruments: readonly ScanInstrument[],
  histories: ReadonlyMap<string, History>,
  figure: FigureMaker,
): ScanAnswer['upVolume'] {
  const traded = instruments.flatMap((one) => {
    const dollars = dollarsOf(one, histories.get(one.id));
    return dollars === undefined ? [] : [{ one, dollars }];
  });
  const classes = ASSET_CLASSES.flatMap((assetClass) => {
    const members = traded.filter(({ one }) => one.assetClass === assetClass);
    if (members.length === 0) return [];
    return [{ assetClass, n: members.length, share: shareFigure(figure, assetClass, members) }];
  });
  return { n: traded.length, share: shareFigure(figure, 'all', traded), classes };
}

function dollarsOf(one: ScanInstrument, history: History | undefined): number | undefined {
  const volume = history?.volume?.[history.last] ?? Number.NaN;
  if (one.unit !== 'usd' && one.unit !== 'usdt') return undefined;
  if (!(volume > 0) || one.close.value === null || one.change.day.value === null) return undefined;
  return volume * one.close.value;
}

function shareFigure(figure: FigureMaker, name: string, members: readonly Traded[]): Figure {
  const sum = (some: readonly Traded[]) => some.reduce((total, { dollars }) => total + dollars, 0);
  const up = members.filter(({ one }) => one.change.day.value! > 0);
  return figure({
    path: `up-volume.${name}`,
    value: members.length === 0 ? Number.NaN : sum(up) / sum(members),
    unit: 'fraction',
    of: {
      formula: 'up-volume-share',
      series: members.flatMap(({ one }) => [one.id, `${one.id}.volume`]),
    },
    flags: members.flatMap(({ one }) => one.change.day.flags),
    why: 'no value traded is measured',
  });
}
