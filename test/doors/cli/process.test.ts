import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import {
  address,
  type Ended,
  ending,
  SOURCE,
  shell,
  start,
  TIDEMARK,
  temporaryFolder,
  tidemark,
} from '../process.ts';

const folder = temporaryFolder('process');
const home = join(folder, 'home');
const empty = join(folder, 'empty');
const SPECIMEN = ['--specimen', '--home', home];

let first: Ended;

beforeAll(async () => {
  first = await tidemark(['scan', '--json', '--as-of', '2026-02-12', ...SPECIMEN]);
});

describe('scan on the specimen', () => {
  it('prints an Answer that its schema accepts, and nothing else, on standard output', () => {
    expect(first.code).toBe(0);
    expect(first.err).toContain('SIMULATED');
    const answer = scanAnswer.parse(JSON.parse(first.out));
    expect(answer.simulated).toBe(true);
    expect(answer.asOf).toBe('2026-02-13T00:00Z');
    expect(first.out.endsWith('}\n')).toBe(true);
  });

  it('gives the same bytes again, from another folder and in another language', async () => {
    const again = await shell(
      `cd / && ${TIDEMARK} scan --json --fresh --as-of 2026-02-13T00:00Z --lang zh-Hans ${SPECIMEN.join(' ')}`,
    );
    expect(again.code).toBe(0);
    expect(again.out).toBe(first.out);
    expect(again.out).not.toContain(folder);
  });

  it('traces a figure of it that a list and a window are part of', async () => {
    const args = ['--universe', 'gold-front,btc-usd', '--window', '5d', '--as-of', '2026-02-12', ...SPECIMEN];
    const answer = scanAnswer.parse(JSON.parse((await tidemark(['scan', '--json', ...args])).out));
    const figure = answer.instruments[0]?.change.window;
    const traced = await tidemark(['trace', '--json', figure?.id ?? '', ...SPECIMEN]);
    expect(traced.code).toBe(0);
    const trace = JSON.parse(traced.out);
    expect(trace.figure).toEqual(figure);
    expect(trace.changed).toBe(false);
    expect(trace.inputs.map((input: { print: string }) => input.print)).toEqual(['first', 'first']);
  });

  it('is traced in words with source, licence and the instant from which it was known', async () => {
    const id = scanAnswer.parse(JSON.parse(first.out)).instruments[0]?.change.day.id ?? '';
    const { code, out } = await tidemark(['trace', id, ...SPECIMEN]);
    expect(code).toBe(0);
    for (const word of [
      'SIMULATED',
      'with numbers:',
      'known at 2026-02-13T00:00Z',
      'licence:',
      'source: specimen',
    ]) {
      expect(out).toContain(word);
    }
  });
});

describe('standard output', () => {
  it('is clean and may be closed early through npm', async () => {
    const run = `npm run -s tidemark -- scan --json ${SPECIMEN.join(' ')} | head -n 2; echo "\${PIPESTATUS[0]}"`;
    const { out, err } = await shell(run);
    expect(out).toBe('{\n  "verb": "scan",\n0\n');
    expect(err).not.toContain('EPIPE');
  });

  it.runIf(existsSync('/dev/full'))('that is full ends the run with 1 and one clear error', async () => {
    const { code, err } = await shell(`${TIDEMARK} scan --json ${SPECIMEN.join(' ')} > /dev/full`);
    expect(code).toBe(1);
    expect(err).toContain('no space left on the disk');
    expect(err).toContain('hint:');
  });
});

describe('a terminal', () => {
  const has = spawnSync('script', ['--version']).status === 0;
  if (!has) process.stdout.write('not run for want of script: apt-get install bsdutils\n');
  const inTerminal = (env: Record<string, string>) =>
    shell(`script -qec "${TIDEMARK} scan --as-of 2026-02-12 ${SPECIMEN.join(' ')}" /dev/null`, env);

  it.runIf(has)('gets colours, and none with NO_COLOR, also where its width is not known', async () => {
    expect((await inTerminal({ NO_COLOR: '' })).out).toContain('\u001b[1m');
    expect((await inTerminal({ NO_COLOR: '1' })).out).not.toContain('\u001b[1m');
  });
});

describe('an empty home', () => {
  it.each([
    ['scan'],
    ['report'],
    ['trace', 'scan:joint.score@2026-02-13T00:00Z#000000'],
  ])('ends %s with 3, names both ways to data, and is not made', async (...args) => {
    const { code, out, err } = await tidemark([...args, '--home', empty]);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('tidemark data import');
    expect(err).toContain('--specimen');
    expect(existsSync(empty)).toBe(false);
  });
});

describe('a wrong input', () => {
  const csv = join(folder, 'bad.csv');
  writeFileSync(csv, Buffer.from([0, 1, 2, 255, 254, 10, 0, 7]));

  it.each([
    [
      'an unknown series',
      2,
      ['scan', '--universe', 'btc-usx'],
      /unknown series: btc-usx/,
      /did you mean btc-usd/,
    ],
    [
      'a date that does not exist',
      2,
      ['scan', '--as-of', '2026-02-30'],
      /not an instant: "2026-02-30"/,
      /YYYY-MM-DD/,
    ],
    ['an instant before any data', 3, ['scan', '--as-of', '1999-12-31'], /nothing was known/, /latest close/],
    ['an unknown verb', 2, ['scna'], /unknown command 'scna'/, /Did you mean scan/],
    [
      'a folder that is not there',
      1,
      ['report', '--out', '/nonexistent/r.md'],
      /no such file or folder/,
      /check the path/,
    ],
    ['an unknown figure', 2, ['trace', 'scan:joint.scores@2026-02-12#000000'], /no figure/, /joint\.score/],
  ])('such as %s ends with %i, one error and a hint', async (_what, code, args, message, hint) => {
    refused(await tidemark([...args, ...SPECIMEN]), code, message, hint);
  });

  it('such as an unreadable CSV ends with 1, one error and a hint', async () => {
    const ended = await tidemark(['data', 'import', csv, '--as', 'btc-usd', '--home', empty]);
    refused(ended, 1, /cannot read bad\.csv/, /CSV file in UTF-8/);
  });

  function refused(ended: Ended, code: number, message: RegExp, hint: RegExp): void {
    expect(ended.err).toMatch(message);
    expect(ended.err).toMatch(hint);
    expect(ended.err).not.toMatch(/^\s+at /m);
    expect(ended.out).toBe('');
    expect(ended.code).toBe(code);
  }

  it('shows a stack only when asked', async () => {
    const { err } = await tidemark(['scan', '--as-of', 'x', ...SPECIMEN], { TIDEMARK_DEBUG: '1' });
    expect(err).toMatch(/^\s+at /m);
  });
});

describe('a damaged store', () => {
  it('is said to be damaged, by the name of the file, and the answer is not made up', async () => {
    const damaged = join(folder, 'damaged');
    await tidemark(['scan', '--json', '--specimen', '--home', damaged]);
    const store = join(damaged, 'specimen');
    const segment = readdirSync(join(store, 'segments'))[0] as string;
    for (const cache of readdirSync(join(store, 'cache'))) truncateSync(join(store, 'cache', cache), 10);
    truncateSync(join(store, 'segments', segment), 1000);
    const { code, out, err } = await tidemark(['scan', '--json', '--specimen', '--home', damaged]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(segment);
    expect(err).toContain('hint:');
  });

  it('that is a file is refused', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, err } = await tidemark(['scan', '--home', file]);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain('hint:');
  });
});

const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;
if (!mayMount)
  process.stderr.write('the test of a full disk does not run: no mount namespace for this user\n');

describe.runIf(mayMount)('a full disk', () => {
  it('refuses what does not fit with one clear error, and keeps and answers what is stored', async () => {
    const disk = join(folder, 'disk');
    const scan = `${TIDEMARK} scan --json --as-of 2026-02-12 --specimen --home '${disk}'`;
    // A small disk of its own, filled to the last byte before the first run and before the third.
    const script = `
      mkdir '${disk}' && mount -t tmpfs -o size=64m tmpfs '${disk}' || exit 9
      dd if=/dev/zero of='${disk}/room' bs=1M count=1 status=none
      dd if=/dev/zero of='${disk}/fill' bs=1k status=none 2>/dev/null
      rm '${disk}/room'
      ${scan} > '${folder}/1.json' 2> '${folder}/1.err'; echo "code $?"
      echo "segments $(ls '${disk}/specimen/segments' | wc -l)"
      rm '${disk}/fill'
      ${scan} > '${folder}/2.json'; echo "code $?"
      rm -r '${disk}/specimen/cache'
      dd if=/dev/zero of='${disk}/fill' bs=1k status=none 2>/dev/null
      ${scan} > '${folder}/3.json'; echo "code $?"`;
    const { out } = await ending(start('unshare', ['-rm', 'bash', '-c', script]));
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(out).toBe('code 1\nsegments 0\ncode 0\ncode 0\n');
    expect(text('1.json')).toBe('');
    expect(text('1.err')).toMatch(/no space left on the disk.*\n.*hint: free some space/);
    expect(text('2.json')).toBe(first.out);
    expect(text('3.json')).toBe(first.out);
  });
});

describe('serve', () => {
  it('answers on the loopback interface and ends at once with 143 while a connection is open', async () => {
    const child = start(process.execPath, [...SOURCE, 'serve', '--port', '0', ...SPECIMEN]);
    const ended = ending(child);
    const url = await address(child);
    const answer = scanAnswer.parse(await (await fetch(`${url}/api/v1/scan?asof=2026-02-12`)).json());
    expect(`${JSON.stringify(answer, null, 2)}\n`).toBe(first.out);
    const id = encodeURIComponent(answer.joint.score.id);
    expect((await fetch(`${url}/api/v1/trace/${id}`)).status).toBe(200);
    expect((await fetch(`${url}/api/v1/scan?asof=1999-01-01`)).status).toBe(404);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
  });

  it('writes the report under a supposition as the command line does, says so, and refuses one that cannot be', async () => {
    const child = start(process.execPath, [...SOURCE, 'serve', '--port', '0', ...SPECIMEN]);
    const ended = ending(child);
    const url = await address(child);
    const query = 'asof=2026-02-12&lang=en&assume=fed=40';
    const served = await (await fetch(`${url}/api/v1/report?${query}`)).text();
    const refused = await fetch(`${url}/api/v1/report?assume=tides=3`);
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { detail: 'assume: no such assumption: "tides"', field: 'assume' },
    ]);
    child.kill('SIGTERM');
    await ended;
    const options = ['--as-of', '2026-02-12', '--lang', 'en', '--assume', 'fed=40'];
    const { out } = await tidemark(['report', '--fresh', ...options, ...SPECIMEN]);
    expect(served).toBe(out);
    expect(out).toContain('supposed fed:40');
    expect(out).toContain(';assume=fed:40#');
  }, 240_000);

  it('started by npm leaves no orphan when npm is told to end', async () => {
    const npm = start('npm', ['start', '--', '--port', '0', '--home', home]);
    const ended = ending(npm);
    const url = await address(npm);
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    npm.kill('SIGTERM');
    await ended;
    await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow();
  });

  it('ends with 130 when it is interrupted', async () => {
    const child = start(process.execPath, [...SOURCE, 'serve', '--port', '0', ...SPECIMEN]);
    const ended = ending(child);
    await address(child);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
  });

  it('says which port is taken', async () => {
    const child = start(process.execPath, [...SOURCE, 'serve', '--port', '0', ...SPECIMEN]);
    const ended = ending(child);
    const port = new URL(await address(child)).port;
    const second = await tidemark(['serve', '--port', port, ...SPECIMEN]);
    expect(second.code).toBe(1);
    expect(second.err).toContain(`port ${port} is taken`);
    child.kill('SIGTERM');
    await ended;
  });
});

describe('a report', () => {
  it('has the same bytes when it is made again, and says SIMULATED', async () => {
    const [a, b] = [join(folder, 'a.html'), join(folder, 'b.html')];
    for (const file of [a, b]) {
      expect(
        (await tidemark(['report', '--fresh', '--as-of', '2026-02-12', '--out', file, ...SPECIMEN])).code,
      ).toBe(0);
    }
    expect(readFileSync(a, 'utf8')).toBe(readFileSync(b, 'utf8'));
    expect(readFileSync(a, 'utf8')).toContain('SIMULATED');
  });
});
