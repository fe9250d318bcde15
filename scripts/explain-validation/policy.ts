import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import { INSTANTS } from '../explain-pages/findings.ts';

/** Policy on the four days: signs of growth fear, net stance, gap to a rule, term premium. */
export async function policyValidation(store: Store): Promise<string[]> {
  const rows: string[] = [];
  for (const instant of INSTANTS) {
    const view = await store.asOf(parseInstant(instant));
    const { growthFear, policyStance, policyGap, termPremium, policyReaction } = (
      await explain(view, { window: '5d', section: 'drivers' })
    ).drivers!.parts;
    const coin = policyReaction!.assets.find(({ asset }) => asset === 'btc-usd')?.fall;
    rows.push(
      `| ${[
        instant,
        `${growthFear!.day.kind} / ${growthFear!.window.kind}`,
        basisPoints(policyStance!.now.net.value),
        basisPoints(policyGap!.gap.value),
        `${basisPoints(termPremium!.premium.value)} (${termPremium!.date})`,
        policyReaction!.event === null
          ? 'none in 60 sessions'
          : `${policyReaction!.event.title.en}; fall of bitcoin ${coin ? `${coin.lag} sessions after the first reaction` : '–'}`,
      ].join(' | ')} |`,
    );
  }
  return [
    '## Policy on the four days',
    '',
    '| instant | signs, session / 5 sessions | net stance | 2-year yield less rule | term premium (day) | news of who decides |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    'The 2-year yield stands for the path of the market and holds a term premium; none of the signals has a record that differs from its base rate.',
    '',
  ];
}

function basisPoints(value: number | null): string {
  return value === null ? '–' : `${(1e4 * value).toFixed(1).replace('-', '−')} bp`;
}
