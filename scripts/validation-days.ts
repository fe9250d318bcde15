/** Days on which much fell together, named before the score was written; the order of the table. */
export const JOINT_FALLS = [
  '2008-09-29',
  '2008-10-15',
  '2010-05-06',
  '2011-08-08',
  '2013-06-20',
  '2015-08-24',
  '2018-02-05',
  '2020-03-09',
  '2020-03-11',
  '2020-03-12',
  '2020-03-16',
  '2020-03-18',
  '2022-06-13',
  '2022-11-09',
  '2024-08-05',
  '2025-04-03',
  '2025-04-04',
  '2025-10-10',
  '2026-01-30',
  '2026-02-05',
  '2026-02-12',
] as const;

/** Days on which one class or sector fell and the rest did not, with the scope they must be given. */
export const CONTROLS = [
  { date: '2022-11-08', what: 'FTX: crypto only', scope: ['crypto-only'], percentileBelow: 0.9 },
  {
    date: '2023-03-10',
    what: 'Silicon Valley Bank: banks and credit, gold and Treasuries up',
    scope: ['credit-only', 'credit-led', 'equity-only', 'equity-led'],
    percentileBelow: 0.9,
  },
  { date: '2021-05-19', what: 'China bans crypto services: crypto only', scope: ['crypto-only'] },
  { date: '2026-01-30', what: 'Metals crash: metals lead', scope: ['metals-led'] },
] as const;
