import type { Page } from 'playwright-core';

/** Every figure of an answer by its id, and whether it has a value. */
export function valuesById(
  answer: unknown,
  found = new Map<string, number | null>(),
): Map<string, number | null> {
  if (Array.isArray(answer)) for (const one of answer) valuesById(one, found);
  else if (answer !== null && typeof answer === 'object') {
    const { id, value, of } = answer as { id?: unknown; value?: unknown; of?: unknown };
    if (typeof id === 'string' && of !== undefined && (typeof value === 'number' || value === null))
      found.set(id, value);
    for (const one of Object.values(answer)) valuesById(one, found);
  }
  return found;
}

/** The numbers of a page with the ids they lead to. */
export async function shownFigures(page: Page): Promise<readonly { id: string; text: string }[]> {
  return page.locator('[data-figure]').evaluateAll((all) =>
    all.map((one) => ({
      id: one.getAttribute('data-figure') ?? '',
      text: [...one.childNodes]
        .filter((node) => node.nodeType === 3)
        .map((node) => node.textContent)
        .join(''),
    })),
  );
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/%/, 1e2],
  [/bp|基点|基點/, 1e4],
  [/tn|万亿|兆/, 1e-12],
  [/bn/, 1e-9],
  [/\d\u202f?m\b/, 1e-6],
  [/亿|億/, 1e-8],
  [/万|萬/, 1e-4],
  [/minute|分钟|分鐘/, 1440],
  [/hour|小时|小時/, 24],
];

/** A number without its unit: as it is, a share in points, or a sum whose column says billions, hundred millions or millions. */
const BARE = [1, 1e2, 1e4, 1e-6, 1e-8, 1e-9];

/** Answers to a move of one percent, a tenth of a percentage point or ten basis points: their unit is of another one. */
const ELASTICITIES = /^explain:(liquidity-valuation|yield-spillover)\./;

/** Whether a text shows a value to its last digit, whatever its sign: falls may be told by a verb. A share may stand as points without its sign. */
export function shows(text: string, value: number, id = ''): boolean {
  const match = /\d[\d,]*(?:\.(\d+))?/.exec(text);
  if (!match) return false;
  const shown = Number(match[0].replaceAll(',', ''));
  const digit = 10 ** -(match[1]?.length ?? 0);
  const scale = SCALES.find(([sign]) => sign.test(text))?.[1];
  const scales = ELASTICITIES.test(id) ? [1, 0.1, 10, 1e2, 1e4] : scale === undefined ? BARE : [scale];
  return scales.some((one) => Math.abs(Math.abs(value * one) - shown) <= digit * 1.0001);
}
