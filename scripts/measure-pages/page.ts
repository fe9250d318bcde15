import { z } from 'zod';
import { entryOf } from '../../src/data/series/index.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { exampleSeries } from './panels.ts';

const INPUT: Readonly<Record<Measure['input'], string>> = {
  levels: ' of levels (prices, yields, indices)',
  changes: ' of changes from row to row (returns of prices, differences of yields)',
  bars: ': open, high, low and close of one instrument, in this order; a row with an impossible bar counts as missing',
  'close-and-volume': ': the close and the units traded of one instrument, in this order',
};

export const GROUPS: Readonly<Record<Measure['group'], string>> = {
  move: 'Moves',
  volatility: 'Volatility',
  trend: 'Trend and drawdown',
  dependence: 'Dependence',
  stress: 'Stress',
  liquidity: 'Liquidity',
};

/** The page of a measure in docs/measures, all of it from the catalogue. */
export function page(measure: Measure): string {
  const { title, formula, reading, source, columns, range } = measure;
  const params = measure.params.parse({});
  const warmUp = measure.warmUp(params);
  const sections = [
    `# ${title.en}`,
    `\`${measure.id}\` · ${title['zh-Hans']} · ${title['zh-Hant']} · ${GROUPS[measure.group].toLowerCase()}`,
    `\`\`\`text\n${formula}\n\`\`\``,
    `**How to read it.** ${reading}`,
    `![${title.en} on the specimen](${measure.id}.svg)`,
    `Drawn from [the specimen](../specimen.md), which is simulated, one row in five, with the defaults below: ${exampleText(measure)}.`,
    '## What goes in and what comes out',
    [
      `- Input: ${columnsText(columns)}${INPUT[measure.input]}.`,
      `- Output: one value a row, in \`${measure.unit}\`, from ${bound(range[0])} to ${bound(range[1])}.`,
      `- No value on the first ${warmUp} ${warmUp === 1 ? 'row' : 'rows'} (with the defaults), nor where an input that it needs is missing; an infinite value counts as missing. The value of a row uses that row and earlier ones only.`,
    ].join('\n'),
    ...parameterTable(measure),
    '## Source',
    sourceText(source),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The list of all pages by group. */
export function index(measures: readonly Measure[]): string {
  const groups = Object.entries(GROUPS).map(([group, heading]) => {
    const lines = measures
      .filter((measure) => measure.group === group)
      .map(({ id, title }) => `- [${title.en}](${id}.md)`)
      .sort();
    return `## ${heading}\n\n${lines.join('\n')}`;
  });
  const head =
    '# Measures\n\nEvery measure of the catalogue: formula, reading, parameters and source. Written from the catalogue by `npm run docs:measures`; a test asks that they agree.';
  return `${[head, ...groups].join('\n\n')}\n`;
}

function exampleText(measure: Measure): string {
  const ids = exampleSeries(measure).filter((id) => !id.includes('.'));
  return ids.length <= 2
    ? ids.map((id) => entryOf(id)?.title.en ?? id).join(' and ')
    : ids.map((id) => `\`${id}\``).join(' ');
}

function columnsText([fewest, most]: readonly [number, number]): string {
  if (fewest === most) return fewest === 1 ? 'one column' : `${fewest} columns`;
  return `${fewest} to ${most} columns`;
}

function bound(value: number): string {
  if (value === Number.NEGATIVE_INFINITY) return '−∞';
  if (value === Number.POSITIVE_INFINITY) return '∞';
  return String(value).replace('-', '−');
}

interface Property {
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly { readonly const?: unknown }[];
  readonly unit?: string;
  readonly description?: string;
}

function parameterTable(measure: Measure): string[] {
  const schema = z.toJSONSchema(measure.params, { io: 'input' }) as {
    properties?: Record<string, Property>;
  };
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    return `| \`${name}\` | ${plain(property.default)} | ${allowed(property)} | ${property.unit} | ${property.description} |`;
  });
  if (rows.length === 0) return [];
  const head = '| parameter | default | allowed | unit | what it is |\n|---|---|---|---|---|';
  return ['## Parameters', [head, ...rows].join('\n')];
}

function allowed({ minimum, maximum, enum: choices, anyOf }: Property): string {
  const one = choices ?? anyOf?.map((choice) => choice.const);
  return one ? one.map(plain).join(', ') : `${plain(minimum)} to ${plain(maximum)}`;
}

function plain(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(4))).replace('-', '−') : String(value);
}

function sourceText({ citation, equation, doi }: Measure['source']): string {
  const where = equation === undefined ? '' : ` Equation or place: ${equation}.`;
  const link = doi === undefined ? '' : ` [doi:${doi}](https://doi.org/${doi})`;
  return `${citation}.${where}${link}`;
}
