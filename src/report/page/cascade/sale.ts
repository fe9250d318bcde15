import { type CascadeDesk, cascadeDesk } from '../../cascade/desk.ts';
import { fallTable } from '../../cascade/falls.ts';
import {
  claimLines,
  contagionLines,
  fundLines,
  inputTable,
  missingList,
  ownTables,
  priorSources,
  unknownTable,
} from '../../cascade/inputs.ts';
import { gainLines, layersChart, leverageChart } from '../../cascade/ladder.ts';
import { liquidationTable } from '../../cascade/liquidations.ts';
import { clockChart, placeLines } from '../../cascade/places.ts';
import { causeChart, causeLines, saleLines, sellerTable } from '../../cascade/sellers.ts';
import { plain } from '../../compose/paragraph.ts';
import type { PageSlot } from '../page.ts';
import { sentBlocks } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { folded, taggedTitle } from './panels.ts';
import { CASCADE_PAGE } from './words.ts';

/** Who sells, and what each adds to the fall; the rest of the answer stands closed below. */
export function salePanel(desk: CascadeDesk): SentBlock {
  const { folds } = CASCADE_PAGE[desk.language];
  return {
    kind: 'panel',
    id: 'cascade-sale',
    title: taggedTitle(desk, [desk.words.headings.sale]),
    blocks: [
      ...sentBlocks(desk, [
        ...plain(desk, saleLines(desk), placeLines(desk)),
        ...plain(desk, causeLines(desk), contagionLines(desk)),
        ...plain(desk, claimLines(desk)),
        ...causeChart(desk),
        sellerTable(desk),
      ]),
      ...folded(desk, folds.assets, [fallTable(desk)]),
      ...folded(desk, folds.liquidations, [liquidationTable(desk)]),
      ...folded(desk, folds.clock, clockChart(desk)),
      ...folded(desk, folds.layers, [
        ...plain(desk, gainLines(desk), fundLines(desk)),
        ...leverageChart(desk),
        ...layersChart(desk),
        ...ownTables(desk),
      ]),
      {
        kind: 'fold',
        title: folds.inputs,
        blocks: [{ kind: 'slot', id: 'inputs', title: folds.inputs, lines: 20 }],
      },
    ],
  };
}

/** Every input and every quantity that nobody can observe: long, and asked for when it is opened. */
export const inputsSlot: PageSlot = {
  needs: { cascade: 'asked' },
  compose({ cascade }, language) {
    const desk = cascadeDesk(cascade!, language, () => 0);
    return {
      blocks: sentBlocks(desk, [
        ...unknownTable(desk),
        ...inputTable(desk),
        ...priorSources(desk),
        ...missingList(desk),
      ]),
    };
  },
};
