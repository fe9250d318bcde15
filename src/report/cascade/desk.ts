import type { Language } from '../../data/series/entry.ts';
import type { ExplainAnswer } from '../../diagnosis/explain/answer.ts';
import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import { type Wording, wordingFor } from '../desk.ts';
import type { PartAnswer } from '../explain/story.ts';
import { CASCADE } from '../messages/cascade/index.ts';
import type { CascadeMessages } from '../messages/cascade/messages.ts';

/** What explain measured of liquidations, to stand beside what is simulated. */
export type Reported = PartAnswer<'flows', 'liquidations'>;

/** What the chapter on forced sale is written from: one answer, one language. */
export interface CascadeDesk extends Wording {
  readonly answer: CascadeAnswer;
  readonly words: CascadeMessages;
  readonly reported: Reported | undefined;
  /** Number of the next chart of the report. */
  nextChart(): number;
}

export function cascadeDesk(
  answer: CascadeAnswer,
  language: Language,
  nextChart: () => number,
  explain?: ExplainAnswer,
): CascadeDesk {
  const titles = new Map(answer.falls.map(({ asset, title }) => [asset, title[language]]));
  return {
    ...wordingFor(language, answer.simulated, (id) => titles.get(id)),
    answer,
    words: CASCADE[language],
    reported: explain?.flows?.parts.liquidations ?? undefined,
    nextChart,
  };
}

/** Ids of the shocked assets, in the order of the market. */
export function shocked({ answer }: CascadeDesk): readonly string[] {
  const { shock } = answer.parameters;
  return answer.falls.map(({ asset }) => asset).filter((asset) => shock[asset] !== undefined);
}

/** The asset that the chapter tells in full: the first that is shocked. */
export function leadOf(desk: CascadeDesk): string {
  return shocked(desk)[0] ?? desk.answer.falls[0]?.asset ?? '';
}

/** What a list by asset has of one. */
export function ofAsset<T extends { readonly asset: string }>(
  items: readonly T[],
  asset: string,
): T | undefined {
  return items.find((one) => one.asset === asset);
}
