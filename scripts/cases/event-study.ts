import { z } from 'zod';
import { type AbnormalReturns, eventStudy } from '../../src/measures/event-study.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  event_rows: z.array(z.number()),
  estimation: z.number(),
  gap: z.number(),
  window: z.tuple([z.number(), z.number()]),
});

export const runner: CaseRunner = {
  methods: ['event-study'],
  run(input) {
    const { event_rows, ...options } = parameters.parse(input.params);
    const table = input.file();
    const assets = table.numeric.filter(({ name }) => name !== 'market');
    const events = event_rows.map((row, k) => ({ row, returns: assets[k % assets.length]!.values }));
    const study = eventStudy(table.column('market'), events, options);
    const each = <T>(value: (event: AbnormalReturns) => T) => study.events.map(value);
    return {
      alpha: each(({ alpha }) => alpha),
      beta: each(({ beta }) => beta),
      sigma2: each(({ residualVariance }) => residualVariance),
      AR: each(({ abnormal }) => abnormal),
      CAR_end: each(({ cumulative }) => cumulative),
      AAR: study.average,
      CAAR: study.cumulativeAverage,
      t_cross_section: study.crossSectionT,
      patell_z: study.patellZ,
      bmp_t: study.bmpT,
      car_t_cross_section: study.cumulativeT,
      sign_test_p: study.signTestP,
      n_negative: study.negative,
      dropped: study.dropped.map(({ index }) => index),
    };
  },
};
