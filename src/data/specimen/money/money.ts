import type { ObservationColumns } from '../../observation.ts';
import { entryOf } from '../../series/index.ts';
import { endOfDay } from '../../time.ts';
import { dailyRows, observations } from '../columns.ts';
import { coinFunds, fundAssets } from './coin-funds.ts';
import { derivatives } from './derivatives.ts';
import { fedBalance } from './fed.ts';
import { listedFunds } from './listed-funds.ts';
import { policyRates } from './policy.ts';
import { positions, skewIndex } from './positions.ts';
import { quotes } from './quotes.ts';
import { moneyMarket } from './repo.ts';
import { slowSeries } from './slow.ts';
import type { Made, Stage } from './stage.ts';
import { strategy } from './strategy.ts';

/**
 * What stands behind prices: liquidity, policy rates, flows of funds, derivatives and positions, made from the simulated markets and from
 * landmarks of their publishers. Only what was published by the end of the specimen is in it.
 */
export function moneyColumns(stage: Stage): readonly ObservationColumns[] {
  const coins = coinFunds(stage);
  const made = [
    fedBalance(stage),
    slowSeries(stage),
    policyRates(stage),
    moneyMarket(stage),
    quotes(stage),
    coins,
    fundAssets(stage, coins),
    listedFunds(stage),
    derivatives(stage),
    positions(stage),
    [skewIndex(stage)],
    strategy(stage),
  ];
  return made.flat().map((series) => published(series, stage));
}

function published({ id, days, values }: Made, stage: Stage): ObservationColumns {
  const entry = entryOf(id);
  if (!entry) throw new Error(`the catalogue has no series ${id}, which the specimen makes`);
  const rows = dailyRows(entry, days);
  const end = endOfDay(stage.last);
  const known = (_: number, row: number) => (rows.knownAt[row] as number) <= end;
  const { dates, times, knownAt } = rows;
  return observations(
    entry,
    { dates: dates.filter(known), times: times.filter(known), knownAt: knownAt.filter(known) },
    values.filter(known),
  );
}
