import { PassThrough } from 'node:stream';
import { SILENT_PROGRESS } from '../../src/data/effects.ts';
import { figureMaker } from '../../src/data/figure.ts';
import type { ObservationColumns } from '../../src/data/observation.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import type { Store } from '../../src/data/store/store.ts';
import { formatInstant, parseInstant } from '../../src/data/time.ts';
import type { View } from '../../src/data/view.ts';
import type { ExplainAnswer } from '../../src/diagnosis/explain/answer.ts';
import { assumptionsText, parseAssumptions } from '../../src/diagnosis/explain/assumptions.ts';
import type { ExplainOptions } from '../../src/diagnosis/explain/explain.ts';
import type { ScanAnswer } from '../../src/diagnosis/scan/answer.ts';
import type { ScanOptions } from '../../src/diagnosis/scan/scan.ts';
import { cascadeOptions } from '../../src/doors/cascade-options.ts';
import type { World } from '../../src/doors/cli/world.ts';
import type { Parts } from '../../src/doors/parts.ts';
import type { SimulateOptions } from '../../src/doors/simulate/run-jobs.ts';
import type { ReportAnswers } from '../../src/report/index.ts';
import { sentTrace } from '../../src/report/page/trace/trace.ts';
import type { CascadeAnswer } from '../../src/simulation/cascade/answer.ts';
import { idParameters, optionsOfId } from '../../src/simulation/cascade/id-parameters.ts';
import type { CascadeOptions } from '../../src/simulation/cascade/options.ts';
import { entryOf, MARKET } from './market.ts';

/** A store over rows in memory that can be asked, not written. */
export function memoryStore(home: string, rows: readonly ObservationColumns[]): Store {
  const closes = rows.flatMap((one) => [...one.times]);
  return {
    home,
    isEmpty: async () => rows.length === 0,
    latestCommit: async () => String(rows.length),
    latestClose: async () => (closes.length > 0 ? Math.max(...closes) : undefined),
    asOf: async (instant: number) => memoryView(rows, instant, { entry: entryOf }),
    close: async () => {},
  } as unknown as Store;
}

/** A scan of one figure: the change of bitcoin, with a score that has a value when there are two closes. */
export async function fakeScan(view: View, options: ScanOptions): Promise<ScanAnswer> {
  const { values, dates } = await view.series('btc-usd');
  const [last, before] = [values.at(-1) ?? Number.NaN, values.at(-2) ?? Number.NaN];
  const figure = figureMaker({
    verb: 'scan',
    instant: view.instant,
    dataVersion: view.dataVersion,
    parameters: options.universeName === 'core' ? {} : { universe: options.universeName },
    simulated: false,
  });
  const day = (at: number) => new Date((dates.at(at) as number) * 86_400_000).toISOString().slice(0, 10);
  const of = {
    formula: 'simple-return',
    series: ['btc-usd'],
    ...(values.length > 1
      ? {
          inputs: [
            { symbol: 'P_t', series: 'btc-usd', date: day(-1) },
            { symbol: 'P_0', series: 'btc-usd', date: day(-2) },
          ],
        }
      : {}),
  };
  return {
    verb: 'scan',
    dataVersion: view.dataVersion,
    asOf: formatInstant(view.instant),
    parameters: { universe: options.universeName, window: options.window },
    joint: {
      score: figure({
        path: 'joint.score',
        value: last / before - 1,
        unit: 'score',
        of,
        why: 'one close only',
      }),
    },
    ids: options.universe,
  } as unknown as ScanAnswer;
}

/** An explanation of one part with one figure: the balance sheet, which is not known before its release. */
async function fakeExplain(view: View, options: ExplainOptions): Promise<ExplainAnswer> {
  const { values } = await view.series('fed-assets');
  const { asset, window, section, assume } = options;
  const figure = figureMaker({
    verb: 'explain',
    instant: view.instant,
    dataVersion: view.dataVersion,
    parameters: {
      ...(asset ? { asset } : {}),
      ...(window === '5d' ? {} : { window }),
      ...(assume ? { assume: assumptionsText(assume) } : {}),
    },
    simulated: false,
  });
  return {
    verb: 'explain',
    dataVersion: view.dataVersion,
    asOf: formatInstant(view.instant),
    parameters: { ...(asset ? { asset } : {}), window, ...(section ? { section } : {}) },
    liquidity: {
      parts: {
        balance: {
          assets: figure({
            path: 'balance.assets',
            value: values.at(-1) ?? Number.NaN,
            unit: 'usd',
            of: { formula: 'level', series: ['fed-assets'] },
            why: 'no balance sheet is known',
          }),
        },
      },
      needs: [],
    },
  } as unknown as ExplainAnswer;
}

/** A cascade of one figure: what is sold by force, a part of the price for every path asked for. */
async function fakeCascade(view: View, options: CascadeOptions): Promise<CascadeAnswer> {
  const { values } = await view.series('btc-usd');
  const figure = figureMaker({
    verb: 'cascade',
    instant: view.instant,
    dataVersion: view.dataVersion,
    parameters: idParameters(options),
    simulated: false,
  });
  return {
    verb: 'cascade',
    dataVersion: view.dataVersion,
    asOf: formatInstant(view.instant),
    parameters: { shock: options.shock, paths: options.paths },
    forced: {
      total: figure({
        path: 'forced',
        value: (values.at(-1) ?? Number.NaN) * options.paths,
        unit: 'usd',
        of: { formula: 'cascade-forced', series: ['btc-usd'] },
        why: 'no price',
      }),
    },
    readings: [{ how: 'prior' }, { how: 'measured' }],
    missing: [{ series: 'btc-open-interest' }],
  } as unknown as CascadeAnswer;
}

export interface FakeWorld extends World {
  readonly out: string[];
  readonly err: string[];
  readonly codes: number[];
  readonly homes: string[];
  readonly scans: ScanOptions[];
  readonly explained: ExplainOptions[];
  readonly cascades: CascadeOptions[];
  readonly simulated: SimulateOptions[];
}

function chaptersOf({ since, ...answers }: ReportAnswers): string {
  const told = Object.entries(answers).map(([verb, { asOf }]) => `${verb} ${asOf}`);
  return [...told, ...(since ? [`since ${since.scan.asOf}`] : [])].join(', ');
}

/** A world in memory: `/full` has data, every other home is empty until the specimen is put there. */
export function fakeWorld(env: Record<string, string> = {}): FakeWorld {
  const [out, err, homes]: string[][] = [[], [], []];
  const codes: number[] = [];
  const scans: ScanOptions[] = [];
  const explained: ExplainOptions[] = [];
  const cascades: CascadeOptions[] = [];
  const simulated: SimulateOptions[] = [];
  const parts: Parts = {
    catalogue: async () => ({ entryOf, core: ['btc-usd'], all: ['btc-usd', 'fed-assets'] }),
    openStore: async (home) => {
      homes?.push(home);
      return memoryStore(home, home === '/full' || home.endsWith('specimen') ? MARKET : []);
    },
    ensureSpecimen: async (_store, effects) => effects.log('specimen made'),
    listSeries: async () => [],
    episodes: async () => [],
    openingOfSpecimen: async () => parseInstant('2026-02-04'),
    scan: (view, options) => {
      scans.push(options);
      return fakeScan(view, options);
    },
    explain: (view, options) => {
      explained.push(options);
      return fakeExplain(view, options);
    },
    explainSections: async () => ['liquidity', 'flows'],
    parseAssumptions: async () => parseAssumptions,
    hasExplainPart: async (id) => id === 'balance',
    cascadeReaders: async () => ({ ofTexts: cascadeOptions, ofId: optionsOfId }),
    cascade: (view, options) => {
      cascades.push(options);
      return fakeCascade(view, options);
    },
    runJobs: async (options) => {
      simulated.push(options);
      return async () => [];
    },
    pages: async () => [],
    sentTrace: async (trace, language) => sentTrace(trace, language),
    schemas: async () => ({
      scan: { type: 'object' },
      explain: { type: 'object' },
      cascade: { type: 'object' },
    }),
    formulas: async () => [
      {
        id: 'simple-return',
        title: { 'zh-Hans': '收益率', 'zh-Hant': '報酬率', en: 'Simple return' },
        text: 'P_t / P_0 − 1',
        source: 'definition',
      },
    ],
    markdown: async (answers, language) => `# ${language} ${chaptersOf(answers)}\n`,
    html: async (answers, language) => `<html lang="${language}"><body>${chaptersOf(answers)}</body></html>`,
    pdf: async (answers, language, folders) =>
      new TextEncoder().encode(`%PDF ${language} ${chaptersOf(answers)} ${folders.join(' ')}`.trimEnd()),
    docx: async (answers, language) => new TextEncoder().encode(`PK ${language} ${chaptersOf(answers)}`),
    terminal: async (answer, language) => `text ${language} ${answer.asOf}\n`,
  };
  return {
    version: '0.1.0',
    effects: { now: () => 0, log: (line) => void err?.push(`${line}\n`), progress: () => SILENT_PROGRESS },
    parts,
    screen: { width: 100, colour: false },
    print: (text) => void out?.push(text),
    printError: (text) => void err?.push(text),
    pipes: () => ({ input: new PassThrough(), output: new PassThrough() }),
    leaveWith: (code) => void codes.push(code),
    untilEnd: Promise.resolve(),
    env: { TIDEMARK_HOME: '/full', ...env },
    platform: 'linux',
    userHome: '/nowhere',
    out: out as string[],
    err: err as string[],
    codes,
    homes: homes as string[],
    scans,
    explained,
    cascades,
    simulated,
  };
}
