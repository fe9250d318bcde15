import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult, Progress } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { SOURCE, shell, TIDEMARK, temporaryFolder, tidemark } from '../process.ts';

const AS_OF = '2026-02-06T01:00Z';
const folder = temporaryFolder('mcp');
const home = join(folder, 'home');
const client = new Client({ name: 'test', version: '0' });

/** A report simulates a cascade: half a minute on a busy machine. */
const PATIENT = { timeout: 240_000 };

/** The command line beside it, over the same home. */
const asked = (...args: readonly string[]) => tidemark([...args, '--specimen', '--home', home]);

function transport(args: readonly string[]): StdioClientTransport {
  const env = { PATH: process.env.PATH ?? '', LANG: 'C', LC_ALL: 'C' };
  return new StdioClientTransport({
    command: process.execPath,
    args: [...SOURCE, 'mcp', ...args],
    env,
    stderr: 'pipe',
    maxBufferSize: 64e6,
  });
}

async function call(name: string, given: Record<string, unknown> = {}) {
  const result = (await client.callTool({ name, arguments: given }, undefined, PATIENT)) as CallToolResult;
  const [content] = result.content;
  return { ...result, words: content?.type === 'text' ? content.text : '', data: result.structuredContent };
}

beforeAll(async () => {
  await asked('scan', '--as-of', AS_OF);
  await client.connect(transport(['--specimen', '--home', home]));
  await client.listTools();
});

afterAll(() => client.close());

describe('the tools', () => {
  it('are one a verb, each with the schemas of what it takes and gives, and only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'cascade',
      'data_list',
      'data_series',
      'explain',
      'report',
      'scan',
      'trace',
    ]);
    for (const { inputSchema, outputSchema, annotations } of tools) {
      expect(inputSchema.additionalProperties).toBe(false);
      expect(outputSchema?.properties).toHaveProperty('words');
      expect(annotations?.readOnlyHint).toBe(true);
    }
    // A list that an assistant reads at every start; without shared definitions it was 1.5 MB.
    expect(JSON.stringify(tools).length).toBeLessThan(250_000);
  });

  it('scan gives the Answer of the command line, which its schema accepts, and its words', async () => {
    const { data, words } = await call('scan', { asOf: AS_OF, full: true });
    const printed = await asked('scan', '--as-of', AS_OF, '--json');
    expect(data?.answer).toEqual(JSON.parse(printed.out));
    const answer = scanAnswer.parse(data?.answer);
    expect(data?.figures).toContainEqual(answer.joint.score);
    expect(words).toBe((await asked('scan', '--as-of', AS_OF)).out);
    expect(words).toContain('SIMULATED');
  });

  it('scan answers in the language asked for, with the figures asked for and without the whole Answer', async () => {
    const { data, words } = await call('scan', { asOf: AS_OF, lang: 'zh-Hant', figures: ['btc-usd.change'] });
    expect(words).toMatch(/比特幣/);
    const figures = data?.figures as { id: string }[];
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every(({ id }) => id.startsWith('scan:btc-usd.change'))).toBe(true);
    expect(data).not.toHaveProperty('answer');
  });

  it('explain gives a section, and its whole Answer fits its schema', async () => {
    const { data, words } = await call('explain', {
      asOf: AS_OF,
      section: 'liquidity',
      lang: 'zh-Hans',
      full: true,
    });
    expect(words).toContain('流动性');
    expect((data?.answer as { parameters: object }).parameters).toMatchObject({ section: 'liquidity' });
  });

  it('cascade tells its progress, and gives the same figures as the command line', async () => {
    const told: Progress[] = [];
    const given = { asOf: AS_OF, shock: 'btc-usd=-8%', paths: 40, draws: 8, horizon: '4h', full: true };
    const result = (await client.callTool({ name: 'cascade', arguments: given }, undefined, {
      onprogress: (progress) => told.push(progress),
    })) as CallToolResult;
    expect(told.length).toBeGreaterThan(0);
    expect(told.at(-1)?.progress).toBe(told.at(-1)?.total);
    const printed = await asked(
      'cascade',
      ...['--as-of', AS_OF, '--shock', 'btc-usd=-8%', '--paths', '40', '--draws', '8', '--horizon', '4h'],
      '--json',
    );
    expect(result.structuredContent?.answer).toEqual(JSON.parse(printed.out));
    const ids = (result.structuredContent?.figures as { id: string }[]).map(({ id }) => id);
    expect(ids.some((id) => id.startsWith('cascade:btc-usd.'))).toBe(true);
  });

  it('trace says where a figure comes from', async () => {
    const { data } = await call('scan', { asOf: AS_OF, figures: ['btc-usd.change'] });
    const [figure] = data?.figures as { id: string }[];
    const traced = await call('trace', { id: figure?.id });
    expect(traced.data?.figure).toEqual(figure);
    expect(traced.words).toContain('licence:');
  });

  it('report gives its front with a list of its parts, and a part by its number', async () => {
    const front = await call('report', { asOf: AS_OF });
    expect(front.words).toMatch(/^# /m);
    const parts = front.data?.parts as { part: string; title: string }[];
    expect(parts.map(({ part }) => part)).toContain('1.3');
    const part = await call('report', { asOf: AS_OF, part: '1.3' });
    expect(part.words).toMatch(/^### 1\.3 /);
    const whole = await call('report', { asOf: AS_OF, part: 'all' });
    expect(whole.words.startsWith(front.words)).toBe(true);
    expect(whole.words).toContain(part.words);
  }, 300_000);

  it('data_list and data_series give series and their latest values as known then', async () => {
    const { data } = await call('data_list', { part: 'bitcoin' });
    expect((data?.series as { id: string }[]).map(({ id }) => id)).toContain('btc-usd');
    const before = await call('data_series', { id: 'btc-usd', asOf: '2026-02-04', last: 3 });
    const observations = before.data?.observations as { date: string; knownAt: string }[];
    expect(observations.map(({ date }) => date)).toEqual(['2026-02-02', '2026-02-03', '2026-02-04']);
    expect(observations.every(({ knownAt }) => knownAt <= '2026-02-05T00:00Z')).toBe(true);
    expect(before.data?.earlier).toBeGreaterThan(1000);
  });
});

describe('a wrong call', () => {
  it.each([
    [
      'an unknown series',
      'scan',
      { universe: 'btc-usx' },
      /unknown series: btc-usx\nhint: did you mean btc-usd/,
    ],
    [
      'a window that is none',
      'scan',
      { window: '5w' },
      /^window: not a number of sessions: "5w"\nhint: allowed: 1d/,
    ],
    ['an instant that does not exist', 'scan', { asOf: '2026-02-30' }, /^asOf: .*2026-02-30.*\nhint: /],
    [
      'an argument that is none',
      'scan',
      { asof: AS_OF },
      /no such argument: "asof"\nhint: did you mean asOf\?/,
    ],
    ['an argument of another kind', 'cascade', { paths: 'many' }, /^paths: .*\nhint: Paths over all draws/],
    ['too much to simulate', 'cascade', { paths: 100_000 }, /^paths: .*\nhint: .*at most 2000/],
    ['another language', 'scan', { lang: 'fr' }, /^lang: .*zh-Hans.*\nhint: /],
    [
      'a section that is none',
      'explain',
      { section: 'mood' },
      /^section: no such section.*\nhint: allowed: liquidity/,
    ],
    [
      'a part that is none',
      'report',
      { asOf: AS_OF, part: '9.9' },
      /^part: no such part: "9\.9"\nhint: allowed: front/,
    ],
    ['an id that is none', 'trace', { id: 'scan' }, /hint: /],
    [
      'a series that is none',
      'data_series',
      { id: 'btc-usb' },
      /unknown series: btc-usb\nhint: did you mean/,
    ],
    [
      'an instant before all data',
      'scan',
      { asOf: '1990-01-01' },
      /nothing was known .*\nhint: ask for a later/,
    ],
  ])('with %s is an error result that says what is wrong and what to do', async (_what, name, given, said) => {
    const { isError, words, data } = await call(name, given);
    expect(words).toMatch(said);
    expect(isError).toBe(true);
    expect(data).toBeUndefined();
  });

  it('of a tool that is not there is refused with those that are', async () => {
    await expect(call('sell')).rejects.toThrow(/no such tool: "sell"; allowed: .*scan/);
  });
});

describe('the resources', () => {
  it('are listed a page at a time, each once', async () => {
    const uris: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.listResources(cursor ? { cursor } : {});
      uris.push(...page.resources.map(({ uri }) => uri));
      cursor = page.nextCursor;
    } while (cursor);
    expect(uris).toContain('tidemark://series/btc-usd');
    expect(uris).toContain('tidemark://episodes/metals-crash');
    expect(new Set(uris).size).toBe(uris.length);
    expect(uris.length).toBeGreaterThan(100);
  });

  it('hold a series as known at an instant, and nothing later', async () => {
    const read = async (uri: string) => {
      const [content] = (await client.readResource({ uri })).contents;
      return JSON.parse(content && 'text' in content ? content.text : '');
    };
    const then = await read('tidemark://series/btc-usd?asOf=2026-02-04');
    expect(then.asOf).toBe('2026-02-05T00:00Z');
    expect(then.simulated).toBe(true);
    expect(then.observations.at(-1).date).toBe('2026-02-04');
    const now = await read('tidemark://series/btc-usd');
    expect(now.observations.length).toBeGreaterThan(then.observations.length);
    const episode = await read('tidemark://episodes/metals-crash');
    expect(episode.date).toBe('2026-01-30');
    expect((await read('tidemark://episodes')).length).toBeGreaterThan(5);
  });

  it.each([
    ['tidemark://series/btc-usx', /did you mean btc-usd/],
    ['tidemark://series/btc-usd?asof=2026-02-04', /allowed: asOf/],
    ['tidemark://series/%E0%A4', /no such resource/],
    ['tidemark://episodes/metals', /no such episode/],
    ['file:///etc/passwd', /no such resource/],
  ])('refuse %s with what is allowed', async (uri, said) => {
    await expect(client.readResource({ uri })).rejects.toThrow(said);
  });

  it('complete ids as they are typed', async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    const [series] = resourceTemplates;
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: series?.uriTemplate ?? '' },
      argument: { name: 'id', value: 'btc-u' },
    });
    expect(completion.values).toContain('btc-usd');
    expect(completion.values.every((id) => id.startsWith('btc-u'))).toBe(true);
  });
});

describe('the prompt of a daily brief', () => {
  it.each([
    ['en', 'Write a market brief'],
    ['zh-Hans', '请写一份'],
    ['zh-Hant', '請寫一份'],
  ])('is there in %s, for an instant', async (lang, begin) => {
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['daily-brief']);
    const { messages } = await client.getPrompt({ name: 'daily-brief', arguments: { lang, asOf: AS_OF } });
    const [message] = messages;
    const text = message?.content.type === 'text' ? message.content.text : '';
    expect(text.startsWith(begin)).toBe(true);
    expect(text).toContain(`asOf="${AS_OF}"`);
    expect(text).toContain(`lang="${lang}"`);
  });

  it('refuses an instant that does not exist', async () => {
    const wrong = client.getPrompt({ name: 'daily-brief', arguments: { asOf: '2026-02-30' } });
    await expect(wrong).rejects.toThrow(/asOf: .*2026-02-30/);
  });
});

describe('the process', () => {
  const HELLO = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
  });

  it('puts nothing but the protocol on standard output, outlives a line that is none, and ends with its input', async () => {
    const { code, out, err } = await shell(
      `{ echo 'not json'; echo '${HELLO}'; sleep 3; } | ${TIDEMARK} mcp --home '${join(folder, 'empty')}'`,
    );
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([1]);
    expect(err).toContain('mcp: ');
  });

  it('starts on an empty home, and says of a tool there what brings data', async () => {
    const other = new Client({ name: 'test', version: '0' });
    await other.connect(transport(['--home', join(folder, 'empty'), '--lang', 'zh-Hans']));
    const result = (await other.callTool({ name: 'scan', arguments: {} })) as CallToolResult;
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toContain('tidemark data import');
    const { resources } = await other.listResources();
    expect(resources.every(({ uri }) => uri.startsWith('tidemark://episodes'))).toBe(true);
    const { prompts } = await other.listPrompts();
    expect(prompts[0]?.title).toBe('每日简报');
    await other.close();
  });
});
