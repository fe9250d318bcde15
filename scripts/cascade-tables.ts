import { z } from 'zod';
import type { ObservationColumns } from '../src/data/observation.ts';
import { entryOf } from '../src/data/series/index.ts';
import { specimenColumns } from '../src/data/specimen/index.ts';
import { memoryView } from '../src/data/store/memory.ts';
import { parseInstant } from '../src/data/time.ts';
import { CASCADE_FORMULAS } from '../src/simulation/cascade/formulas.ts';
import { SELLERS } from '../src/simulation/sellers/index.ts';
import type { Seller } from '../src/simulation/sellers/seller.ts';
import { MARKET_ASSETS } from '../src/simulation/state/assets.ts';
import { READERS } from '../src/simulation/state/index.ts';
import { readMarket } from '../src/simulation/state/market.ts';
import type { Unknown } from '../src/simulation/state/unknown.ts';
import { markdownTable } from './markdown-table.ts';

/** Two instants of the specimen: what differs between them is read from the data. */
const INSTANTS = ['2025-10-10T20:00Z', '2026-02-05T12:00Z'];

/** The page with its sections as the program has them, each between `<!-- name -->` and its end. */
export async function withCascadeTables(page: string): Promise<string> {
  const unknowns = await unknownsTold();
  const sections = {
    sellers: SELLERS.map((seller) => sellerSection(seller, unknowns)).join('\n\n'),
    market: unknownsTable(unknowns.filter(({ name }) => name.startsWith('market.'))),
    formulas: markdownTable(
      ['formula', 'figure', 'text', 'source'],
      CASCADE_FORMULAS.map(({ id, title, text, source }) => [`\`${id}\``, title.en, text, source]),
    ),
  };
  return Object.entries(sections).reduce(
    (text, [name, body]) =>
      text.replace(
        new RegExp(`<!-- ${name} -->.*<!-- /${name} -->`, 's'),
        () => `<!-- ${name} -->\n${body}\n<!-- /${name} -->`,
      ),
    page,
  );
}

function sellerSection({ id, title, summary, side, source, params }: Seller, all: readonly Told[]): string {
  const own = all.filter(({ name }) => name.startsWith(`${id}.`));
  return [
    `### ${title.en}`,
    `\`${id}\`, a ${side}. ${summary.en}`,
    `Source: ${source.replace(/\.$/, '')}.`,
    markdownTable(
      ['parameter', 'allowed', 'what and unit'],
      parameterRows(z.toJSONSchema(params, { io: 'input' })),
    ),
    own.length > 0 ? unknownsTable(own) : 'Nothing of it is drawn.',
  ].join('\n\n');
}

/** What a schema of JSON says that these rows need of it. */
interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

function parameterRows(shape: unknown, path = ''): string[][] {
  return Object.entries((shape as Shape).properties ?? {}).flatMap(([name, one]) => {
    const inner = one.items ?? one;
    const at = `${path}${name}${one.items ? '[]' : ''}`;
    if (inner.properties && one.description === undefined) return parameterRows(inner, `${at}.`);
    const own = [`\`${at}\``, allowedIn(inner, one.default), one.description ?? inner.description ?? ''];
    return inner.properties ? [own, ...parameterRows(inner, `${at}.`)] : [own];
  });
}

function allowedIn(shape: Shape, otherwise: unknown): string {
  const { type = '', minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape;
  const bounds = [
    exclusiveMinimum === undefined ? '' : `above ${exclusiveMinimum}`,
    minimum === undefined ? '' : `from ${minimum}`,
    exclusiveMaximum === undefined ? '' : `below ${exclusiveMaximum}`,
    maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? '' : `to ${maximum}`,
  ].filter((text) => text !== '');
  const kind = shape.enum ? shape.enum.join(' or ') : type === 'integer' ? 'whole number' : '';
  const left = typeof otherwise === 'object' ? JSON.stringify(otherwise) : String(otherwise);
  return [kind, bounds.join(' '), otherwise === undefined ? '' : `left out: ${left}`]
    .filter((text) => text !== '')
    .join(', ');
}

interface Told extends Unknown {
  /** Its range hangs on the data of the instant. */
  readonly read: boolean;
}

function unknownsTable(unknowns: readonly Told[]): string {
  return markdownTable(
    ['drawn', 'what', 'prior', 'unit', 'source'],
    unknowns.map(({ name, title, unit, low, high, scale, source, read }) => [
      `\`${name}\``,
      title.en,
      read ? 'around what the data say' : `${number(low)} … ${number(high)}, even on the ${scale} scale`,
      unit,
      read ? 'the series, or what its seller says without it' : source,
    ]),
  );
}

function number(value: number): string {
  const [size, word] = value >= 1e9 ? [1e9, ' bn'] : value >= 1e6 ? [1e6, ' m'] : [1, ''];
  return `${Number((value / size).toPrecision(3))}${word}`;
}

/** Everything that can be drawn, by the specimen at two instants and by no data at all. */
async function unknownsTold(): Promise<readonly Told[]> {
  const columns = specimenColumns();
  const [none, ...some] = await Promise.all([
    unknownsAt([], INSTANTS[0]!),
    ...INSTANTS.map((instant) => unknownsAt(columns, instant)),
  ]);
  const told = new Map<string, Told>();
  for (const unknown of [...none!, ...some.flat()]) {
    const ranges = some.flatMap((list) => list.filter(({ name }) => name === unknown.name));
    const range = ({ low, high }: Unknown) => `${low} ${high}`;
    const read = new Set([unknown, ...ranges].map(range)).size > 1;
    if (!told.has(unknown.name)) told.set(unknown.name, { ...unknown, read });
  }
  return [...told.values()];
}

async function unknownsAt(columns: readonly ObservationColumns[], at: string): Promise<readonly Unknown[]> {
  const view = memoryView(columns, parseInstant(at), { entry: entryOf });
  const market = await readMarket({ view, stepMinutes: 5, steps: 288 });
  const assets =
    market.assets.length > 0 ? market.assets : MARKET_ASSETS.map(({ id }) => ({ id, price: 1, venues: [] }));
  const setting = { view, start: view.instant, assets, stepMinutes: 5, steps: 288 };
  const states = await Promise.all(SELLERS.map(({ id }) => READERS[id]!(setting)));
  return [...market.unknowns, ...states.flatMap(({ unknowns }) => unknowns)];
}
