import { line } from '../../inline.ts';
import type { ShapeMessages } from './messages.ts';

const KINDS = {
  missing: 'no data',
  'not-yet-known': 'not yet known',
  stale: 'late',
  revised: 'revised',
  suspect: 'suspect',
  'short-history': 'history too short',
} as const;

export const en: ShapeMessages = {
  consequences: 'Consequences',
  data: 'Data',
  market: 'Markets and flows',
  economy: 'Economy and policy',
  end: 'End matter',
  contents: 'Contents',
  appendix: 'Appendix: details by section',
  appendixLead:
    'Numbered as the sections of the report, each of which shows one chart or table; the others stand here.',
  seeTable: (label) => [`The data, row by row: ${label}, chapter 5.`],
  brief: (number) => `Also measured (details in appendix ${number})`,
  source: 'Source, as of',
  model: 'model',

  warned: ({ kind, names, all }) =>
    `${KINDS[kind]}: ${names.join('; ')}${all > names.length ? `; and ${all - names.length} more` : ''}`,
  unchecked: {
    title: 'What could not be checked',
    lead: 'These have no value for want of data, and the report draws nothing from them.',
  },
  glossary: { title: 'Glossary', measure: 'Simplified Chinese, Traditional Chinese, English' },

  box: {
    unmeasured: 'not measured',
    liquidity: 'Net liquidity, four weeks',
    liquidityNote: (part, change) => line`largest part: ${part}, ${change}`,
    forced: 'Forced share of sales',
    reported: (total) => line`liquidations, as reported only: ${total}`,
    notReported: 'no data on liquidations',
    lamps: 'Red lamps of flows',
    red: (red, measured) => line`${red} / ${String(measured)}`,
    lampsNote: (unmeasured) => (unmeasured === 0 ? 'all three read' : `${unmeasured} more not measured`),
    confidence: 'Confidence',
    levels: { high: 'High', medium: 'Medium', low: 'Low' },
    confidenceNote: (missing, late) =>
      [
        missing.length === 0 ? 'every class measured' : `without ${missing.join(', ')}`,
        ...(late === 0 ? [] : [`${late} series late`]),
      ].join('; '),
    rule: 'Confidence: high when every risk class is measured and no series is late; low when two classes are not measured or there is no score; else medium.',
  },

  why: ({ name, days, move, parts }) =>
    line`Over ${String(days)} sessions ${name} moved ${move}; the two largest contributions are ${parts
      .map(({ name: part, change, isResidual }) =>
        isResidual ? line`${change} that no driver explains` : line`${change} associated with ${part}`,
      )
      .reduce((all, one) => line`${all} and ${one}`)}. This is association, not cause.`,
  next: (items) => [`To be known next: ${items.map(({ name, when }) => `${name} (${when})`).join('; ')}.`],
  nextMeeting: 'the Federal Reserve’s decision',

  changes: {
    title: 'Changes since the last report',
    measure: (before, now) => `The same measures, as known at ${before} and at ${now}`,
    columns: { item: 'Item', before: 'Then', now: 'Now' },
    verdict: 'Verdict',
    liquidityState: 'State of liquidity',
    netLiquidity: 'Net liquidity, four weeks',
    cash: '“Cash is king” lamp',
    lit: 'lit',
    unlit: 'off',
    close: 'close',
    records: 'New records',
    unchanged: ({ all, before }) => [`None of the ${all} items listed has changed since ${before}.`],
    record: ({ name, moved, record }) => line`${name} ${moved}, ${record}`,
  },
};
