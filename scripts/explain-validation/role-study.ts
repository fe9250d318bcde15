import { ROLES } from '../../src/diagnosis/explain/havens/role.ts';
import {
  type ChangeStudy,
  changeStudy,
  rightLabels,
} from '../../test/diagnosis/explain/havens/role-study.ts';

const DRAWS = 500;
const SEED = 10000;
const KEYS = ['label', 'near', 'oracle', 'covered'] as const;

/** How well planted roles are labelled and their changes dated, beside what the data allow. */
export function roleStudyTable(): string[] {
  const labels = ROLES.map((role) => `${percent(rightLabels(role, DRAWS, SEED))} ${role}`);
  const pairs = ROLES.flatMap((from) =>
    ROLES.filter((to) => to !== from).map((to) => ({ from, to, ...changeStudy(from, to, DRAWS, SEED) })),
  );
  const mean = (key: (typeof KEYS)[number]) =>
    pairs.reduce((sum, study) => sum + study[key], 0) / pairs.length;
  const row = (name: string, study: Pick<ChangeStudy, (typeof KEYS)[number]>) =>
    `| ${name} | ${KEYS.map((key) => percent(study[key])).join(' | ')} |`;
  return [
    '### Planted roles',
    '',
    `Simulated, ${DRAWS} draws a row: a market of 1 % a day with GARCH(1,1) volatility (0.08, 0.9) and t(5) shocks; an asset with noise of t(5) at 0.8`,
    'of the market’s volatility and betas −0.5 (hedge), 0.1 with −0.7 in the market’s worst 5 % of days (safe haven), 0.2 (diversifier) and 1.2',
    `(risk asset). Without a change, 560 days: the label is right in ${labels.join(', ')}.`,
    '',
    'With a change at day 560 of 860: shares of draws with the new label; with a change dated within ten days of the day; the same by one who',
    'knows both pairs of betas, the line of stress, the law of the noise and that there was one change, and who picks the most probable 21 days,',
    'every day being alike to him beforehand; and with the day inside the 90 % interval (a change that is not seen counts as outside). A change',
    'between safe haven and diversifier moves the ordinary beta by 0.1 only, and stress days come once a month: even he dates half of them so.',
    '',
    '| change | new label | within 10 days | best possible | inside the interval |',
    '|---|---|---|---|---|',
    ...pairs.map((study) => row(`${study.from} to ${study.to}`, study)),
    row('**all**', {
      label: mean('label'),
      near: mean('near'),
      oracle: mean('oracle'),
      covered: mean('covered'),
    }),
    '',
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
