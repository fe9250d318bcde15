import { cell, column, head, under } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { BETA_AMPLIFICATION } from '../messages/explain/beta-amplification.ts';
import { decimal, money } from '../numbers.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Beta = PartAnswer<'flows', 'betaAmplification'>;

export const tellBetaAmplification: Teller<Beta> = (desk, part) => {
  const m = BETA_AMPLIFICATION[desk.language];
  const known = part.coins.filter(({ beta }) => hasValue(beta));
  const most = known.toSorted((a, b) => b.beta.value! - a.beta.value!)[0];
  if (!most) return { headline: [], blocks: [] };
  const key = m.most({
    name: desk.name(most.id),
    beta: desk.w.ratio(most.beta),
    range: rangeText(desk, most.beta),
    above: known.filter(({ beta }) => beta.band && beta.band.low > 1).length,
    of: known.length,
  });
  const button = buttonLines(desk, part);
  return {
    headline: [key, ...button.slice(0, 1)],
    blocks: [
      paragraph(desk, key, slopeLines(desk, part), button),
      coinTable(desk, part),
      ...(hasValue(part.button.shareOnFalls) ? [loadingTable(desk, part)] : []),
    ],
  };
};

function rangeText({ m }: ExplainDesk, { band }: Figure): string {
  const text = (value: number) => decimal(value, { decimals: 2 });
  return band ? m.range(text(band.low), text(band.high)) : '';
}

function banded(desk: ExplainDesk, figure: Figure) {
  const range = rangeText(desk, figure);
  return range === '' ? cell(desk.w.ratio(figure)) : under([desk.w.ratio(figure)], range);
}

function slopeLines(desk: ExplainDesk, { slope }: Beta): readonly Inline[] {
  const { band } = slope;
  if (!hasValue(slope) || !band) return [];
  return [
    BETA_AMPLIFICATION[desk.language].slope({
      slope: desk.w.as(slope, decimal(slope.value, { decimals: 2, signed: true })),
      range: rangeText(desk, slope),
      holds: band.low > 0 || band.high < 0,
      n: Number(slope.of.params?.coins),
    }),
  ];
}

function buttonLines(desk: ExplainDesk, { button }: Beta): readonly Inline[] {
  const m = BETA_AMPLIFICATION[desk.language];
  const { w } = desk;
  const rank = button.loadings.findIndex(({ id }) => id === 'btc-usd');
  const bitcoin = button.loadings[rank];
  if (!hasValue(button.shareOnFalls) || !bitcoin) return [];
  return [
    m.button({
      falls: w.share(button.shareOnFalls),
      all: w.share(button.shareOnAll),
      bitcoin: w.ratio(bitcoin.loading),
      range: rangeText(desk, bitcoin.loading),
      rank: rank + 1,
      of: button.loadings.length,
    }),
    ...(hasValue(bitcoin.before)
      ? [m.before({ bitcoin: w.ratio(bitcoin.before), share: w.share(button.shareBefore) })]
      : []),
    m.caution,
  ];
}

function coinTable(desk: ExplainDesk, { coins }: Beta): TableBlock {
  const m = BETA_AMPLIFICATION[desk.language].coins;
  const { w } = desk;
  return table(desk, {
    id: 'downside-betas',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('coin', m.coin),
      column('beta', m.beta, { phone: true }),
      column('band', m.band),
      column('volume', m.volume, { phone: true }),
      column('change', m.change(Number(coins[0]?.change.of.params?.days ?? 0)), { phone: true }),
    ],
    groups: [
      {
        rows: coins.map(({ id, beta, volume, change }) => ({
          cells: [
            cell(desk.name(id)),
            cell(w.ratio(beta)),
            cell(rangeText(desk, beta)),
            cell(volume.value === null ? w.money(volume) : w.as(volume, money(volume.value, desk.language))),
            cell(w.change(change)),
          ],
        })),
      },
    ],
  });
}

function loadingTable(desk: ExplainDesk, { button }: Beta): TableBlock {
  const m = BETA_AMPLIFICATION[desk.language].loadings;
  return table(desk, {
    id: 'common-factor',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('asset', m.asset),
      column('falls', m.falls, { phone: true }),
      column('before', m.before, { phone: true }),
      column('all', m.all),
    ],
    groups: [
      {
        rows: button.loadings.map(({ id, loading, before, onAll }) => ({
          cells: [
            cell(desk.name(id)),
            banded(desk, loading),
            cell(desk.w.ratio(before)),
            cell(desk.w.ratio(onAll)),
          ],
        })),
      },
    ],
  });
}
