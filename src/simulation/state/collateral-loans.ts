import { dayOf, formatDay, type Instant, MS_PER_DAY } from '../../data/time.ts';
import { LOANS, type Loan, latestLoans } from '../../diagnosis/explain/flows/defi/loans.ts';
import { type History, readHistories } from '../../diagnosis/history.ts';
import { MINUTES_A_DAY } from '../market/spec.ts';
import type { CollateralLoansParams } from '../sellers/collateral-loans.ts';
import type { LoanPool } from '../sellers/loan-ladder.ts';
import { COLLATERAL_LOAN_UNKNOWNS } from './collateral-loan-unknowns.ts';
import type { Reading, StateReader } from './reading.ts';
import { midTheta, type Theta } from './unknown.ts';

const TVL = 'defi-tvl';
/** Value locked where no series says it, and the days after which a measured one says no more. */
const USUAL_TVL = 2e11;
const STALE_DAYS = 45;

interface Coin {
  readonly asset: string;
  /** As the table of loans names it. */
  readonly collateral: string;
  /** Of loans against volatile collateral. */
  readonly share: number;
  /** Liquidation threshold. */
  readonly threshold: number;
}

/** Aave v3 on Ethereum: WETH 83 %, WBTC 78 % of liquidation threshold; shares reasoned from what is supplied there and on Solana. */
const COINS: readonly Coin[] = [
  { asset: 'btc-usd', collateral: 'BTC', share: 0.3, threshold: 0.78 },
  { asset: 'eth-usd', collateral: 'ETH', share: 0.6, threshold: 0.83 },
  { asset: 'sol-usd', collateral: 'SOL', share: 0.1, threshold: 0.75 },
];

/** Half of the debt, 5 % for the liquidator (Aave v3, WETH and WBTC). */
const CLOSE_FACTOR = 0.5;
const BONUS = 0.05;

/** Health factors less 1 at which the prior is told; a band reaches halfway to its neighbours on the scale of logs. */
const EXCESS = Array.from({ length: 40 }, (_, i) => 0.01 * 10 ** (i / 13));
/** Width of the bands into which imported loans are put, and the health factor from which nothing is in reach. */
const BAND = 0.005;
const SAFE = 8;

const BIN_WIDTH = 0.0005;
const BINS = 4000;

/** Reads loans against coins: an imported table of loans where there is one, else the value locked and priors on what is borrowed. */
export const readCollateralLoans: StateReader<CollateralLoansParams> = async ({ view, start, assets }) => {
  const coins = COINS.flatMap((coin) => {
    const found = assets.find(({ id, venues }) => id === coin.asset && venues.includes('spot'));
    return found ? [{ ...coin, price: found.price }] : [];
  });
  const latest = latestLoans(coins.length === 0 ? [] : await view.table(LOANS));
  const histories = await readHistories(view, [TVL]);
  const locked = lockedAt(histories.get(TVL), start);
  const date = latest.time === undefined ? '' : formatDay(dayOf(latest.time));
  const parts = coins.map((coin) => {
    const pool = measuredPool(coin, latest.loans);
    return { coin, pool, reading: pool ? loansReading(coin, pool, date) : debtReading(coin, locked) };
  });
  const unknowns = COLLATERAL_LOAN_UNKNOWNS.filter(
    ({ name }) => name === LAG || parts.some(({ pool }) => !pool),
  );
  const noLoans = parts.some(({ pool }) => !pool);
  return {
    readings: parts.map(({ reading }) => reading),
    unknowns: parts.length === 0 ? [] : unknowns,
    missing: noLoans && locked.date === undefined ? [TVL] : [],
    params(theta) {
      if (parts.length === 0) return null;
      return {
        binWidth: BIN_WIDTH,
        bins: BINS,
        pools: parts.map(({ coin, pool }) => ({
          asset: coin.asset,
          venue: 'spot',
          closeFactor: CLOSE_FACTOR,
          bonus: BONUS,
          oracleLag: theta[LAG]! * MINUTES_A_DAY,
          ...(pool ?? priorPool(coin, locked.usd, theta)),
        })),
      };
    },
  };
};

const LAG = 'collateral-loans.oracle-lag';
type Size = Pick<LoanPool, 'debt' | 'threshold' | 'bands'>;

interface Locked {
  readonly usd: number;
  readonly date: string | undefined;
}

function lockedAt(history: History | undefined, start: Instant): Locked {
  const row = history?.last ?? -1;
  if (!history || row < 0 || start - history.times[row]! > STALE_DAYS * MS_PER_DAY) {
    return { usd: USUAL_TVL, date: undefined };
  }
  return { usd: history.values[row]!, date: formatDay(history.dates[row]!) };
}

function debtOf({ share }: Coin, locked: number, theta: Theta): number {
  return locked * theta['collateral-loans.borrowed']! * theta['collateral-loans.volatile']! * share;
}

/** Health factors whose excess over 1 is log-normal. */
function priorPool(coin: Coin, locked: number, theta: Theta): Size {
  const [centre, spread] = [
    Math.log(theta['collateral-loans.excess']!),
    theta['collateral-loans.excess-spread']!,
  ];
  const weights = EXCESS.map((excess) => Math.exp(-0.5 * ((Math.log(excess) - centre) / spread) ** 2));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    debt: debtOf(coin, locked, theta),
    threshold: coin.threshold,
    bands: EXCESS.map((excess, i) => ({ health: 1 + excess, share: weights[i]! / whole })),
  };
}

/** Loans against one collateral by their health factor at the price of the start; one that is due already counts as just healthy. */
function measuredPool(
  { collateral, price }: Coin & { price: number },
  all: readonly Loan[],
): Size | undefined {
  const loans = all.filter((loan) => loan.collateral === collateral);
  const debt = loans.reduce((sum, loan) => sum + loan.debt, 0);
  if (debt === 0) return undefined;
  const bands = new Map<number, number>();
  for (const { amount, debt: own, threshold } of loans) {
    const health = (amount * price * threshold) / own;
    if (health >= SAFE) continue;
    const band = 1 + BAND * Math.max(0, Math.floor((health - 1) / BAND));
    bands.set(band, (bands.get(band) ?? 0) + own / debt);
  }
  const mean = loans.reduce((sum, loan) => sum + loan.threshold * loan.debt, 0) / debt;
  return {
    debt,
    // A loan that may reach nearly all of its collateral leaves no room for the liquidator.
    threshold: Math.min(mean, 0.999 / (1 + BONUS)),
    bands: [...bands].sort(([a], [b]) => a - b).map(([health, share]) => ({ health, share })),
  };
}

const TITLE = { 'zh-Hans': '抵押借款', 'zh-Hant': '抵押借款', en: 'Debt against collateral' };

function loansReading({ asset }: Coin, { debt }: Size, date: string): Reading {
  return {
    name: `collateral-loans.${asset}.debt`,
    title: TITLE,
    value: debt,
    unit: 'usd',
    how: 'measured',
    inputs: [{ symbol: 'D', series: LOANS, date }],
    note: {
      'zh-Hans': '导入的借贷明细；未导入的协议不计',
      'zh-Hant': '匯入的借貸明細；未匯入的協議不計',
      en: 'of the loans imported; protocols that are not in the table do not count',
    },
  };
}

function debtReading(coin: Coin, { usd, date }: Locked): Reading {
  return {
    name: `collateral-loans.${coin.asset}.debt`,
    title: TITLE,
    value: debtOf(coin, usd, midTheta(COLLATERAL_LOAN_UNKNOWNS)),
    unit: 'usd',
    how: date === undefined ? 'prior' : 'proxy',
    inputs: date === undefined ? [] : [{ symbol: 'V', series: TVL, date }],
    note: {
      'zh-Hans': '锁仓价值乘以借出比例、波动性抵押品比例与币种比例的先验中值',
      'zh-Hant': '鎖倉價值乘以借出比例、波動性抵押品比例與幣種比例的先驗中值',
      en: 'value locked times the middle of the priors on what is borrowed and on what collateral',
    },
  };
}
