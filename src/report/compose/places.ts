import type { SectionId } from '../../diagnosis/explain/answer.ts';
import type { PlaceId } from '../messages/explain/sections.ts';

/** A sub-chapter of an explanation: parts told in place, and parts told there in a sentence with their detail in the appendix. */
export interface Place {
  readonly id: PlaceId;
  readonly number: string;
  readonly body: readonly string[];
  /** Parts of other sections that belong here, a sentence each. */
  readonly brief?: readonly string[];
  /** Sections whose parts, where no sub-chapter names them, stand here in a sentence. */
  readonly sections?: readonly SectionId[];
}

/** Chapter 2, by question and not by section. 2.5, systematic flows, is a cascade's and stands before the close. */
export const DRIVER_PLACES: readonly Place[] = [
  {
    id: 'policy',
    number: '2.1',
    sections: ['liquidity'],
    body: ['liquidity-state', 'net-liquidity', 'policy-reaction', 'channels'],
    brief: ['policy-table', 'term-premium'],
  },
  {
    id: 'economy',
    number: '2.2',
    sections: ['drivers'],
    body: ['labour-board', 'two-causes', 'growth-fear', 'ai-baskets'],
  },
  {
    id: 'flows',
    number: '2.3',
    sections: ['flows'],
    body: [
      'three-lamps',
      'etf-flows',
      'flow-elasticity',
      'coinbase-premium',
      'liquidations',
      'treasury-companies',
      'yen-carry',
    ],
  },
  {
    id: 'mood',
    number: '2.4',
    sections: ['network'],
    body: ['spillovers', 'sector-contagion'],
    brief: ['identity', 'self-feeding'],
  },
  { id: 'closing', number: '2.6', body: ['driver-split', 'causal-order'] },
];

/** Chapter 3: what follows for policy, for those who hold, and for how the markets trade. */
export const CONSEQUENCE_PLACES: readonly Place[] = [
  {
    id: 'path',
    number: '3.1',
    body: ['policy-path', 'policy-gap', 'central-banks'],
    brief: ['policy-stance', 'tightening-index', 'projection'],
  },
  {
    id: 'institutions',
    number: '3.2',
    sections: ['havens'],
    body: ['haven-league', 'hedge-failure', 'implied-volatility'],
    brief: ['cash-regime'],
  },
  {
    id: 'microstructure',
    number: '3.3',
    body: ['correlation-stress', 'technology-correlation'],
    brief: ['order-book', 'spreads', 'round-numbers', 'beta-amplification'],
  },
];

/** Ids that a sub-chapter names; the others stand where their section does. */
export const NAMED: ReadonlySet<string> = new Set(
  [...DRIVER_PLACES, ...CONSEQUENCE_PLACES].flatMap(({ body, brief = [] }) => [...body, ...brief]),
);
