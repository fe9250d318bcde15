import { z } from 'zod';
import { type FedMeeting, fedPath } from '../../src/diagnosis/policy/fed-path.ts';
import type { MoveProbability } from '../../src/diagnosis/policy/move-probabilities.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  meetings: z.array(z.string()),
  current_target: z.tuple([z.number(), z.number()]),
  step_bp: z.number().default(25),
});
type Parameters = z.infer<typeof parameters>;

export const runner: CaseRunner = {
  methods: ['fedwatch'],
  run(input) {
    const params = parameters.parse(input.params);
    const table = input.file('futures.csv');
    const price = table.column('price');
    const futures = table.text('contract').map((month, k) => ({ month, price: price[k]! }));
    const step = params.step_bp / 1e4;
    const of = (chain: 'forward' | 'backward') =>
      fedPath(futures, params.meetings, { step, chain }).map((meeting) => inPercent(meeting, params));
    return { meetings: of('forward'), meetings_backward: of('backward') };
  },
};

function inPercent(meeting: FedMeeting, params: Parameters) {
  const { step_bp: step, current_target: target } = params;
  return {
    meeting: meeting.date,
    start_rate: scaled(meeting.startRate, 100),
    end_rate: scaled(meeting.endRate, 100),
    change_bp: scaled(meeting.change, 1e4),
    n_moves: meeting.moves,
    meeting_prob: keyed(meeting.atMeeting, (moves) => String(moves * step)),
    distribution_bp_from_current: keyed(meeting.cumulative, (moves) => String(moves * step)),
    distribution_target: keyed(meeting.cumulative, (moves) => {
      return target.map((rate) => (rate + (moves * step) / 100).toFixed(2)).join('-');
    }),
    expected_change_bp: scaled(meeting.expectedChange, 1e4),
  };
}

function scaled(value: number | null, by: number): number | null {
  return value === null ? null : value * by;
}

/** A neighbour of probability 0 is written too, for readers that list both outcomes of a certain meeting. */
function keyed(moves: readonly MoveProbability[] | null, key: (moves: number) => string) {
  if (moves === null) return null;
  const [first, last] = [moves[0]!.moves, moves.at(-1)!.moves];
  const around = { [key(first - 1)]: 0, [key(last + 1)]: 0 };
  return {
    ...around,
    ...Object.fromEntries(moves.map(({ moves: n, probability }) => [key(n), probability])),
  };
}
