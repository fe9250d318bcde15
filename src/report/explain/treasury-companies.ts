import { cell, column, head } from '../compose/cells.ts';
import { paragraph } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { ChartBlock, TableBlock } from '../document.ts';
import type { Figure } from '../figure.ts';
import type { Inline } from '../inline.ts';
import { TREASURY_COMPANIES } from '../messages/explain/treasury-companies.ts';
import { count, decimal, level, percent } from '../numbers.ts';
import { moneySpan } from './amounts.ts';
import { linesChart } from './flow-charts.ts';
import type { ExplainDesk, PartAnswer, Teller } from './story.ts';

type Treasury = PartAnswer<'flows', 'treasuryCompanies'>;

export const tellTreasuryCompanies: Teller<Treasury> = (desk, part) => {
  if (!part.date || !hasValue(part.mnav)) return { headline: [], blocks: [] };
  const m = TREASURY_COMPANIES[desk.language];
  const { w } = desk;
  const mnav = m.mnav({
    day: w.day(part.date),
    mnav: w.ratio(part.mnav),
    gap: percent(Math.abs(part.mnav.value - 1), { decimals: 0 }),
    premium: part.mnav.value >= 1,
  });
  const rank = hasValue(part.percentile) ? [m.rank(w.percentile(part.percentile))] : [];
  return {
    headline: [mnav, ...rank],
    blocks: [
      paragraph(
        desk,
        mnav,
        rank,
        statedLines(desk, part),
        elasticityLines(desk, part),
        fundingLines(desk, part),
      ),
      mnavChart(desk, part),
      conditionalTable(desk, part),
      channelTable(desk, part),
    ],
  };
};

function statedLines(desk: ExplainDesk, { stated, added, priceRatios }: Treasury): readonly Inline[] {
  const m = TREASURY_COMPANIES[desk.language];
  const { w } = desk;
  return [
    ...(hasValue(stated) && hasValue(added)
      ? [m.stated({ stated: w.ratio(stated), added: moneySpan(desk, added) })]
      : []),
    ...priceRatios.flatMap(({ id, change, percentile }) =>
      hasValue(change)
        ? [
            m.priceRatio({
              name: desk.name(id),
              change: w.change(change),
              n: Number(change.of.params?.sessions),
              percentile: hasValue(percentile) ? w.percentile(percentile) : null,
            }),
          ]
        : [],
    ),
  ];
}

function rangeText({ m }: ExplainDesk, { band }: Figure): string {
  const text = (value: number) => decimal(value, { decimals: 2 });
  return band ? m.range(text(band.low), text(band.high)) : '';
}

function elasticityLines(desk: ExplainDesk, { beta, betaAbove, betaBelow }: Treasury): readonly Inline[] {
  const m = TREASURY_COMPANIES[desk.language];
  const { w } = desk;
  const [a, b] = [betaAbove.band, betaBelow.band];
  return [
    ...(hasValue(beta) ? [m.beta({ beta: w.ratio(beta), range: rangeText(desk, beta) })] : []),
    ...(a && b
      ? [
          m.trigger({
            above: w.ratio(betaAbove),
            below: w.ratio(betaBelow),
            apart: a.low > b.high || b.low > a.high,
          }),
        ]
      : []),
  ];
}

function fundingLines(desk: ExplainDesk, { funding, channels }: Treasury): readonly Inline[] {
  const m = TREASURY_COMPANIES[desk.language];
  const { w } = desk;
  const { from, to, issued, spent, funded, securities } = funding;
  const known = channels.filter(({ ofBitcoin }) => hasValue(ofBitcoin));
  const most = known.sort((x, y) => y.ofBitcoin.value! - x.ofBitcoin.value!)[0];
  return [
    ...(from && to && hasValue(issued) && hasValue(funded)
      ? [
          m.funding({
            from: w.day(from),
            to: w.day(to),
            issued: moneySpan(desk, issued),
            common: percent((securities[0]!.sum.value ?? 0) / issued.value, { decimals: 0 }),
            spent: moneySpan(desk, spent),
            funded: w.ratio(funded),
          }),
        ]
      : []),
    ...(most ? [m.channels({ most: desk.name(most.id), share: w.share(most.ofBitcoin) })] : []),
  ];
}

function mnavChart(desk: ExplainDesk, { series, mnav, date }: Treasury): ChartBlock {
  const m = TREASURY_COMPANIES[desk.language].chart;
  return linesChart(
    desk,
    {
      id: 'treasury-mnav',
      title: m.title({ mnav: desk.w.ratio(mnav), day: desk.w.day(date!) }),
      measure: m.measure,
    },
    {
      dates: series.dates,
      lines: [
        { name: m.own, values: series.mnav },
        { name: m.stated, values: series.stated },
      ],
      format: (value) => decimal(value, { decimals: 2 }),
    },
  );
}

function conditionalTable(desk: ExplainDesk, { conditional }: Treasury): TableBlock {
  const m = TREASURY_COMPANIES[desk.language].conditional;
  return table(desk, {
    id: 'treasury-conditional',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('bitcoin', m.bitcoin),
      column('price', m.price, { phone: true }),
      column('band', m.band, { phone: true }),
      column('constant', m.constant),
    ],
    groups: [
      {
        rows: conditional.map(({ bitcoin, price, constant }) => ({
          cells: [
            cell(count(bitcoin)),
            cell(desk.w.level(price)),
            cell(price.band ? desk.m.range(level(price.band.low), level(price.band.high)) : ''),
            cell(desk.w.level(constant)),
          ],
        })),
      },
    ],
  });
}

function channelTable(desk: ExplainDesk, { channels }: Treasury): TableBlock {
  const m = TREASURY_COMPANIES[desk.language].table;
  const { w } = desk;
  const sessions = Number(channels[0]?.change.of.params?.sessions ?? 0);
  return table(desk, {
    id: 'treasury-channels',
    label: '',
    title: m.title,
    measure: m.measure,
    columns: [
      head('share', m.share),
      column('beta', m.beta, { phone: true }),
      column('of-bitcoin', m.ofBitcoin, { phone: true }),
      column('of-market', m.ofMarket),
      column('change', m.change(sessions), { phone: true }),
    ],
    groups: [
      {
        rows: channels.map(({ id, beta, ofBitcoin, ofMarket, change }) => ({
          cells: [
            cell(desk.name(id)),
            cell(w.ratio(beta)),
            cell(w.share(ofBitcoin)),
            cell(w.share(ofMarket)),
            cell(w.change(change)),
          ],
        })),
      },
    ],
  });
}
