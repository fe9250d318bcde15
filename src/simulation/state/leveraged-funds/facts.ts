import type { Underlying } from '../scheduled/underlying.ts';

/** Net assets of a fund as somebody published them. */
export interface FundFact {
  /** Day whose figure it is, or of the page that gave it. */
  readonly date: string;
  /** US dollars. */
  readonly netAssets: number;
  readonly source: string;
}

export interface KnownFund {
  readonly name: string;
  readonly underlying: Underlying;
  readonly leverage: number;
  /** Oldest first. */
  readonly facts: readonly FundFact[];
}

const fact = (date: string, billions: number, source: string): FundFact => ({
  date,
  netAssets: billions * 1e9,
  source,
});

const FOOL = 'The Motley Fool, comparison of funds';

/** Listed funds with a dated public figure of their net assets. ZSL, GLL, BITU and the inverse funds on the S&P 500 have none here. */
export const KNOWN_FUNDS: readonly KnownFund[] = [
  {
    name: 'TQQQ',
    underlying: 'nasdaq-100',
    leverage: 3,
    facts: [
      fact('2025-05-26', 17, 'round-up of the most traded leveraged funds'),
      fact('2025-10-27', 27.54, FOOL),
      fact('2025-10-31', 30.6, FOOL),
    ],
  },
  {
    name: 'SQQQ',
    underlying: 'nasdaq-100',
    leverage: -3,
    facts: [
      fact('2022-05-09', 2.65, 'etf.com, fund page'),
      fact('2025-01-23', 2.03, 'TradingView, fund page (dated by its price)'),
    ],
  },
  {
    name: 'QLD',
    underlying: 'nasdaq-100',
    leverage: 2,
    facts: [fact('2025-12-27', 10.6, FOOL), fact('2026-01-30', 10.7, FOOL)],
  },
  {
    name: 'SPXL',
    underlying: 'sp500',
    leverage: 3,
    facts: [fact('2025-10-27', 5.86, FOOL), fact('2025-12-18', 6, FOOL)],
  },
  {
    name: 'UPRO',
    underlying: 'sp500',
    leverage: 3,
    facts: [fact('2025-06-26', 4.28, 'bestetf.net'), fact('2025-07-18', 4.46, 'bestetf.net')],
  },
  {
    name: 'SSO',
    underlying: 'sp500',
    leverage: 2,
    facts: [
      fact('2025-06-30', 6.026, 'etfrc.com'),
      fact('2025-08-22', 7.08, 'bestetf.net'),
      fact('2026-02-02', 8, FOOL),
    ],
  },
  {
    name: 'SOXL',
    underlying: 'semiconductors',
    leverage: 3,
    facts: [fact('2025-12-18', 13.9, FOOL), fact('2025-12-27', 13.6, FOOL), fact('2026-01-30', 12.68, FOOL)],
  },
  {
    name: 'UGL',
    underlying: 'gold',
    leverage: 2,
    facts: [fact('2026-02-05', 1.26, 'ainvest.com, fund page (dated by its price)')],
  },
  {
    name: 'AGQ',
    underlying: 'silver',
    leverage: 2,
    facts: [
      fact('2021-10-21', 0.56, 'etf.com, fund page'),
      fact('2026-01-29', 5.2, 'ainvest.com, news of 2 February 2026: at the start of 30 January'),
      fact('2026-01-30', 1.9, 'ainvest.com, news of 2 February 2026: at the close of 30 January'),
    ],
  },
  {
    name: 'BITX',
    underlying: 'bitcoin',
    leverage: 2,
    facts: [
      fact('2024-03-27', 1.432, 'Volatility Shares, fund page'),
      fact('2025-05-02', 1.98, 'kdj.com'),
      fact('2025-08-12', 2.72, 'bestetf.net'),
      fact('2025-12-18', 1.34, 'ainvest.com, fund page (dated by its price)'),
    ],
  },
  {
    name: 'ETHU',
    underlying: 'ether',
    leverage: 2,
    facts: [fact('2025-12-18', 1.44, 'ainvest.com, fund page (dated by its returns)')],
  },
  {
    name: 'ETHT',
    underlying: 'ether',
    leverage: 2,
    facts: [fact('2025-12-18', 0.357, 'ainvest.com, fund page (dated by its returns)')],
  },
];
