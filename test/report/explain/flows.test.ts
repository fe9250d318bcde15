import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { normals } from '../../measures/random.ts';

const OURS = ['etf-flows', 'flow-elasticity', 'flow-target', 'etf-exhaustion', 'gold-flows', 'equity-flows'];
const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');

function market(rows: number) {
  const flows = normals(rows, 5).map((z) => 3e8 * z);
  const noise = normals(rows, 6);
  let price = 60_000;
  const prices = flows.map((usd, t) => {
    if (t > 0) price *= 1 + (0.03 * usd) / 1e9 + 0.02 * noise[t]!;
    return price;
  });
  const dated = rowsUpTo('btc-etf-flow-total', TO, flows);
  const weekly = rowsUpTo('etf-flow-spy', TO, flows);
  return [
    columnsOf('btc-etf-flow-total', dated),
    columnsOf('btc-etf-flow-ibit', dated),
    columnsOf(
      'btc-usd',
      dated.map(({ date }, t) => ({ date, value: prices[t]! })),
    ),
    columnsOf('etf-flow-spy', weekly),
    columnsOf('etf-flow-gld', rowsUpTo('etf-flow-gld', TO, flows)),
  ];
}

async function toldIn(language: (typeof LANGUAGES)[number], columns: ReturnType<typeof market>) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', section: 'flows' });
  let charts = 0;
  const stories = storiesOf(
    explainDesk(answer, language, () => ++charts),
    'flows',
  );
  return stories.filter(({ part }) => OURS.includes(part.id));
}

describe('fund flows in words', () => {
  it('tells every part in every language, with its pictures', async () => {
    for (const language of LANGUAGES) {
      const stories = await toldIn(language, market(300));
      expect(stories.map(({ part }) => part.id).sort()).toEqual([...OURS].sort());
      for (const { headline, blocks } of stories) {
        expect(headline.length).toBeGreaterThan(0);
        const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
        expect(text).not.toMatch(/undefined|NaN|null|\[object|HANT/);
        for (const block of blocks) {
          if (block.kind === 'chart') for (const { svg } of block.draw()) expect(svg).toMatch(/^<svg/);
        }
      }
    }
  });

  it('calls the elasticity an association and the rules unproven', async () => {
    const text = (await toldIn('en', market(300)))
      .flatMap(({ headline }) => headline)
      .map(plainText)
      .join(' ');
    expect(text).toContain('This is an association, not an effect.');
    expect(text).toContain('unproven');
  });

  it('has T-3 with the last five sessions, the window, the year, the month and the effect', async () => {
    const [flows] = await toldIn('zh-Hans', market(300));
    const table = flows!.blocks.find((block) => block.kind === 'table' && block.id === 't-3');
    if (table?.kind !== 'table') throw new Error('no table T-3');
    expect(table.columns.map(({ title }) => title)).toEqual(['时间', '流向', '规模', '关键观察']);
    const first = table.groups.flatMap(({ rows }) => rows.map(({ cells }) => plainText(cells[0]!.text)));
    expect(first.slice(0, 5)).toEqual([
      '2026-02-05（周四）',
      '2026-02-06（周五）',
      '2026-02-09（周一）',
      '2026-02-10（周二）',
      '2026-02-11（周三）',
    ]);
    expect(first.slice(5)).toEqual([
      '近5个交易日合计',
      '日均',
      '2026年初至今',
      '2026年2月',
      '对应的价格变动',
    ]);
  });

  it('says nothing where there is nothing', async () => {
    for (const { headline, blocks } of await toldIn('en', [])) {
      expect(headline).toEqual([]);
      expect(blocks).toEqual([]);
    }
  });

  it('has words for every reason it gives', async () => {
    const some = market(300);
    const views = [[], some, some.slice(0, 1), market(3)];
    const reasons = new Set<string>();
    for (const columns of views) {
      const answer = await explain(viewOf(columns, INSTANT), { window: '5d', section: 'flows' });
      for (const { part } of await toldIn('en', columns)) {
        const own = Object.entries(answer.flows!.parts).find(
          ([key]) => key.toLowerCase() === part.id.replaceAll('-', ''),
        );
        JSON.stringify(own, (key, value) => {
          if (key === 'why' && typeof value === 'string') reasons.add(value);
          return value;
        });
      }
    }
    expect(reasons.size).toBeGreaterThan(8);
    for (const whys of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
      const untold = [...reasons].filter((reason) => !whys.some(([pattern]) => pattern.test(reason)));
      expect(untold).toEqual([]);
    }
  });
});
