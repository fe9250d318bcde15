/** Shares of firms that build data centres, by the names that people give them. */
const NAMES: Readonly<Record<string, string>> = {
  amazon: 'amzn',
  microsoft: 'msft',
  alphabet: 'googl',
  google: 'googl',
  meta: 'meta',
  oracle: 'orcl',
  apple: 'aapl',
  nvidia: 'nvda',
};

export const FIRM_SERIES: readonly string[] = [...new Set(Object.values(NAMES))];

/** Firms whose number of shares is filed under an id of its own. */
export const SHARES_FILED = ['amzn', 'msft', 'googl', 'meta'] as const;

/** Id of a firm’s share: what its row names, else the one of its name or ticker among the firms known here. */
export function shareOf({ firm, series }: { firm: string; series?: string }): string | undefined {
  const name = firm.trim().toLowerCase();
  return series ?? NAMES[name] ?? FIRM_SERIES.find((id) => id === name);
}
