import { z } from 'zod';
import { baiPerron } from '../../src/measures/bai-perron.ts';
import { pelt } from '../../src/measures/pelt.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  pen_mean: z.number().optional(),
  pen_meanvar: z.number().optional(),
  minseg_mean: z.number().default(1),
  minseg_meanvar: z.number().default(2),
  bai_perron_trim: z.number().default(0.15),
  h: z.number().optional(),
  max_breaks: z.number().default(5),
});

export const runner: CaseRunner = {
  methods: ['breaks'],
  run({ params: given, file }) {
    const params = parameters.parse(given);
    const x = file().numeric[0]!.values;
    const inMean = pelt(x, {
      cost: 'mean',
      leastRows: params.minseg_mean,
      ...(params.pen_mean === undefined ? {} : { penalty: params.pen_mean }),
    });
    const inBoth = pelt(x, {
      cost: 'mean-variance',
      leastRows: params.minseg_meanvar,
      ...(params.pen_meanvar === undefined ? {} : { penalty: params.pen_meanvar }),
    });
    const { models, choice } = baiPerron(x, {
      leastRows: params.h ?? Math.floor(params.bai_perron_trim * x.length),
      maxBreaks: params.max_breaks,
    });
    return {
      pelt_mean: inMean.changes,
      pelt_mean_cost: penalised(inMean),
      pelt_meanvar: inBoth.changes,
      pelt_meanvar_cost: penalised(inBoth),
      bai_perron: Object.fromEntries(models.map(({ breaks }, m) => [m, breaks])),
      rss: models.map(({ rss }) => rss),
      bic: models.map(({ bic }) => bic),
      bic_choice: choice,
    };
  },
};

function penalised({ cost, penalty, changes }: ReturnType<typeof pelt>): number {
  return cost + penalty * changes.length;
}
