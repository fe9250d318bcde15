import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import type { Trace } from '../../../src/data/trace.ts';
import type { ExplainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import type { ScanAnswer } from '../../../src/diagnosis/scan/answer.ts';
import { dataQuestions } from '../../../src/doors/data-questions.ts';
import { type AppOptions, createApp } from '../../../src/doors/http/app.ts';
import type { BuiltPage } from '../../../src/doors/http/pages/files.ts';
import { type PageRequest, type TimelineRequest, UnknownPage } from '../../../src/doors/pages.ts';
import {
  type CascadeRequest,
  type ExplainRequest,
  type ScanRequest,
  UnknownFigure,
} from '../../../src/doors/questions.ts';
import type { SentPage, SentTrace, Timeline } from '../../../src/report/page/index.ts';
import type { CascadeAnswer } from '../../../src/simulation/cascade/answer.ts';
import { memoryStore } from '../fakes.ts';
import { entryOf, MARKET } from '../market.ts';

const ANSWER = { verb: 'scan', asOf: '2026-02-06T01:00Z', value: 1 } as unknown as ScanAnswer;

const file = (text: string, type: string) => ({
  plain: new TextEncoder().encode(text),
  zipped: undefined,
  type,
});

const BUILT: BuiltPage = {
  entry: file('<!doctype html><div id="root"></div>', 'text/html; charset=utf-8'),
  files: new Map([['assets/index-1.js', file('run()', 'text/javascript; charset=utf-8')]]),
};

/** Something of the market is known then. */
const OPENED = Date.UTC(2026, 1, 5);

const EXPLAINED = { verb: 'explain', asOf: '2026-02-06T01:00Z' } as unknown as ExplainAnswer;

const FALLEN = { verb: 'cascade', asOf: '2026-02-06T01:00Z' } as unknown as CascadeAnswer;

const TIMELINE: Timeline = {
  latest: '2026-02-06T01:00Z',
  dataVersion: '7f3c91',
  simulated: false,
  late: 0,
  sessions: [],
  episodes: [],
};

type Paged = readonly [string, PageRequest];

function fakePages(timed: TimelineRequest[], paged: Paged[] = []): Pick<AppOptions, 'pages'> {
  return {
    pages: {
      list: async () => [{ id: 'scan', path: '/scan', key: '1', title: 'Scan', question: 'What fell?' }],
      timeline: async (request) => {
        timed.push(request);
        return TIMELINE;
      },
      async page(id, request) {
        if (id !== 'scan') throw new UnknownPage(`no such page: "${id}"`, 'allowed: scan', 2);
        paged.push([id, request]);
        return { page: id } as SentPage;
      },
      slot: async () => ({ blocks: [] }),
      trace: async (id) => ({ id }) as SentTrace,
    },
  };
}

function app(change: Partial<AppOptions> = {}) {
  const asked: ScanRequest[] = [];
  const explained: ExplainRequest[] = [];
  const cascaded: CascadeRequest[] = [];
  const traced: string[] = [];
  const logged: string[] = [];
  const paged: Paged[] = [];
  const options: AppOptions = {
    questions: {
      async scan(request) {
        asked.push(request);
        return ANSWER;
      },
      async explain(request) {
        explained.push(request);
        return EXPLAINED;
      },
      async cascade(request) {
        cascaded.push(request);
        return FALLEN;
      },
      async report(request) {
        asked.push(request);
        return { scan: ANSWER, explain: EXPLAINED };
      },
      async trace(id) {
        traced.push(id);
        return { changed: false } as Trace;
      },
    },
    fontFolders: [],
    parts: {
      pdf: async () => new Uint8Array(),
      docx: async () => new Uint8Array(),
      html: async (_answer, language) => `<!doctype html><html lang="${language}"></html>`,
      markdown: async (_answer, language) => `# ${language}\n`,
      episodes: async () => [],
    },
    data: dataQuestions(memoryStore('/full', MARKET), {
      catalogue: async () => ({ entryOf, core: ['btc-usd'], all: ['btc-usd', 'fed-assets'] }),
      listSeries: async () => [],
    }),
    asOf: undefined,
    ...fakePages([], paged),
    built: BUILT,
    language: 'en',
    languageIsChosen: false,
    log: (line) => logged.push(line),
    ...change,
  };
  const made = createApp(options);
  const get = async (path: string, headers: Record<string, string> = {}) =>
    (await made).request(path, { headers: { host: '127.0.0.1:7310', ...headers } });
  return { get, asked, explained, cascaded, traced, logged, paged };
}

describe('the local server', () => {
  it('serves the answer as JSON with the parameters asked for', async () => {
    const { get, asked } = app();
    const response = await get('/api/v1/scan?asof=2026-02-06T01:00Z&universe=all&window=5d');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(ANSWER);
    expect(asked).toEqual([{ asOf: Date.UTC(2026, 1, 6, 1), universe: 'all', window: '5d' }]);
  });

  it('serves the report with what is supposed', async () => {
    const { get, asked } = app({ asOf: OPENED });
    await get('/api/v1/report?assume=fed:40');
    expect(asked).toMatchObject([{ assume: 'fed:40' }]);
  });

  it('serves the explanation with the parameters asked for', async () => {
    const { get, explained } = app({ asOf: OPENED });
    const response = await get('/api/v1/explain?asset=btc-usd&window=20d&assume=flow=-3&section=flows');
    expect(await response.json()).toEqual(EXPLAINED);
    expect(explained).toEqual([
      { asOf: OPENED, asset: 'btc-usd', window: '20d', assume: 'flow=-3', section: 'flows' },
    ]);
  });

  it('serves the cascade with the parameters asked for, as they came', async () => {
    const { get, cascaded } = app({ asOf: OPENED });
    const query = 'shock=btc-usd=-5%25&alone=yes&paths=100&step=15m&claim=leveraged-funds=18bn@-2%25';
    const response = await get(`/api/v1/cascade?${query}`);
    expect(await response.json()).toEqual(FALLEN);
    expect(cascaded).toEqual([
      {
        asOf: OPENED,
        shock: 'btc-usd=-5%',
        alone: true,
        paths: '100',
        step: '15m',
        claim: 'leveraged-funds=18bn@-2%',
      },
    ]);
    const refused = await get('/api/v1/cascade?alone=perhaps');
    expect([refused.status, await refused.json()]).toEqual([
      400,
      {
        type: '/api/v1/#wrong-parameter',
        title: 'A parameter is wrong',
        status: 400,
        detail: 'alone: cannot be read',
        field: 'alone',
        hint: 'allowed: yes, no',
      },
    ]);
  });

  it('takes empty parameters for absent ones', async () => {
    const { get, asked } = app();
    await get('/api/v1/scan?event=2026-02-04T19:00Z');
    expect(asked.pop()).toMatchObject({ event: Date.UTC(2026, 1, 4, 19) });
    await get('/api/v1/scan?asof=&universe=&window=&event=');
    expect(asked).toEqual([{ asOf: undefined, universe: undefined, window: undefined }]);
  });

  it('stands at the instant it was started for, until asked for another or for the latest', async () => {
    const { get, asked } = app({ asOf: OPENED });
    for (const query of ['', '?asof=2026-02-05', '?asof=latest']) await get(`/api/v1/scan${query}`);
    expect(asked.map((one) => one.asOf)).toEqual([OPENED, Date.UTC(2026, 1, 6), undefined]);
  });

  it('takes a figure id with all its signs', async () => {
    const { get, traced } = app();
    const id = 'scan:btc-usd.change-1d@2026-02-06T01:00Z;universe=a,b#7f3c91';
    expect((await get(`/api/v1/trace/${encodeURIComponent(id)}`)).status).toBe(200);
    expect(traced).toEqual([id]);
  });

  it('serves the report in the language asked for', async () => {
    const { get } = app();
    const markdown = await get('/api/v1/report?lang=zh-Hans');
    expect(await markdown.text()).toBe('# zh-Hans\n');
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  });

  it('serves the entry at every page, and the files it names for good', async () => {
    const { get } = app();
    for (const path of ['/scan', '/explain', '/report', '/settings']) {
      const entry = await get(path);
      expect([path, entry.status, entry.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(await entry.text()).toContain('<div id="root">');
    }
    const script = await get('/assets/index-1.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await get('/assets/other.js')).status).toBe(404);
    expect((await get('/assets/..%2Findex.html')).status).toBe(404);
  });

  it('fills a page with the instant, the language and the cascade asked for', async () => {
    const { get, paged } = app({ asOf: OPENED });
    expect(await (await get('/pages/scan?lang=zh-Hant&shock=btc-usd=-9%25')).json()).toEqual({
      page: 'scan',
    });
    expect(paged).toMatchObject([
      ['scan', { asOf: OPENED, language: 'zh-Hant', cascade: { shock: 'btc-usd=-9%' } }],
    ]);
    const unknown = await get('/pages/stress');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { hint: 'allowed: scan' }]);
  });

  it('refuses a page of an instant that the store does not reach yet', async () => {
    const { get, paged } = app();
    const response = await get('/pages/scan?asof=2030-01-01');
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { detail: 'asof: 2030-01-02T00:00Z is later than the latest close in the store', field: 'asof' },
    ]);
    expect((await get('/pages/timeline?asof=2030-01-01')).status).toBe(400);
    expect((await get('/pages/scan?asof=latest')).status).toBe(200);
    expect(paged).toMatchObject([['scan', { asOf: undefined }]]);
  });

  it('tells the time machine where a page opens that is asked for no instant', async () => {
    const asked: TimelineRequest[] = [];
    const { pages } = fakePages(asked);
    const { get } = app({ asOf: OPENED, pages });
    await get('/pages/timeline?lang=zh-Hans&asof=2026-02-05T20:00Z');
    await get('/pages/timeline');
    expect(asked).toEqual([
      { language: 'zh-Hans', asOf: Date.UTC(2026, 1, 5, 20), opening: OPENED },
      { language: 'en', asOf: undefined, opening: OPENED },
    ]);
  });

  it('says which language was chosen at the start, so that the browser does not overrule it', async () => {
    const frame = async (chosen: boolean) =>
      (await app({ languageIsChosen: chosen }).get('/pages/frame')).json();
    expect(await frame(true)).toMatchObject({ language: 'en' });
    expect(await frame(false)).toMatchObject({ language: null, pages: [{ id: 'scan', path: '/scan' }] });
  });

  it('lets the page run its own script alone and ask nobody else', async () => {
    const policy = (await app().get('/scan')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect((await app().get('/scan')).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
    '192.168.0.2:7310',
    '',
  ])('refuses the name %j, which a foreign page may have pointed here', async (host) => {
    const response = await app().get('/api/v1/scan', { host });
    expect(response.status).toBe(403);
    expect(await response.json()).toHaveProperty('hint');
  });

  it.each([
    'localhost',
    'localhost:7310',
    '127.0.0.1',
    '[::1]:7310',
    'LOCALHOST:1',
  ])('answers as %s', async (host) => {
    expect((await app().get('/api/v1/health', { host })).status).toBe(200);
  });

  it('answers a bad instant or language with 400 and what is allowed', async () => {
    expect((await app().get('/api/v1/scan?event=2026-02-04')).status).toBe(400);
    const response = await app().get('/api/v1/scan?asof=yesterday');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      detail: 'asof: not an instant: "yesterday"',
      field: 'asof',
      hint: 'allowed: YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS]Z (or ±HH:MM)',
    });
    const page = await app().get('/pages/scan?lang=fr');
    expect([page.status, await page.json()]).toMatchObject([400, { field: 'lang' }]);
  });

  it.each([
    [new UserError('unknown series: x', 'h', 2), 400],
    [new UserError('nothing was known', 'h', 3), 404],
    [new UnknownFigure('no figure', 'h', 2), 404],
    [new UserError('corrupt segment', 'h', 1), 500],
    [new TypeError('boom'), 500],
  ])('answers %s with %i', async (error, status) => {
    const refuse = () => Promise.reject(error);
    const questions = { scan: refuse, explain: refuse, cascade: refuse, report: refuse, trace: refuse };
    const { get, logged } = app({ questions });
    const response = await get('/api/v1/scan');
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      status,
      detail: expect.any(String),
      hint: expect.any(String),
    });
    expect(logged).toHaveLength(status === 500 ? 1 : 0);
  });

  it('has an icon, so that a browser finds nothing missing', async () => {
    const response = await app().get('/favicon.ico');
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg /);
  });

  it('names its pages when asked for another', async () => {
    const response = await app().get('/nope');
    expect(response.status).toBe(404);
    expect(((await response.json()) as { hint: string }).hint).toContain('/api/v1');
  });

  it('answers the same tag for the same bytes, and 304 when the browser has them', async () => {
    const { get } = app();
    const tag = (await get('/api/v1/scan')).headers.get('etag') as string;
    expect((await get('/api/v1/scan', { 'if-none-match': tag })).status).toBe(304);
  });
});
