import { correlationStress } from './correlation/correlation-stress.ts';
import { technologyCorrelation } from './correlation/technology-correlation.ts';
import { cryptoValue } from './crypto-value.ts';
import { havenLeague } from './haven-league.ts';
import { hedgeFailure } from './hedge-failure.ts';
import { identity } from './identity.ts';
import { miners } from './miners.ts';
import { minersGrowth } from './miners-growth.ts';
import { peckingOrder } from './pecking-order.ts';
import { roles } from './roles.ts';

/** Parts of the section `havens`, in the order in which they are told. */
export const HAVENS = {
  roles,
  havenLeague,
  miners,
  minersGrowth,
  identity,
  technologyCorrelation,
  correlationStress,
  cryptoValue,
  hedgeFailure,
  peckingOrder,
} as const;
