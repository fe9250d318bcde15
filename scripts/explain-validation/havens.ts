import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import type { ExplainAnswer } from '../../src/diagnosis/explain/answer.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import { roleStudyTable } from './role-study.ts';

type Parts = NonNullable<ExplainAnswer['havens']>['parts'];
type Figure = NonNullable<Parts['roles']>['assets'][number]['calm'];

/** One hour after the end of the UTC day of each of these sessions. */
const DAYS = {
  '2025-10-10': '2025-10-11T01:00Z',
  '2026-01-30': '2026-01-31T01:00Z',
  '2026-02-05': '2026-02-06T01:00Z',
  '2026-02-12': '2026-02-13T01:00Z',
} as const;

const ASSETS = ['gold-front', 'gdx', 'btc-usd', 'tlt', 'dollar-index', 'usd-jpy'];

export async function havensValidation(store: Store): Promise<string[]> {
  const answers: Parts[] = [];
  for (const instant of Object.values(DAYS)) {
    const view = await store.asOf(parseInstant(instant));
    answers.push((await explain(view, { window: '5d', section: 'havens' })).havens!.parts);
  }
  return [...rolesTable(answers), ...roleStudyTable(), ...havensTable(answers), ...correlationTable(answers)];
}

function rolesTable(answers: readonly Parts[]): string[] {
  return [
    '## Roles',
    '',
    'As known at 01:00 UTC after the session. Betas against the S&P 500 since they last changed, with 90 % bands (Newey–West; stress with',
    'Student’s t). `usd-jpy` is the yen: the return of its holder. The rule stands in [the section’s page](../explain/havens.md).',
    '',
    '| day | asset | role | since | 90 % of the date | before | ordinary beta | stress beta | stress days | correlation | return |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...Object.keys(DAYS).flatMap((day, k) =>
      ASSETS.flatMap((id) => {
        const one = answers[k]!.roles!.assets.find(({ asset }) => asset === id);
        if (!one) return [];
        const { role, since, between, before, calm, stress, correlation, session } = one;
        const dates = between ? `${between.from} to ${between.to}` : '–';
        const cells = [role ?? '–', since ?? '–', dates, before ?? '–', banded(calm), banded(stress)];
        const days = String(stress.of.params?.stressSessions ?? '–');
        return [
          `| ${day} | \`${id}\` | ${cells.join(' | ')} | ${days} | ${ratio(correlation)} | ${percent(session)} |`,
        ];
      }),
    ),
    '',
  ];
}

function havensTable(answers: readonly Parts[]): string[] {
  const part = (share: Figure | undefined) => (share ? percent(share) : '–');
  return [
    '## Havens on the day, miners, bitcoin, hedges and the order of sale',
    '',
    'Stress: the S&P 500 below the 5 % quantile of the 1,250 sessions before. Gold failed: stress days of the last six on which it did not rise.',
    'Shares are of variance: GDX with gold and with equities over 120 sessions, bitcoin with technology, gold and its own. Break: of its beta to',
    'the Nasdaq-100. Bets: of nine positions of equal volatility, 60 sessions. Sale: Spearman’s ρ of the order in which assets are cheapest to',
    'sell, and have gains, with the order of their falls over five sessions, and its p.',
    '',
    '| day | stress | gold failed | GDX gold | GDX equity | BTC technology | BTC gold | BTC own | break | bets | made up by TLT | by gold | sale ρ | p |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...Object.keys(DAYS).map((day, k) => {
      const { havenLeague, miners, identity, hedgeFailure, peckingOrder } = answers[k]!;
      const of = (name: string) => identity!.shares.find((one) => one.part === name)?.share;
      const cells = [
        havenLeague!.session.stress ? 'yes' : 'no',
        `${havenLeague!.gold.failed.value ?? '–'} of 6`,
        ...[miners!.shares.metal, miners!.shares.equity, of('technology'), of('gold'), of('own')].map(part),
        identity!.change?.date ?? '–',
        ratio(hedgeFailure!.bets.recent),
        ...hedgeFailure!.hedges.map(({ covered }) => percent(covered)),
        ratio(peckingOrder!.agreement),
        ratio(peckingOrder!.p),
      ];
      return `| ${day} | ${cells.join(' | ')} |`;
    }),
    '',
  ];
}

function correlationTable(answers: readonly Parts[]): string[] {
  return [
    '## Bitcoin with the Nasdaq-100, and correlations toward one',
    '',
    'Correlation over 90 sessions at the New York close with its 90 % band, its percentile since 2015, the session on which it last stood there,',
    'and its difference from the 90 sessions before. R²: bitcoin on the global risk factor. Way: of nine positions from the correlations of the',
    'year before to 1, over 60 sessions. Value at risk: beside normal, by the realised correlations and with all at 1. Value: of five large coins',
    'and stablecoins since the highest of the year.',
    '',
    '| day | correlation | percentile | last there | difference | last break | R² | way | value at risk realised | at 1 | value lost |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...Object.keys(DAYS).map((day, k) => {
      const { technologyCorrelation, identity, correlationStress, cryptoValue } = answers[k]!;
      const long = technologyCorrelation!.readings.find(({ method }) => method === 'rolling-90')!;
      const [, realised, , one] = correlationStress!.matrices;
      const cells = [
        banded(long.correlation),
        percent(long.percentile),
        long.lastAt ?? '–',
        banded(technologyCorrelation!.change.difference),
        technologyCorrelation!.regimes.at(-1)?.from ?? '–',
        banded(identity!.risk.rSquared),
        percent(correlationStress!.way.lambda),
        ratio(realised!.ratio),
        ratio(one!.ratio),
        percent(cryptoValue!.sinceTop.share),
      ];
      return `| ${day} | ${cells.join(' | ')} |`;
    }),
    '',
  ];
}

function ratio({ value }: Figure): string {
  return value === null ? '–' : value.toFixed(2).replace('-', '−');
}

function percent({ value }: Figure): string {
  return value === null ? '–' : `${(100 * value).toFixed(1).replace('-', '−')} %`;
}

function banded(figure: Figure): string {
  const { band } = figure;
  if (!band) return ratio(figure);
  const [low, high] = [band.low, band.high].map((value) => value.toFixed(2).replace('-', '−'));
  return `${ratio(figure)} (${low} to ${high})`;
}
