import type { ReactionAsset } from '../../diagnosis/explain/drivers/policy/policy-reaction.ts';
import { cell, column, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Cell, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { POLICY_REACTION } from '../messages/explain/policy-reaction.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type PolicyReaction = PartAnswer<'drivers', 'policyReaction'>;

/** Told in sentences: metal, shares, coin. */
const TOLD = ['gold-front', 'sp500', 'btc-usd'];

export const tellPolicyReaction: Teller<PolicyReaction> = (desk, { event, assets }) => {
  const { w, language } = desk;
  const m = POLICY_REACTION[language];
  const told = assets.filter(({ asset, horizons }) => TOLD.includes(asset) && hasValue(horizons[0]?.placebo));
  const reaction = told[0]?.reaction ?? null;
  if (event === null || reaction === null) return { headline: [], blocks: [] };
  const falls = fallLines(desk, assets);
  const headline = [
    m.event({
      title: event.title[language],
      day: w.day(event.time.slice(0, 10)),
      hour: event.time.slice(11, 16),
      reaction: w.day(reaction),
    }),
    m.moved(
      told.map(({ asset, horizons: [first] }) => ({
        name: desk.name(asset),
        move: w.change(first!.move),
        placebo: w.share(first!.placebo, 1),
        unusual: first!.unusual,
      })),
    ),
  ];
  const rest = [
    m.since(
      told.map(({ asset, total, later }) => ({
        name: desk.name(asset),
        total: w.change(total),
        later: w.change(later),
      })),
    ),
    ...falls,
    m.source(event.source[language]),
    [m.caution],
  ];
  return { headline, blocks: [...plain(desk, headline, rest), reactionTable(desk, assets)] };
};

function fallLines(desk: ExplainDesk, assets: readonly ReactionAsset[]): readonly Inline[] {
  return assets.flatMap(({ asset, fall }) =>
    fall === null || !TOLD.includes(asset)
      ? []
      : [
          POLICY_REACTION[desk.language].fall({
            name: desk.name(asset),
            day: desk.w.day(fall.date),
            move: desk.w.change(fall.move),
            lag: fall.lag,
          }),
        ],
  );
}

function reactionTable(desk: ExplainDesk, assets: readonly ReactionAsset[]): TableBlock {
  const { w } = desk;
  const { table: m } = POLICY_REACTION[desk.language];
  const banded = ({ move }: ReactionAsset['horizons'][number]): Cell =>
    move.band ? under([w.change(move)], w.range(move)) : cell(w.change(move));
  return table(desk, {
    id: 'policy-reaction-table',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('reaction', m.reaction),
      ...(assets[0]?.horizons ?? []).map(({ sessions }) =>
        column(`h${sessions}`, m.sessions(sessions), { phone: sessions === 1 }),
      ),
      column('total', m.total, { phone: true }),
      column('later', m.later),
    ],
    groups: [
      {
        rows: assets.map(({ asset, reaction, horizons, total, later }) => ({
          cells: [
            cell(desk.name(asset)),
            reaction === null ? cell() : cell(w.tableDay(reaction)),
            ...horizons.map(banded),
            cell(w.change(total)),
            cell(w.change(later)),
          ],
        })),
      },
    ],
  });
}
