import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type OpenApi, openApi } from '../../../src/doors/http/api/document.ts';
import { API_SCHEMAS } from '../../../src/doors/http/api/schemas.ts';
import { address, ending, SOURCE, start, temporaryFolder } from '../process.ts';

const home = temporaryFolder('api');
const AS_OF = 'asof=2026-02-06T01:00Z';

let child: ChildProcess;
let base: string;
let document: OpenApi;

beforeAll(async () => {
  child = start(process.execPath, [...SOURCE, 'serve', '--port', '0', '--specimen', '--home', home]);
  base = `${await address(child)}/api/v1`;
  document = (await (await fetch(`${base}/openapi.json`)).json()) as OpenApi;
});

afterAll(async () => {
  const ended = ending(child);
  child.kill('SIGTERM');
  await ended;
});

/** A question that each route answers on the specimen; `ID` stands for a figure of the scan. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '/scan': [`?${AS_OF}`, '?asof=latest&universe=btc-usd,gold-front&window=5d'],
  '/explain': [`?${AS_OF}&section=liquidity`],
  '/cascade': [`?${AS_OF}&paths=20&draws=2&step=60m&horizon=1d&alone=yes`],
  '/report': [],
  '/trace/{id}': ['ID'],
  '/series': ['', '?part=gold&limit=2', '?all=yes&limit=500'],
  '/series/{id}': [`btc-usd?${AS_OF}`, 'gold-silver-ratio?from=2026-01-01&to=2026-01-31', 'btc-usd.volume'],
  '/panel': [`?ids=btc-usd,gold-front&${AS_OF}`, '?ids=btc-usd,fed-assets&join=union&from=2026-01-01'],
  '/episodes': [''],
  '/health': [''],
};

/** What each route refuses: the query, and the field that it names. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['/scan?asof=yesterday', 'asof'],
  ['/scan?window=tomorrow', 'window'],
  ['/scan?window=9999d', 'window'],
  ['/scan?universe=nothing-like-it', 'universe'],
  ['/scan?event=2026-02-04', 'event'],
  [`/scan?${AS_OF}&event=2026-03-04T10:00Z`, 'event'],
  ['/scan?asof=2026-02-06&asof=2026-02-05', 'asof'],
  ['/scan?as-of=2026-02-06', 'as-of'],
  ['/explain?asset=nothing-like-it', 'asset'],
  ['/explain?section=weather', 'section'],
  ['/explain?assume=tides=3', 'assume'],
  ['/explain?window=0d', 'window'],
  ['/cascade?shock=btc-usd', 'shock'],
  ['/cascade?shock=btc-usd=-200%25', 'shock'],
  ['/cascade?alone=perhaps', 'alone'],
  ['/cascade?paths=many', 'paths'],
  ['/cascade?paths=0', 'paths'],
  ['/cascade?paths=100000', 'paths'],
  ['/cascade?draws=101&paths=200', 'draws'],
  ['/cascade?step=1y', 'step'],
  ['/cascade?step=1m&horizon=30d', 'step'],
  ['/cascade?horizon=31d', 'horizon'],
  ['/cascade?calibration=crystal-ball', 'calibration'],
  ['/cascade?claim=everybody', 'claim'],
  ['/cascade?sellers=,', 'sellers'],
  ['/cascade?sellers=nobody', 'sellers'],
  ['/cascade?assets=nothing', 'assets'],
  ['/cascade?shock=nothing=-5%25', 'shock'],
  ['/report?lang=fr', 'lang'],
  ['/report?format=odt', 'format'],
  ['/trace/nothing', 'id'],
  ['/series?limit=0', 'limit'],
  ['/series?limit=501', 'limit'],
  ['/series?all=perhaps', 'all'],
  ['/series/btc-usd?from=2026-02-30', 'from'],
  ['/series/btc-usd?to=february', 'to'],
  ['/series/btc-usd?from=2026-02-05&to=2026-02-01', 'from'],
  ['/series/btc-usd?format=xlsx', 'format'],
  ['/panel', 'ids'],
  ['/panel?ids=btc-usd,,gold-front', 'ids'],
  ['/panel?ids=btc-usd,nothing-like-it', 'ids'],
  ['/panel?ids=btc-usd&join=outer', 'join'],
  ['/panel?ids=btc-usd&format=arrow', 'format'],
  ['/episodes?asof=2026-02-06', 'asof'],
  ['/health?deep=yes', 'deep'],
];

describe('the API on the specimen', () => {
  it('has a question here for every route of the document that answers at once', () => {
    const read = Object.entries(document.paths).filter(([path, { get }]) => get && !path.startsWith('/jobs'));
    const routes = read.map(([path]) => path).filter((path) => path !== '/events');
    expect(Object.keys(QUESTIONS).sort()).toEqual(routes.sort());
  });

  it('serves the document that the program makes', async () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(await openApi())));
  });

  it.each(
    Object.entries(QUESTIONS).flatMap(([path, asked]) => asked.map((query) => [path, query])),
  )('answers %s%s with what the document says, and nothing beside it', async (path, query) => {
    const response = await fetch(await urlOf(path, query));
    expect(response.headers.get('content-type')).toBe('application/json');
    const answer = await response.json();
    expect(response.status, JSON.stringify(answer)).toBe(200);
    expect(schemaOf(path).parse(answer)).toEqual(answer);
  });

  it.each(REFUSED)('refuses %s and names the field %s', async (path, field) => {
    const response = await fetch(`${base}${path}`);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const found = await response.json();
    expect(found).toMatchObject({ status: response.status, field, type: '/api/v1/#wrong-parameter' });
    expect(response.status).toBe(400);
    expect(API_SCHEMAS.Problem?.parse(found)).toEqual(found);
    expect((found as { hint: string }).hint).not.toBe('');
  });

  it.each([
    ['/scan?asof=1999-01-01', 'no-data'],
    ['/series/nothing-like-it', 'not-found'],
    ['/trace/scan:nothing.here@2026-02-06T01:00Z%23abcdef', 'not-found'],
    ['/nothing', 'not-found'],
  ])('answers %s with 404 as %s', async (path, kind) => {
    const response = await fetch(`${base}${path}`);
    expect([response.status, await response.json()]).toMatchObject([404, { type: `/api/v1/#${kind}` }]);
  });

  it('refuses other methods at every address, and a body that is too large', async () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const allowed = Object.keys(methods).flatMap((one) =>
        one === 'get' ? ['GET', 'HEAD'] : [one.toUpperCase()],
      );
      const response = await fetch(`${base}${path.replace('{id}', 'x')}`, { method: 'PUT' });
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, allowed.join(', ')]);
    }
    const large = await fetch(`${base}/jobs`, { method: 'POST', body: 'x'.repeat(100_000) });
    expect([large.status, await large.json()]).toMatchObject([413, { type: '/api/v1/#too-large' }]);
  });

  it('tags an answer by its data and its question, and sends nothing to a reader who has it', async () => {
    const ask = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${base}/panel?ids=btc-usd&${query}`, { headers });
    const tag = (await ask(AS_OF)).headers.get('etag') as string;
    const again = await ask(`${AS_OF}&from=`, { 'if-none-match': `"other", ${tag.slice(2)}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask('asof=2026-02-05', { 'if-none-match': tag })).status).toBe(200);
    expect((await ask(`${AS_OF}&format=csv`, { 'if-none-match': tag })).status).toBe(200);
    expect((await fetch(`${base}/health`)).headers.get('etag')).toBeNull();
  });

  it('compresses a long answer for a reader who takes that, and for no other', async () => {
    const ask = (coding: string) =>
      fetch(`${base}/scan?${AS_OF}`, { headers: { 'accept-encoding': coding } });
    const [zipped, plain, refused] = await Promise.all(['gzip, br', 'identity', 'gzip;q=0'].map(ask));
    expect(zipped?.headers.get('content-encoding')).toBe('gzip');
    expect(plain?.headers.get('content-encoding')).toBeNull();
    expect(refused?.headers.get('content-encoding')).toBeNull();
    expect(await zipped?.json()).toEqual(await plain?.json());
  });

  it('says how long an answer is, and sends a reader who asks for its head that alone', async () => {
    const ask = async (method: string, coding: string) =>
      fetch(`${base}/scan?${AS_OF}`, { method, headers: { 'accept-encoding': coding } });
    const plain = await ask('GET', 'identity');
    expect(Number(plain.headers.get('content-length'))).toBe((await plain.arrayBuffer()).byteLength);
    const [zipped, head] = await Promise.all([ask('GET', 'gzip'), ask('HEAD', 'gzip')]);
    expect(Number(zipped.headers.get('content-length'))).toBeLessThan(
      Number(plain.headers.get('content-length')) / 2,
    );
    expect([head.status, await head.text()]).toEqual([200, '']);
    const named = ['etag', 'content-type', 'content-encoding', 'cache-control', 'vary'];
    expect(named.map((one) => head.headers.get(one))).toEqual([
      zipped.headers.get('etag'),
      'application/json',
      'gzip',
      'no-cache',
      'Accept-Encoding',
    ]);
  });

  it('protects alike what is kept, what is not, and what it refuses', async () => {
    const tag = (await fetch(`${base}/scan?${AS_OF}`)).headers.get('etag') as string;
    const asked: readonly (readonly [number, string, RequestInit?])[] = [
      [200, `/scan?${AS_OF}`],
      [200, `/scan?${AS_OF}`, { method: 'HEAD' }],
      [304, `/scan?${AS_OF}`, { headers: { 'if-none-match': tag } }],
      [200, '/'],
      [200, '/health'],
      [400, '/scan?asof=yesterday'],
      [404, '/nothing'],
      [405, '/scan', { method: 'PUT' }],
      [413, '/jobs', { method: 'POST', body: 'x'.repeat(100_000) }],
      [415, '/jobs', { method: 'POST', body: '{}' }],
    ];
    for (const [status, path, how] of asked) {
      const { headers, ...response } = await answerTo(`${base}${path}`, how);
      expect([path, response.status]).toEqual([path, status]);
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
    const page = await answerTo(base.replace('/api/v1', '/'));
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  });

  it('lists every series once over its pages', async () => {
    type Page = { total: number; next: string | null; series: { id: string }[] };
    const ids: string[] = [];
    let page: Page | undefined;
    while (page === undefined || page.next !== null) {
      const after: string = page?.next ?? '';
      page = (await (await fetch(`${base}/series?limit=40&after=${after}`)).json()) as Page;
      ids.push(...page.series.map(({ id }) => id));
    }
    expect(ids).toHaveLength(page.total);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives the same observations as JSON, CSV and Parquet, and none that was not known', async () => {
    const ask = (format: string) =>
      fetch(`${base}/series/fed-assets?${AS_OF}&from=2025-12-01&format=${format}`);
    const { observations } = (await (await ask('json')).json()) as {
      observations: { date: string; value: number; knownAt: string }[];
    };
    expect(observations.length).toBeGreaterThan(4);
    expect(observations.every(({ knownAt }) => knownAt <= '2026-02-06T01:00Z')).toBe(true);
    const csv = (await (await ask('csv')).text()).trim().split('\n').slice(1);
    expect(csv.map((line) => line.split(',')[1])).toEqual(observations.map(({ date }) => date));
    const parquet = Buffer.from(await (await ask('parquet')).arrayBuffer());
    // The format begins and ends with these four letters.
    expect([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
  });

  it('gives a panel as CSV with an empty cell where there is no value', async () => {
    const response = await fetch(
      `${base}/panel?ids=btc-usd,gold-front&join=union&from=2026-01-24&to=2026-01-26&format=csv`,
    );
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="panel.csv"');
    const [head, saturday] = (await response.text()).split('\n');
    expect(head).toBe('date,btc-usd,gold-front');
    expect(saturday).toMatch(/^2026-01-24,[\d.]+,$/);
  });

  it('gives a panel as Parquet with the columns and the values of the JSON', async () => {
    const ask = (format: string) =>
      fetch(`${base}/panel?ids=btc-usd,gold-front&join=union&from=2026-01-24&to=2026-01-30&format=${format}`);
    const response = await ask('parquet');
    expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="panel.parquet"');
    const file = join(home, 'panel.parquet');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(
      `SELECT CAST(date AS VARCHAR) AS date, "btc-usd", "gold-front" FROM read_parquet('${file}')`,
    );
    expect(read.columnTypes().map(String)).toEqual(['VARCHAR', 'DOUBLE', 'DOUBLE']);
    const { dates, columns } = (await (await ask('json')).json()) as {
      dates: string[];
      columns: { values: (number | null)[] }[];
    };
    expect(dates).toHaveLength(7);
    expect(columns[1]?.values[0]).toBeNull();
    expect(read.getRows()).toEqual(
      dates.map((date, row) => [date, ...columns.map(({ values }) => values[row])]),
    );
    connection.closeSync();
    instance.closeSync();
  });

  it('gives the report as a document of Word, and asks nothing again of a reader who has it', async () => {
    const url = `${base}/report?${AS_OF}&universe=btc-usd,gold-front&lang=en&format=docx`;
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="tidemark-2026-02-06-en.docx"',
    );
    // A ZIP file begins with these letters.
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('PK\x03\x04');
    const tag = response.headers.get('etag') as string;
    expect((await fetch(url, { headers: { 'if-none-match': tag } })).status).toBe(304);
  }, 300_000);

  it('has a reference page that names every route and parameter, and runs nothing', async () => {
    const response = await fetch(`${base}/`);
    expect(response.headers.get('content-security-policy')).not.toContain('script-src');
    const page = await response.text();
    const { paths } = document;
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { parameters }] of Object.entries(methods)) {
        expect(page).toContain(`${method.toUpperCase()} /api/v1${path}`);
        for (const { name } of parameters) expect(page).toContain(`<code>${name}</code>`);
      }
    }
    expect(page).not.toMatch(/<script|src=|@import/);
  });

  it('does work that is not waited for as a job, and tells how far it is', async () => {
    const asked = { asof: '2026-02-06T01:00Z', section: 'flows', window: '3d' };
    const started = await fetch(`${base}/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verb: 'explain', parameters: asked }),
    });
    const job = await started.json();
    expect([started.status, API_SCHEMAS.Job?.parse(job)]).toEqual([202, job]);
    const place = `${base.replace('/api/v1', '')}${started.headers.get('location')}`;
    const health = await fetch(`${base}/health`);
    expect(health.status).toBe(200);
    const told = await (await fetch(`${place}/events`)).text();
    expect(told).toMatch(/"title":"explaining","done":\d+,"total":\d+/);
    expect(told).toMatch(/event: done\ndata: .*"state":"done"/);
    expect(await (await fetch(place)).json()).toMatchObject({ state: 'done' });
    const answer = await (await fetch(`${place}/answer`)).json();
    expect(answer).toEqual(await (await fetch(`${base}/explain?${new URLSearchParams(asked)}`)).json());
    expect(answer).toMatchObject({ verb: 'explain', parameters: { section: 'flows', window: '3d' } });
  });

  it('cancels a long job, and answers others meanwhile', async () => {
    const started = await fetch(`${base}/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verb: 'cascade', parameters: { paths: '2000', draws: '100', step: '1m' } }),
    });
    const { id } = (await started.json()) as { id: string };
    expect((await fetch(`${base}/series/btc-usd?from=2026-02-01`)).status).toBe(200);
    const cancelled = await fetch(`${base}/jobs/${id}`, { method: 'DELETE' });
    expect(await cancelled.json()).toMatchObject({ id, state: 'cancelled' });
    expect((await fetch(`${base}/jobs/${id}/answer`)).status).toBe(409);
    expect((await fetch(`${base}/jobs/nobody`)).status).toBe(404);
  });

  it('answers 200 readers of a scan at once, all alike', async () => {
    const read = async () => {
      const response = await fetch(`${base}/scan?${AS_OF}`);
      return [response.status, await response.text()] as const;
    };
    const [, first] = await read();
    const answers = await Promise.all(Array.from({ length: 200 }, read));
    expect(answers.filter(([status, text]) => status !== 200 || text !== first)).toEqual([]);
  });
});

async function answerTo(
  url: string,
  how?: RequestInit,
): Promise<{ status: number; headers: Record<string, string> }> {
  const { status, headers } = await fetch(url, how);
  return { status, headers: Object.fromEntries(headers) };
}

async function urlOf(path: string, query: string): Promise<string> {
  if (!path.includes('{id}')) return `${base}${path}${query}`;
  return `${base}${path.replace('{id}', query === 'ID' ? encodeURIComponent(await figureId()) : query)}`;
}

async function figureId(): Promise<string> {
  const answer = (await (await fetch(`${base}/scan?${AS_OF}`)).json()) as {
    joint: { score: { id: string } };
  };
  return answer.joint.score.id;
}

/** The schema that the document names for the JSON of a route. */
function schemaOf(path: string): z.ZodType {
  const schema = document.paths[path]?.get?.responses['200']?.content?.['application/json']?.schema;
  return API_SCHEMAS[String(schema?.$ref).split('/').at(-1) as string] as z.ZodType;
}
