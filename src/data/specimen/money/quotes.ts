import { parseDay } from '../../time.ts';
import { exp, ln } from '../exact.ts';
import { rateChanges } from './policy.ts';
import { persistent, steps } from './shape.ts';
import { type Made, type Stage, sessionsOf } from './stage.ts';

const RANGE = 0.0025;
/** Days by which bills look ahead, and how much of a change that lies so near they already show. */
const AHEAD = 45;
const ANTICIPATED = 0.6;

/** Broad dollar index in 2014, rounded, its beta to the narrow one, and its drift a day: emerging currencies lost more. */
const BROAD = 94;
const BROAD_BETA = 0.6;
const BROAD_DRIFT = 0.000023;

/** Quotes that lean on policy and on the dollar: the three-month bill, the rate expected for the next meeting, the broad dollar. */
export function quotes(stage: Stage): readonly Made[] {
  return [bill(stage), expectedRate(stage), broadDollar(stage)];
}

/** Upper bound of the range in force, and the change that comes into force within so many days. */
function ahead(days: Int32Array, by: number): readonly [upper: Float64Array, change: Float64Array] {
  const rates = rateChanges('fed-target-upper');
  const upper = steps(rates, days);
  const later = steps(
    rates,
    days.map((day) => day + by),
  );
  return [upper, later.map((rate, t) => rate - (upper[t] as number))];
}

function bill(stage: Stage): Made {
  const days = sessionsOf('us-3m', stage.first + 1, stage.last);
  const [upper, change] = ahead(days, AHEAD);
  const stray = persistent(days.length, 0.95, stage.noise('us-3m'));
  const values = upper.map((rate, t) => {
    const level = rate - RANGE / 2 + ANTICIPATED * (change[t] as number) + 0.0005 * (stray[t] as number);
    return Math.max(0.0001, Math.round(1e4 * level) / 1e4);
  });
  return { id: 'us-3m', days, values };
}

function expectedRate(stage: Stage): Made {
  const days = sessionsOf('fed-expected-rate', parseDay('2024-01-02'), stage.last);
  const [upper, change] = ahead(days, AHEAD);
  const [, near] = ahead(days, AHEAD / 3);
  const stray = persistent(days.length, 0.9, stage.noise('fed-expected-rate'));
  const values = upper.map((rate, t) => {
    const share = (change[t] as number) === 0 ? 0 : near[t] === 0 ? 0.5 : 0.9;
    return rate - RANGE / 2 + share * (change[t] as number) + 0.0002 * (stray[t] as number);
  });
  return { id: 'fed-expected-rate', days, values };
}

function broadDollar(stage: Stage): Made {
  const days = sessionsOf('dollar-broad', stage.first + 1, stage.last);
  const narrow = stage.level('dollar-index');
  const stray = persistent(days.length, 0.97, stage.noise('dollar-broad'));
  const values = Float64Array.from(days, (day, t) => {
    const at = day - stage.first;
    const moved = ln((narrow[at] as number) / (narrow[0] as number));
    return BROAD * exp(BROAD_BETA * moved + BROAD_DRIFT * at + 0.006 * (stray[t] as number));
  });
  return { id: 'dollar-broad', days, values };
}
