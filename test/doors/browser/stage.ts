import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { address, ending, SOURCE, start, tidemark } from '../process.ts';
import { launch, openPage, settled } from './chromium.ts';
import { valuesById } from './figures.ts';

export const AS_OF = '2026-02-06T01:00Z';
/** Paths and draws of the cascade, so that the command line and the page simulate the same in a short time. */
const SMALL = 'paths=20&draws=4';

/** A server on a home, a page on it, and what the command line answers there. */
export class Stage {
  url = '';
  page!: Page;
  complaints: string[] = [];
  private server!: ChildProcess;
  private ended!: Promise<unknown>;
  private browser!: Browser;
  readonly home: readonly string[];

  constructor(home: readonly string[]) {
    this.home = home;
  }

  async open(): Promise<void> {
    this.server = start(process.execPath, [
      ...SOURCE,
      'serve',
      '--port',
      '0',
      '--as-of',
      AS_OF,
      ...this.home,
    ]);
    this.ended = ending(this.server);
    this.url = await address(this.server);
    this.browser = await launch();
    const { page, complaints } = await openPage(this.browser, { viewport: { width: 1440, height: 900 } });
    this.page = page;
    this.complaints = complaints;
  }

  async close(): Promise<void> {
    await this.browser?.close();
    this.server?.kill('SIGTERM');
    await this.ended;
  }

  async go(path: string, query: string): Promise<void> {
    const small = path === '/cascade' ? `&${SMALL}` : '';
    await this.page.goto(`${this.url}${path}?${query}${small}`);
    await settled(this.page);
  }

  /** What the command line prints as JSON, by figure. */
  async values(): Promise<ReadonlyMap<string, number | null>> {
    const asked = [
      ['scan'],
      ['explain'],
      ['cascade', '--paths', '20', '--draws', '4'],
      ['cascade', '--paths', '100', '--draws', '10'],
    ];
    const found = new Map<string, number | null>();
    for (const words of asked) {
      const { out, err, code } = await tidemark([...words, '--as-of', AS_OF, '--json', ...this.home]);
      if (code !== 0) throw new Error(err);
      valuesById(JSON.parse(out), found);
    }
    return found;
  }
}
