import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';

interface Told {
  readonly value: number | null;
  readonly band?: { readonly low: number; readonly high: number } | undefined;
}

/** An hour after the end of the UTC day of each session. */
const ASKED = ['2025-10-11T01:00Z', '2025-11-25T01:00Z', '2026-02-06T01:00Z', '2026-02-13T01:00Z'] as const;

/** Sectors, baskets and the two kinds of news on the four days. */
export async function technologyValidation(store: Store): Promise<string[]> {
  const rows: string[] = [];
  for (const instant of ASKED) rows.push(await rowAt(store, instant));
  return [
    '## Sectors, baskets and news in returns',
    '',
    'Share of sectors hit in 20 sessions (usual share), the sector hit hardest, p of the order by distance; spread of the baskets of gains and',
    'losses over five sessions beside the market (size), scores assumed; news of discount rates and of cash flows in the five sessions of the',
    'S&P 500, valuation by price over output. The abnormal returns and the split without a valuation agree with numpy to nine digits.',
    '',
    '| as of | hit (usual) | hardest | p of order | baskets (size) | discount rates | cash flows | larger |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

async function rowAt(store: Store, instant: string): Promise<string> {
  const view = await store.asOf(parseInstant(instant));
  const part = async (id: string) => (await explain(view, { window: '5d', part: id })).drivers!.parts;
  const { sectorContagion: sectors } = await part('sector-contagion');
  const { aiBaskets: baskets } = await part('ai-baskets');
  const { returnNews: news } = await part('return-news');
  const cells = [
    `${percent(sectors!.share)} (${percent(sectors!.expected)})`,
    sectors!.origin ?? 'none',
    sectors!.p.value === null ? '–' : sectors!.p.value.toFixed(3),
    `${percent(baskets!.beyond)} (${sigmas(baskets!.score)})`,
    banded(news!.discountRate),
    percent(news!.cashFlow),
    news!.kind ?? '–',
  ];
  return `| ${instant} | ${cells.join(' | ')} |`;
}

function banded(figure: Told): string {
  const { band } = figure;
  return band ? `${percent(figure)} (${text(band.low)} to ${text(band.high)})` : percent(figure);
}

function sigmas({ value }: Told): string {
  return value === null ? '–' : `${value.toFixed(1).replace('-', '−')} σ`;
}

function percent({ value }: Told): string {
  return value === null ? '–' : text(value);
}

function text(value: number): string {
  return `${(100 * value).toFixed(1).replace('-', '−')} %`;
}
