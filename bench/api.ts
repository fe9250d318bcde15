import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { loadavg } from 'node:os';
import { type Served, withServer } from './frame/server.ts';

/**
 * Readers of one scan at once, each asking again when it is answered: `node --import tsx bench/api.ts [--readers 200] [--rounds 10] [--program src/doors/cli/main.ts]`. The
 * server is a process of its own on the specimen, the scan is kept; prints the quantiles of the wait for the whole answer,
 * the load of the machine, on which the readers run too, and the processor time of the server a request, which the load changes least.
 */
const [readers, rounds] = [number('--readers', 200), number('--rounds', 10)];
const QUESTION = '/api/v1/scan?asof=2026-02-06T01:00Z';

await withServer({ program: text('--program') }, measure);

async function measure({ base, pid }: Served): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const first = await ask(base, agent);
  const tag = { 'if-none-match': first.tag };
  for (const [name, headers, wanted, beside] of [
    ['compressed', { 'accept-encoding': 'gzip' }, 200, false],
    ['plain', {}, 200, false],
    ['had already (304)', tag, 304, false],
    ['compressed, an explanation being computed', { 'accept-encoding': 'gzip' }, 200, true],
  ] as const) {
    const leaver = new AbortController();
    if (beside)
      fetch(`${base}/api/v1/explain?asof=2026-02-06T01:00Z`, { signal: leaver.signal }).catch(() => {});
    // Connections come first: a server takes one a turn, so that the last of a burst waits for the answers to the others.
    await Promise.all(Array.from({ length: readers }, () => ask(base, agent, headers)));
    const waits: number[] = [];
    let [failed, bytes] = [0, 0];
    const before = processorMs(pid);
    const reader = async () => {
      for (let round = 0; round < rounds; round++) {
        const from = performance.now();
        const { status, bytes: came } = await ask(base, agent, headers);
        waits.push(performance.now() - from);
        bytes = came;
        if (status !== wanted) failed += 1;
      }
    };
    await Promise.all(Array.from({ length: readers }, reader));
    waits.sort((a, b) => a - b);
    const at = (q: number) =>
      `${waits[Math.min(waits.length - 1, Math.floor(q * waits.length))]!.toFixed(1)} ms`;
    leaver.abort();
    console.log(
      `${name}: ${readers} readers × ${rounds}, ${bytes} bytes: p50 ${at(0.5)}, p99 ${at(0.99)}, failed ${failed}, ` +
        `server ${((processorMs(pid) - before) / waits.length).toFixed(2)} ms, load ${loadavg()[0]?.toFixed(1)}`,
    );
  }
  agent.destroy();
}

interface Answered {
  readonly status: number | undefined;
  readonly bytes: number;
  readonly tag: string;
}

function ask(base: string, agent: Agent, headers: Record<string, string> = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = get(`${base}${QUESTION}`, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, bytes, tag: String(response.headers.etag) }),
      );
    });
    request.on('error', reject);
  });
}

/** Processor time of a process and its threads so far; not a number where there is no /proc. */
function processorMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function text(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function number(name: string, otherwise: number): number {
  return Number(text(name) ?? otherwise);
}
