import type { Language } from '../../data/series/entry.ts';
import { type ExplainAnswer, SECTION_IDS, type SectionId } from '../../diagnosis/explain/answer.ts';
import { wordingFor } from '../desk.ts';
import { tellBalanceSheet } from './balance-sheet.ts';
import { tellFundingSpread } from './funding-spread.ts';
import { tellNetLiquidity } from './net-liquidity.ts';
import { tellReserves } from './reserves.ts';
import type { ExplainDesk, Story, Teller } from './story.ts';

type PartsOf<S extends SectionId> = NonNullable<ExplainAnswer[S]>['parts'];
type Tellers = { [S in SectionId]: { [K in keyof PartsOf<S>]: Teller<NonNullable<PartsOf<S>[K]>> } };

/** Who tells each part; a part without a teller does not compile. */
const TELLERS: Tellers = {
  liquidity: {
    netLiquidity: tellNetLiquidity,
    fundingSpread: tellFundingSpread,
    balanceSheet: tellBalanceSheet,
    reserves: tellReserves,
  },
  flows: {},
};

export function explainDesk(answer: ExplainAnswer, language: Language, nextChart: () => number): ExplainDesk {
  return { ...wordingFor(language, answer.simulated), answer, nextChart };
}

/** The stories of a section in the order of its parts; parts that say nothing of the instrument asked for are left out. */
export function storiesOf(desk: ExplainDesk, section: SectionId): readonly Story[] {
  const parts: Readonly<Record<string, unknown>> = desk.answer[section]?.parts ?? {};
  const tellers = TELLERS[section] as Readonly<Record<string, Teller<unknown>>>;
  return Object.entries(parts).flatMap(([key, part]) => (part === null ? [] : [tellers[key]!(desk, part)]));
}

/** Sections that the answer has, in order. */
export function sectionsIn(answer: ExplainAnswer): readonly SectionId[] {
  return SECTION_IDS.filter((id) => answer[id] !== undefined);
}
