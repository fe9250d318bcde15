import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanAnswer } from '../src/diagnosis/scan/answer.ts';
import { address, ending, ROOT, SOURCE, start, temporaryFolder } from './doors/process.ts';

const home = temporaryFolder('examples');
const TSX = SOURCE.slice(0, 2);

let server: ChildProcess;
let base: string;

beforeAll(async () => {
  server = start(process.execPath, [...SOURCE, 'serve', '--port', '0', '--specimen', '--home', home]);
  base = await address(server);
});

afterAll(async () => {
  const ended = ending(server);
  server.kill('SIGTERM');
  await ended;
});

async function scanned() {
  return scanAnswer.parse(await (await fetch(`${base}/api/v1/scan?asof=2026-02-06T01:00Z`)).json());
}

const run = (name: string, argument: string) =>
  ending(start(process.execPath, [...TSX, join(ROOT, 'examples', name), argument]));

describe('the examples', () => {
  it('ask the API through its typed client', async () => {
    const { code, out, err } = await run('api.ts', base);
    expect([code, err]).toEqual([0, '']);
    const { joint } = await scanned();
    const lines = out.split('\n');
    expect(lines[0]).toMatch(new RegExp(`^${joint.score.value} by .+`));
    expect(lines[1]).toMatch(/^[\w-]*gold[\w-]*, .+ of \d+$/);
    expect(lines[2]).toBe('series,date,time,value,unit,knownAt,source,flags');
    expect(lines.slice(3, 7).map((line) => line.split(',')[1])).toEqual([
      '2026-02-02',
      '2026-02-03',
      '2026-02-04',
      '2026-02-05',
    ]);
    expect(lines[7]).toMatch(/^400 window: window: cannot be read/);
  });

  it('scan through the library with the same figure as the API, without a series made by formula', async () => {
    const { code, out } = await run('library.ts', join(home, 'library'));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^2026-02-06T01:00Z SIMULATED [\d.-]+ scan:joint\.score@2026-02-06T01:00Z#[0-9a-f]+\n$/,
    );
    const { joint } = await scanned();
    expect(Number(out.split(' ')[2])).toBe(joint.score.value);
  });
});
