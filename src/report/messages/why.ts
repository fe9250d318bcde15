/** A reason given in English, in the words of another language where it is a known one, else as it came. */
export function whyIn(known: readonly (readonly [RegExp, string])[], reason: string): string {
  const found = known.find(([pattern]) => pattern.test(reason));
  return found ? reason.replace(found[0], found[1]) : reason;
}

/** A reason as a part of an explanation gives it, with its words in Simplified and in Traditional Chinese. */
export type ExplainWhy = readonly [reason: RegExp, zhHans: string, zhHant: string];
