import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../src/data/effects.ts';
import type { UserError } from '../../src/data/errors.ts';
import { figureMaker } from '../../src/data/figure.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import type { Store } from '../../src/data/store/store.ts';
import { parseInstant } from '../../src/data/time.ts';
import { traceFigure } from '../../src/data/trace.ts';
import { scan } from '../../src/diagnosis/scan/scan.ts';
import { dataCommand } from '../../src/doors/cli/commands/data.ts';
import { withDerivedSeries } from '../../src/doors/derived-store.ts';
import { traceText } from '../../src/report/trace-text.ts';
import { observed } from '../measures/derived/world.ts';
import { tempFolder } from '../temp-folder.ts';

const AS_OF = parseInstant('2026-02-13T01:00Z');
const ROWS = [
  observed(
    'fed-assets',
    [
      { date: '2026-02-04', value: 6_606e9, lag: 1 },
      { date: '2026-02-11', value: 6_622e9, lag: 1 },
    ],
    'fred:WALCL',
  ),
  observed(
    'tga',
    [
      { date: '2026-02-04', value: 908e9, lag: 1 },
      { date: '2026-02-11', value: 910e9, lag: 1 },
    ],
    'fred:WDTGAL',
  ),
  observed(
    'fed-rrp',
    [
      { date: '2026-02-04', value: 2e9 },
      { date: '2026-02-11', value: 1e9 },
    ],
    'new-york-fed:RRPONTSYD',
  ),
  observed(
    'gold-front',
    [
      { date: '2026-02-04', value: 4900 },
      { date: '2026-02-05', value: 4800 },
    ],
    'yahoo:GC=F',
  ),
  observed(
    'silver-front',
    [
      { date: '2026-02-04', value: 80 },
      { date: '2026-02-05', value: 75 },
    ],
    'yahoo:SI=F',
  ),
];

const RATIO = {
  id: 'my-ratio',
  title: 'Gold over silver',
  of: { G: 'gold-front', S: 'silver-front' },
  formula: 'G / S',
  unit: 'ratio',
};

interface Home {
  readonly home: string;
  readonly log: string[];
  readonly out: string[];
  readonly store: Store;
  run(...args: string[]): Promise<void>;
  file(name: string, content: unknown): string;
}

/** A home with rows in memory, its definitions on the disk. */
function newHome(): Home {
  const home = join(tempFolder(), 'home');
  const [log, out]: string[][] = [[], []];
  const effects = {
    now: () => 0,
    log: (line: string) => void log!.push(line),
    progress: () => SILENT_PROGRESS,
  };
  const plain = {
    home,
    isEmpty: async () => false,
    latestClose: async () => AS_OF,
    asOf: async (instant: number) => memoryView(ROWS, instant, { entry: entryOf }),
    health: async () => ({ series: [] }),
    close: async () => {},
  } as unknown as Store;
  const store = withDerivedSeries(plain, effects);
  return {
    home,
    log: log!,
    out: out!,
    store,
    async run(...args) {
      const command = dataCommand({
        effects,
        home: () => home,
        print: (text) => void out!.push(text),
        openStore: async () => store,
      });
      await command.exitOverride().parseAsync(args, { from: 'user' });
    },
    file(name, content) {
      const path = join(home, '..', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
  };
}

function failed(running: Promise<void>): Promise<UserError> {
  return running.then(
    () => {
      throw new Error('did not fail');
    },
    (error) => error as UserError,
  );
}

describe('tidemark data derive', () => {
  it('adds a series from a file, which is then known wherever a series is', async () => {
    const at = newHome();
    await at.run('derive', at.file('mine.json', RATIO));
    expect(at.log.at(0)).toMatch(/^added my-ratio in .*derived.my-ratio\.json$/);
    const view = await at.store.asOf(AS_OF);
    expect([...(await view.series('my-ratio')).values]).toEqual([4900 / 80, 64]);
    await at.run('list', 'my-ratio');
    expect(at.out.join('')).toMatch(
      /my-ratio +metals +daily +ratio +2026-02-04 … 2026-02-05 +Gold over silver/,
    );
    at.out.length = 0;
    await at.run('export', 'my-ratio', '--as-of', '2026-02-05');
    expect(at.out.join('')).toMatch(
      /my-ratio,2026-02-05,2026-02-06T00:00Z,64,ratio,2026-02-06T00:00Z,derived:my-ratio from yahoo:GC=F \+ yahoo:SI=F,/,
    );
    expect(at.log.at(-1)).toMatch(/not to be handed on.*my-ratio/);
  });

  it('answers a scan of it, under a data version of its own', async () => {
    const at = newHome();
    const before = await at.store.asOf(AS_OF);
    await at.run('derive', at.file('mine.json', RATIO));
    const view = await at.store.asOf(AS_OF);
    expect(view.dataVersion).toMatch(/^[0-9a-f]{12}$/);
    expect(view.dataVersion).not.toBe(before.dataVersion);
    const answer = await scan(view, {
      universe: ['my-ratio', 'net-liquidity'],
      universeName: 'my-ratio,net-liquidity',
      window: '1d',
    });
    expect(answer.instruments.find(({ id }) => id === 'my-ratio')?.close.value).toBe(64);
    expect(JSON.stringify(answer)).toContain('5711000000000');
    // Words do not count, the formula does.
    await at.run('derive', at.file('mine.json', { ...RATIO, title: 'Another name' }));
    expect((await at.store.asOf(AS_OF)).dataVersion).toBe(view.dataVersion);
    await at.run('derive', at.file('mine.json', { ...RATIO, formula: '2 * G / S' }));
    expect((await at.store.asOf(AS_OF)).dataVersion).not.toBe(view.dataVersion);
  });

  it('takes several entries that need one another, lists them, and removes them in the right order', async () => {
    const at = newHome();
    const growth = {
      id: 'my-growth',
      title: { 'zh-Hans': '增长' },
      of: { R: 'my-ratio' },
      formula: 'pct(R, 1)',
      unit: 'fraction',
    };
    await at.run('derive', at.file('two.json', [growth, RATIO]));
    const view = await at.store.asOf(AS_OF);
    expect((await view.series('my-growth')).values[0]).toBeCloseTo(64 / 61.25 - 1, 12);
    expect(view.entry('my-growth')?.title).toEqual({ 'zh-Hans': '增长', 'zh-Hant': '增长', en: '增长' });
    await at.run('derive', '--list');
    expect(at.out.join('')).toMatch(/net-liquidity[\s\S]*my-growth +fraction +pct\(R, 1\) +R my-ratio/);
    expect(at.out.join('')).toMatch(/oil-balance .* needs oil-supply-world, oil-demand-world\n/);
    at.out.length = 0;
    await at.run('derive', '--list', '--json');
    expect(JSON.parse(at.out.join('')).map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['net-liquidity', 'my-ratio']),
    );
    expect(await failed(at.run('derive', '--remove', 'my-ratio'))).toMatchObject({
      message: 'my-ratio is used by my-growth',
      exitCode: 2,
    });
    await at.run('derive', '--remove', 'my-growth');
    await at.run('derive', '--remove', 'my-ratio');
    expect(readdirSync(join(at.home, 'derived'))).toEqual([]);
    expect(await failed(at.run('derive', '--remove', 'my-ratio'))).toMatchObject({
      exitCode: 2,
      hint: 'yours: none',
    });
  });

  it('checks a file and writes nothing', async () => {
    const at = newHome();
    await at.run('derive', '--check', at.file('mine.json', RATIO));
    expect(at.log).toEqual(['my-ratio: right; gives ratio']);
    expect(existsSync(join(at.home, 'derived'))).toBe(false);
  });

  it.each<[string, object, RegExp, RegExp]>([
    [
      'a wrong unit',
      { unit: 'usd' },
      /mine\.json: my-ratio: the formula gives fraction, the entry states usd \(usd\)\n {2}G \/ S\n {2}\^$/,
      /fraction, ratio/,
    ],
    ['an unknown unit', { unit: 'ratios' }, /has no known unit: "ratios"/, /did you mean ratio\?/],
    [
      'dollars and millions',
      { unit: 'usd-mn' },
      /is in usd-mn, which is not a base unit/,
      /series are kept in usd/,
    ],
    [
      'an unknown series',
      { of: { G: 'gold-font', S: 'silver-front' } },
      /unknown series: gold-font \(G\)\n {2}G \/ S\n {2}\^$/,
      /did you mean gold-front/,
    ],
    ['an unknown symbol', { formula: 'G / X' }, /unknown symbol: X\n {2}G \/ X\n {6}\^$/, /allowed: G, S/],
    [
      'an unknown function',
      { formula: 'G / median(S, 3)' },
      /unknown function: median\n {2}G \/ median\(S, 3\)\n {6}\^$/,
      /mean|allowed: lag/,
    ],
    [
      'units that do not add',
      { of: { G: 'gold-front', S: 'fed-assets' }, formula: 'G + S' },
      /cannot add usd to usd\/oz\n {2}G \+ S\n {4}\^$/,
      /same unit/,
    ],
    [
      'itself',
      { of: { G: 'my-ratio', S: 'silver-front' } },
      /made of itself: my-ratio → my-ratio/,
      /break the circle/,
    ],
    [
      'an id of the catalogue',
      { id: 'gold-front' },
      /there is a series of this id already/,
      /choose another/,
    ],
    [
      'an id of the program',
      { id: 'net-liquidity' },
      /there is a series of this id already/,
      /choose another/,
    ],
    ['a path for an id', { id: '../evil' }, /id: lower case letters/, /an entry has id, title/],
    ['a key that there is not', { formulas: 'G' }, /formulas/, /an entry has id, title/],
    ['no title', { title: {} }, /title/, /an entry has/],
  ])('refuses %s with file, entry, place and choices', async (_, change, message, hint) => {
    const at = newHome();
    const error = await failed(at.run('derive', at.file('mine.json', { ...RATIO, ...change })));
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
    expect(error.exitCode).toBe(2);
    expect(existsSync(join(at.home, 'derived'))).toBe(false);
  });

  it('refuses what is no JSON, no entry, and no file', async () => {
    const at = newHome();
    expect((await failed(at.run('derive', at.file('bad.json', '{ "id": ')))).message).toMatch(
      /bad\.json: the file: not JSON/,
    );
    expect((await failed(at.run('derive', at.file('bad.json', '[1, null]')))).message).toMatch(
      /entry 1: .*\n.*entry 2: /,
    );
    expect((await failed(at.run('derive'))).hint).toMatch(/name a file/);
    expect(await failed(at.run('derive', join(at.home, 'no.json')))).toMatchObject({ code: 'ENOENT' });
  });

  it('keeps rows from being imported under the id of a series made by formula', async () => {
    const at = newHome();
    await at.run('derive', at.file('mine.json', RATIO));
    for (const id of ['my-ratio', 'net-liquidity']) {
      const error = await failed(
        at.run('import', at.file('rows.csv', 'date,value\n2026-02-05,1\n'), '--as', id, '--unit', 'ratio'),
      );
      expect(error).toMatchObject({ message: `${id} is made by formula, not imported`, exitCode: 2 });
    }
  });

  it('adds all of its files or none', async () => {
    const at = newHome();
    const [good, bad] = [at.file('a.json', RATIO), at.file('b.json', { ...RATIO, id: 'other', unit: 'usd' })];
    await failed(at.run('derive', good, bad));
    expect(existsSync(join(at.home, 'derived'))).toBe(false);
  });

  it('leaves out a definition that went wrong in the home, says so once, and answers the rest', async () => {
    const at = newHome();
    await at.run('derive', at.file('mine.json', RATIO));
    const folder = join(at.home, 'derived');
    writeFileSync(join(folder, 'broken.json'), '{');
    writeFileSync(
      join(folder, 'gone.json'),
      JSON.stringify({ ...RATIO, id: 'gone', of: { G: 'was-imported-once', S: 'silver-front' } }),
    );
    at.log.length = 0;
    await at.store.asOf(AS_OF);
    const view = await at.store.asOf(AS_OF);
    expect(view.entry('gone')).toBeUndefined();
    expect(view.entry('my-ratio')).toBeDefined();
    expect(at.log.length).toBe(2);
    expect(at.log.join('\n')).toMatch(
      /left out: .*broken\.json: the file: not JSON[\s\S]*left out: .*gone\.json: gone: unknown series/,
    );
    expect(readFileSync(join(folder, 'broken.json'), 'utf8')).toBe('{');
  });
});

describe('a trace of a derived input', () => {
  it('goes down to the observations, their sources and licences', async () => {
    const at = newHome();
    const view = await at.store.asOf(AS_OF);
    const figure = figureMaker({
      verb: 'scan',
      instant: AS_OF,
      dataVersion: view.dataVersion,
      parameters: {},
      simulated: false,
    })({
      path: 'x.close',
      value: 5711e9,
      unit: 'usd',
      of: {
        formula: 'close',
        series: ['net-liquidity'],
        inputs: [{ symbol: 'P_t', series: 'net-liquidity', date: '2026-02-11' }],
      },
    });
    const trace = await traceFigure(figure, view, []);
    const [input] = trace.inputs;
    // 6622 − 910 − 1 = 5711 billion.
    expect(input).toMatchObject({
      value: 5711e9,
      source: null,
      made: {
        formula: 'A - T - last(R, 4)',
        worked: '6622000000000 - 910000000000 - last(1000000000, 4)',
        window: null,
      },
    });
    expect(
      input?.made?.inputs.map(({ series, value, source }) => [
        series,
        value,
        source?.provider,
        source?.symbol,
      ]),
    ).toEqual([
      ['fed-assets', 6622e9, 'fred', 'WALCL'],
      ['tga', 910e9, 'fred', 'WDTGAL'],
      ['fed-rrp', 1e9, 'new-york-fed', 'RRPONTSYD'],
    ]);
    expect(input?.made?.inputs[0]?.source?.licence).toMatch(/Public domain/);
    expect(trace.series[0]?.sources.map(({ symbol }) => symbol)).toEqual(['WALCL', 'WDTGAL', 'RRPONTSYD']);
    for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      expect(traceText(trace, language)).toMatch(
        /A - T - last\(R, 4\)[\s\S]*fred WALCL[\s\S]*new-york-fed RRPONTSYD/,
      );
    }
  });

  it('names the rows before its own that are few, and the window where they are many', async () => {
    const at = newHome();
    await at.run(
      'derive',
      at.file('mine.json', [
        { ...RATIO, id: 'my-growth', formula: 'pct(G / S, 1)', unit: 'fraction' },
        { ...RATIO, id: 'my-mean', formula: 'mean(G / S, 2)' },
      ]),
    );
    const view = await at.store.asOf(AS_OF);
    const figure = figureMaker({
      verb: 'scan',
      instant: AS_OF,
      dataVersion: view.dataVersion,
      parameters: {},
      simulated: false,
    })({
      path: 'x.level',
      value: 1,
      unit: 'ratio',
      of: { formula: 'level', series: ['my-growth', 'my-mean'] },
    });
    const [growth, mean] = (await traceFigure(figure, view, [])).series;
    expect(growth?.made?.inputs.map(({ symbol, date }) => `${symbol} ${date}`)).toEqual([
      'G 2026-02-05',
      'G[−1] 2026-02-04',
      'S 2026-02-05',
      'S[−1] 2026-02-04',
    ]);
    expect(growth?.made).toMatchObject({ worked: null, window: null });
    expect(mean?.made).toMatchObject({
      worked: null,
      window: { from: '2026-02-04', to: '2026-02-05', n: 2 },
    });
  });
});
