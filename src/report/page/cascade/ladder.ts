import { changeText, span } from '../../cascade/amounts.ts';
import { type CascadeDesk, leadOf, ofAsset } from '../../cascade/desk.ts';
import { ladderTable, rungsOf } from '../../cascade/ladder.ts';
import { type TriggerLadder, triggerLadder, triggerLadderHeight } from '../../charts/trigger-ladder.ts';
import { frame, NARROW } from '../../compose/charts.ts';
import { hasValue } from '../../desk.ts';
import { level, money, percent } from '../../numbers.ts';
import { sentInline, sentTable } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { taggedTitle } from './panels.ts';
import { CASCADE_PAGE } from './words.ts';

const WIDE = 560;
/** Levels shown: as far down as the slider goes. */
const MOST = 12;

/** What waits at each level of the price, with its band; the level at which the fall stops is named. */
export function ladderPanel(desk: CascadeDesk): SentBlock {
  const { ladder: words } = CASCADE_PAGE[desk.language];
  const asset = leadOf(desk);
  const name = desk.name(asset);
  const panel = {
    kind: 'panel',
    id: 'cascade-ladder',
    title: taggedTitle(desk, [words.panel]),
  } as const;
  const rungs = rungsOf(desk, asset).slice(0, MOST);
  if (rungs.length === 0)
    return { ...panel, blocks: [{ kind: 'paragraph', text: [words.none], look: 'small' }] };
  const last = rungs.at(-1)!;
  const title = desk.words.ladder.title({
    name,
    below: level(last.price.value ?? 0),
    usd: span(desk, last.sold, 'money'),
  });
  const ladder = rowsOf(desk, rungs);
  const shown = { id: 'cascade-ladder', number: 2, title, measure: words.measure(name) };
  const height = triggerLadderHeight(ladder.rows.length);
  const picture = (width: 'wide' | 'narrow', pixels: number) => ({
    width,
    svg: triggerLadder(frame(desk, shown, { width: pixels, height, part: width }), ladder),
  });
  return {
    ...panel,
    blocks: [
      {
        kind: 'chart',
        id: 'cascade-ladder-chart',
        title: sentInline(desk, title),
        measure: [shown.measure],
        layout: 'one',
        pictures: [picture('wide', WIDE), picture('narrow', NARROW)],
        table: sentTable(desk, ladderTable(desk, asset, rungsOf(desk, asset))),
      },
    ],
  };
}

function rowsOf(desk: CascadeDesk, rungs: ReturnType<typeof rungsOf>): TriggerLadder {
  const { ladder: words } = CASCADE_PAGE[desk.language];
  const stop = ofAsset(desk.answer.falls, leadOf(desk))?.stop;
  const stopsAt =
    stop && hasValue(stop) ? rungs.find(({ price }) => (price.value ?? 0) <= stop.value) : undefined;
  const banded = rungs.find(({ added }) => added?.band)?.added?.band;
  return {
    rows: rungs.map((rung) => {
      const { added } = rung;
      const value = added?.value ?? 0;
      return {
        label: `${level(rung.price.value ?? 0)} (${changeText(rung.distance)})`,
        value,
        low: added?.band?.low ?? value,
        high: added?.band?.high ?? value,
        text: money(value, desk.language),
        ...(rung === stopsAt ? { note: words.stop } : {}),
      };
    }),
    whisker: banded ? words.whisker(percent(banded.level, { decimals: 0 })) : '',
  };
}
