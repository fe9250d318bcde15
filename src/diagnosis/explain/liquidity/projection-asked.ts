import { z } from 'zod';
import type { Figure } from '../../../data/figure.ts';
import { figureSchema } from '../../answer.ts';
import { formula } from '../../formula.ts';
import type { Assumptions } from '../assumptions.ts';
import type { Draw } from '../drawing.ts';
import { MONTH_DAYS } from './paces.ts';

export const WEEKS_A_MONTH = MONTH_DAYS / 7;

export const PILLARS = ['fed', 'banks', 'mortgage'] as const;
export type Pillar = (typeof PILLARS)[number];

/** Paces a week of the path that was asked for, US dollars; the mortgage pillar only where it is named. */
export type AskedPaces = Readonly<Partial<Record<Pillar, number>>>;

export const askedSchema = z.object({
  change: figureSchema,
  /** They sum to the change. */
  contributions: z.array(z.object({ id: z.enum(PILLARS), value: figureSchema })),
});

export const ASKED_FORMULAS = [
  formula(
    'projection-asked-pace',
    '设定的月速度',
    '設定的月速度',
    'Pace that is supposed, a month',
    'as set by the reader; US dollars',
  ),
  formula(
    'projection-asked',
    '按设定推算的变化',
    '按設定推算的變化',
    'Projected change at the paces supposed',
    'Σ of the contributions; no band: the rule has no past errors at paces that somebody chose',
  ),
  formula(
    'projection-asked-contribution',
    '支柱对设定推算的贡献',
    '支柱對設定推算的貢獻',
    'Contribution at the paces supposed',
    'h · pace a month / 4.348 in whole dollars, h weeks; of the Fed’s assets and bank credit the base pace where none is set; the mortgage pillar only where it is set, and then as if it were money from outside the sum',
  ),
];

/** undefined: no pillar was named. */
export function askedPaces(
  assume: Assumptions,
  base: { readonly fed: number; readonly banks: number },
): AskedPaces | undefined {
  const { fed, banks, mortgage } = assume;
  if (fed === undefined && banks === undefined && mortgage === undefined) return undefined;
  const weekly = (monthly: number | undefined, otherwise: number) =>
    monthly === undefined ? otherwise : monthly / WEEKS_A_MONTH;
  return {
    fed: weekly(fed, base.fed),
    banks: weekly(banks, base.banks),
    ...(mortgage === undefined ? {} : { mortgage: weekly(mortgage, 0) }),
  };
}

/** US dollars a week of all pillars of the path. */
export function weeklySum(paces: AskedPaces): number {
  return PILLARS.reduce((sum, id) => sum + (paces[id] ?? 0), 0);
}

/** The pace that was set for a pillar; nothing where none was. */
export function askedPace(assume: Assumptions, id: Pillar, draw: Draw): { readonly asked?: Figure } {
  const monthly = assume[id];
  if (monthly === undefined) return {};
  return { asked: draw(`${id}.asked`, monthly, 'usd', 'projection-asked-pace', { flags: ['unproven'] }) };
}

/** Whole dollars add without a rest. */
export function askedFigures(
  weeks: number,
  paces: AskedPaces,
  assume: Assumptions,
  draw: Draw,
  why: string,
): z.infer<typeof askedSchema> {
  const { flow: _, ...supposed } = assume;
  const rest = { params: { weeks, ...supposed }, flags: ['unproven', 'extrapolated'], why } as const;
  const amounts = PILLARS.flatMap((id) => {
    const pace = paces[id];
    return pace === undefined ? [] : [{ id, amount: Math.round(weeks * pace) }];
  });
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0);
  return {
    change: draw(`${weeks}w.asked`, total, 'usd', 'projection-asked', rest),
    contributions: amounts.map(({ id, amount }) => ({
      id,
      value: draw(`${weeks}w.asked.${id}`, amount, 'usd', 'projection-asked-contribution', rest),
    })),
  };
}
