import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../../src/doors/cli/program.ts';
import { PARTS } from '../../../src/doors/parts.ts';
import { type FakeWorld, fakeWorld } from '../fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidemark-program-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: string, world: FakeWorld = fakeWorld()) {
  const words = args.split(' ').filter((word) => word !== '');
  const { command } = await buildProgram(words, world);
  await command.parseAsync(words, { from: 'user' });
  return world;
}

const text = (parts: readonly string[]) => parts.join('');

describe('scan', () => {
  it('prints the answer on standard output and nothing else there', async () => {
    const { out, err } = await run('scan --lang zh-Hans');
    expect(text(out)).toBe('text zh-Hans 2026-02-06T00:00Z\n');
    expect(err).toEqual([]);
  });

  it('prints the answer as JSON with a newline at its end', async () => {
    const { out } = await run('scan --json --as-of 2026-02-05');
    expect(text(out).endsWith('}\n')).toBe(true);
    expect(JSON.parse(text(out))).toMatchObject({ verb: 'scan', asOf: '2026-02-06T00:00Z' });
  });

  it('hands on the universe and the window', async () => {
    const { scans } = await run('scan --universe btc-usd,fed-assets --window 20d');
    expect(scans).toEqual([
      { universe: ['btc-usd', 'fed-assets'], universeName: 'btc-usd,fed-assets', window: '20d' },
    ]);
  });

  it('hands on the event', async () => {
    const { scans } = await run('scan --event 2026-02-04T14:00-05:00');
    expect(scans).toMatchObject([{ event: Date.UTC(2026, 1, 4, 19) }]);
  });

  it('refuses an event without its time, and says how one is written', async () => {
    await expect(run('scan --event 2026-01-30')).rejects.toMatchObject({
      exitCode: 2,
      message: '--event: an event needs its time: "2026-01-30"',
      hint: 'allowed: YYYY-MM-DDTHH:MM[:SS]Z (or ±HH:MM), such as 2026-01-30T15:00Z',
    });
  });

  it('reads a universe from a file', async () => {
    const file = join(folder, 'mine.txt');
    writeFileSync(file, 'fed-assets # only\n');
    const { scans } = await run(`scan --universe ${file}`);
    expect(scans[0]?.universeName).toBe('fed-assets');
  });

  it('takes global options before and after the verb', async () => {
    expect((await run('--home /full scan')).homes).toEqual(['/full']);
    expect((await run('scan --home /full')).homes).toEqual(['/full']);
  });

  it('on the specimen uses a home of its own under the data home', async () => {
    const { homes, err } = await run('scan --specimen --home /data/tide');
    expect(homes).toEqual(['/data/tide/specimen']);
    expect(text(err)).toContain('specimen made');
  });

  it('ends with 3 and a reason when the headline has no value', async () => {
    const { out, err, codes } = await run('scan --as-of 2026-02-03');
    expect(text(out)).toContain('2026-02-04T00:00Z');
    expect(codes).toEqual([3]);
    expect(text(err)).toContain('one close only');
  });

  it('on an empty home fails with 3', async () => {
    await expect(run('scan --home /empty')).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe('explain', () => {
  it('prints the answer on standard output and nothing else there', async () => {
    const { out, err, explained } = await run('explain --lang zh-Hant');
    expect(text(out)).toBe('text zh-Hant 2026-02-06T00:00Z\n');
    expect(err).toEqual([]);
    expect(explained).toEqual([{ asset: undefined, window: '5d', section: undefined, part: undefined }]);
  });

  it('hands on the instrument, the window and the section', async () => {
    const { out, explained } = await run('explain --asset btc-usd --window 020d --section flows --json');
    expect(explained).toMatchObject([{ asset: 'btc-usd', window: '20d', section: 'flows' }]);
    expect(JSON.parse(text(out))).toMatchObject({ verb: 'explain', parameters: { asset: 'btc-usd' } });
  });

  it('hands on what is supposed, given at once or one by one, and refuses what cannot be', async () => {
    for (const given of ['--assume flow=-3,fed=40', '--assume flow=-3 --assume fed=40']) {
      expect((await run(`explain ${given}`)).explained).toMatchObject([
        { assume: { fed: 40e9, flow: -3e9 } },
      ]);
    }
    await expect(run('explain --assume tides=3')).rejects.toMatchObject({
      exitCode: 2,
      message: '--assume: no such assumption: "tides"',
      hint: expect.stringContaining('allowed: fed, banks, mortgage, flow'),
    });
    await expect(run('explain --assume fed=lots')).rejects.toMatchObject({ exitCode: 2 });
  });

  it('is chapter 2 alone when written up, in the format of the file', async () => {
    const file = join(folder, 'why.html');
    await run(`explain --out ${file}`);
    expect(readFileSync(file, 'utf8')).toBe('<html lang="en"><body>explain 2026-02-06T00:00Z</body></html>');
    expect(text((await run('explain --md')).out)).toBe('# en explain 2026-02-06T00:00Z\n');
  });

  it('is set on paper with the fonts of the folders in TIDEMARK_FONTS', async () => {
    const file = join(folder, 'why.pdf');
    await run(`explain --out ${file}`, fakeWorld({ TIDEMARK_FONTS: '/a:/b' }));
    expect(readFileSync(file, 'utf8')).toBe('%PDF en explain 2026-02-06T00:00Z /a /b');
  });

  it('ends with 3 and a reason when no part has a value', async () => {
    const { out, err, codes } = await run('explain --as-of 2026-02-04');
    expect(text(out)).toContain('2026-02-05T00:00Z');
    expect(codes).toEqual([3]);
    expect(text(err)).toBe('tidemark: no part has a value at 2026-02-05T00:00Z\n');
  });

  it('names the sections and the nearest instruments when asked for one that there is not', async () => {
    await expect(run('explain --section havens')).rejects.toMatchObject({
      exitCode: 2,
      message: '--section: no such section: "havens"',
      hint: 'allowed: liquidity, flows',
    });
    await expect(run('explain --asset btc-usb')).rejects.toMatchObject({
      exitCode: 2,
      message: 'unknown series: btc-usb',
      hint: 'did you mean btc-usd?',
    });
    await expect(run('explain --asset zzzzzzzzzz')).rejects.toMatchObject({
      hint: 'allowed: an id of `tidemark data list --all`',
    });
    await expect(run('explain --window 5w')).rejects.toMatchObject({ exitCode: 2 });
  });

  it('on an empty home fails with 3', async () => {
    await expect(run('explain --home /empty')).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe('cascade', () => {
  it('prints the answer, and says on standard error what it had to assume', async () => {
    const { out, err } = await run('cascade --lang zh-Hans');
    expect(text(out)).toBe('text zh-Hans 2026-02-06T00:00Z\n');
    expect(text(err)).toBe('tidemark: 1 of 2 inputs are priors; not in the store: btc-open-interest\n');
  });

  it('hands on what is asked, but the threads only to what runs the jobs', async () => {
    const asked =
      'cascade --as-of 2026-02-05 --shock btc-usd=-8%,silver-front=-10% --over 4h --horizon 2d --step 15m';
    const more = '--sellers perpetuals --assets btc-usd,silver-front --paths 50 --draws 5 --seed 9 --alone';
    const { out, cascades, simulated } = await run(
      `${asked} ${more} --calibration prior --claim leveraged-funds=18bn@-2% --threads 3 --json`,
    );
    expect(JSON.parse(text(out))).toMatchObject({ verb: 'cascade', asOf: '2026-02-06T00:00Z' });
    expect(cascades).toEqual([
      {
        shock: { 'btc-usd': -0.08, 'silver-front': -0.1 },
        over: 240,
        horizonMinutes: 2880,
        stepMinutes: 15,
        sellers: ['perpetuals'],
        assets: ['btc-usd', 'silver-front'],
        paths: 50,
        draws: 5,
        seed: 9,
        alone: true,
        calibration: 'prior',
        causes: 'all',
        claim: { trade: 18e9, move: -0.02 },
      },
    ]);
    expect(simulated).toMatchObject([{ threads: 3 }]);
  });

  it('is written in the other formats', async () => {
    expect(text((await run('cascade --md')).out)).toBe('# en cascade 2026-02-06T00:00Z\n');
    expect(text((await run('cascade --format html')).out)).toContain('<html lang="en">');
  });

  it.each([
    ['--threads 0', '--threads: not a number of threads: 0', 'allowed: 1 to 64'],
    ['--threads two', '--threads: not a whole number: "two"', 'allowed: digits alone, such as 400'],
    ['--step 5', '--step: not a time: "5"', 'allowed: minutes, hours or days: 5m, 1h, 1d'],
    ['--format odt', '--format: no such format: "odt"', 'allowed: text, md, html, pdf, docx, json'],
  ])('refuses %s', async (args, message, hint) => {
    await expect(run(`cascade ${args}`)).rejects.toMatchObject({ exitCode: 2, message, hint });
  });

  it('on an empty home fails with 3', async () => {
    await expect(run('cascade --home /empty')).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe('schema', () => {
  it('prints the JSON Schema of an answer, of real ones too', async () => {
    expect(JSON.parse(text((await run('schema scan')).out))).toEqual({ type: 'object' });
    const real = (await PARTS.schemas()) as Record<string, { properties: Record<string, unknown> }>;
    expect(Object.keys(real)).toEqual(['scan', 'explain', 'cascade']);
    expect(real.scan?.properties.verb).toEqual({ type: 'string', const: 'scan' });
    expect(real.explain?.properties).toHaveProperty('liquidity');
  });

  it('needs no data, and names the answers there are', async () => {
    expect((await run('schema explain --home /empty')).homes).toEqual([]);
    await expect(run('schema trace')).rejects.toMatchObject({
      exitCode: 2,
      hint: 'allowed: scan, explain, cascade',
    });
  });
});

describe('report', () => {
  it('has all answers, and in scan and explanation the window asked for', async () => {
    const { out, scans, explained } = await run('report --window 20d --json');
    expect(Object.keys(JSON.parse(text(out)))).toEqual(['scan', 'explain', 'cascade', 'since']);
    expect([scans[0]?.window, explained[0]?.window]).toEqual(['20d', '20d']);
    const plain = await run('report');
    expect([plain.scans[0]?.window, plain.explained[0]?.window]).toEqual(['1d', '5d']);
  });

  it('hands on to its explanation what is supposed, and refuses what cannot be', async () => {
    const { explained } = await run('report --assume flow=-3 --assume fed=40 --json');
    expect(explained[0]).toMatchObject({ assume: { fed: 40e9, flow: -3e9 } });
    await expect(run('report --assume tides=3')).rejects.toMatchObject({
      exitCode: 2,
      message: '--assume: no such assumption: "tides"',
    });
  });

  it('is Markdown unless told otherwise', async () => {
    const all = 'scan 2026-02-06T00:00Z, explain 2026-02-06T00:00Z, cascade 2026-02-06T00:00Z';
    expect(text((await run('report')).out)).toBe(`# en ${all}, since 2026-02-05T00:00Z\n`);
  });

  it('tells its changes against the instant asked for, which is one', async () => {
    const { out } = await run('report --since 2026-02-04T12:00Z --json');
    expect(JSON.parse(text(out)).since.scan.asOf).toBe('2026-02-04T12:00Z');
    await expect(run('report --since yesterday')).rejects.toMatchObject({
      exitCode: 2,
      message: '--since: not an instant: "yesterday"',
    });
  });

  it('is written to a file that is whole, in the format of its ending', async () => {
    const file = join(folder, 'r.html');
    const { out, err } = await run(`report --out ${file} --lang zh-Hant`);
    expect(out).toEqual([]);
    expect(text(err)).toBe(`wrote ${file}\n`);
    expect(readFileSync(file, 'utf8')).toContain('<html lang="zh-Hant">');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('that cannot be written leaves nothing behind and names the file asked for', async () => {
    const file = join(folder, 'no-such-folder', 'r.md');
    await expect(run(`report --out ${file}`)).rejects.toMatchObject({ code: 'ENOENT', path: file });
  });
});

describe('trace', () => {
  it('prints value, formula with numbers, inputs, source and licence', async () => {
    const { out } = await run('trace scan:joint.score@2026-02-06T00:00Z#000000');
    const lines = text(out);
    expect(lines).toContain('value: −0.2 score');
    expect(lines).toContain('with numbers: 60000 / 75000 − 1');
    expect(lines).toContain('P_t = Bitcoin (btc-usd) 2026-02-05: 60000 usd');
    expect(lines).toContain('known at 2026-02-06T00:00Z (first print)');
    expect(lines).toContain('source: binance BTCUSDT 1d');
    expect(lines).toContain('licence: Binance terms of use; may not be handed on');
    expect(lines).toContain('have changed since');
  });

  it('speaks the three languages', async () => {
    const id = 'scan:joint.score@2026-02-06T00:00Z#000000';
    expect(text((await run(`trace ${id} --lang zh-Hans`)).out)).toContain('代入数字');
    expect(text((await run(`trace ${id} --lang zh-Hant`)).out)).toContain('代入數字');
  });

  it('prints JSON and nothing else when asked', async () => {
    const { out } = await run('trace scan:joint.score@2026-02-06T00:00Z#000000 --json');
    expect(JSON.parse(text(out))).toMatchObject({ changed: true, inputs: [{ symbol: 'P_t' }, {}] });
  });
});

describe('serve', () => {
  it('prints the scan, then the address, and ends when told to', async () => {
    const { out } = await run('serve --port 0');
    expect(text(out)).toMatch(/^text en 2026-02-06T00:00Z\n\nhttp:\/\/127\.0\.0\.1:\d+\n$/);
  });

  it('on a home without data serves the specimen and says that it is simulated', async () => {
    const { homes, err } = await run('serve --port 0 --home /empty');
    expect(homes).toEqual(['/empty', '/empty/specimen']);
    expect(text(err)).toContain('SIMULATED');
    expect(text(err)).toContain('tidemark data import DIR');
  });

  it('opens the specimen at its last broad fall, and real data at the latest close', async () => {
    const specimen = await run('serve --port 0 --home /empty');
    expect(text(specimen.out)).toContain('text en 2026-02-05T00:00Z');
    const chosen = await run('serve --port 0 --home /empty --as-of 2026-02-05');
    expect(text(chosen.out)).toContain('text en 2026-02-06T00:00Z');
  });
});

describe('wrong usage', () => {
  it.each([
    ['', 'Usage: tidemark'],
    ['scna', 'Did you mean scan?'],
    ['scan --widow 5d', 'Did you mean --window?'],
    ['scan extra', 'too many arguments'],
    ['trace', "missing required argument 'figure-id'"],
    ['scan --as-of', 'argument missing'],
  ])('%j is answered on standard error with what is meant', async (args, said) => {
    const world = fakeWorld();
    await expect(run(args, world)).rejects.toThrow();
    expect(text(world.err)).toContain(said);
    expect(world.out).toEqual([]);
  });

  it.each([
    'scan --as-of 2026-02-30',
    'scan --as-of 2026-02-06T01:00',
    'scan --lang fr',
    'scan --format pdf',
    'scan --json --md',
    'scan --universe no-such-series',
    'scan --window 5w',
    'scan --event tomorrow',
    'scan --event 2026-01-30T15:00',
    'report --format docx',
    'serve --port 70000',
    'serve --lang fr',
    'trace foo',
    'data import . --specimen',
  ])('%s ends with 2 and a hint', async (args) => {
    await expect(run(args)).rejects.toMatchObject({ exitCode: 2, hint: expect.stringMatching(/./) });
  });
});

describe('help', () => {
  it.each([
    'scan',
    'report',
    'trace',
    'serve',
    'data import',
  ])('of %s has examples and the global options', async (verb) => {
    const world = fakeWorld();
    await expect(run(`${verb} --help`, world)).rejects.toMatchObject({ exitCode: 0 });
    expect(text(world.out)).toContain('Examples:');
    expect(text(world.out)).toContain('--specimen');
    expect(world.err).toEqual([]);
  });

  it('loads no room', async () => {
    const world = fakeWorld();
    await expect(run('--help', world)).rejects.toMatchObject({ exitCode: 0 });
    expect(world.homes).toEqual([]);
    expect(text(world.out)).toContain('Exit codes: 0 answered');
  });
});

describe('the help of every verb', () => {
  const VERBS = [
    'scan',
    'explain',
    'cascade',
    'report',
    'trace',
    'schema',
    'data',
    'serve',
    'mcp',
    'completion',
  ];
  const ENDLESS = ['serve', 'mcp', 'completion', 'schema'];

  it('has examples and the exit codes, and --json wherever something is printed that is not JSON', async () => {
    const { command } = await buildProgram(VERBS, fakeWorld());
    const leaves = command.commands.flatMap((one) => (one.commands.length > 0 ? one.commands : [one]));
    expect(leaves).toHaveLength(19);
    for (const leaf of leaves) {
      let help = '';
      leaf.configureOutput({
        writeOut: (text) => {
          help += text;
        },
      });
      leaf.outputHelp();
      expect(help, leaf.name()).toContain('Examples:');
      expect(help, leaf.name()).toContain('Exit codes: 0 answered');
      if (!ENDLESS.includes(leaf.name())) expect(help, leaf.name()).toContain('--json');
    }
  });
});
