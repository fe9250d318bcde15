import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { HAVENS } from '../../../src/diagnosis/explain/havens/index.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { havenMarket, INSTANT, TO } from '../../diagnosis/explain/havens/market.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { normals } from '../../measures/random.ts';

const MORE = ['nasdaq-100', 'russell-2000', 'eem', 'efa', 'hyg', 'copper-front', 'spy', 'qqq', 'slv', 'uso'];
const SOLD = ['spy', 'qqq', 'eem', 'hyg', 'tlt', 'gld', 'slv', 'gdx', 'uso', 'btc-usd', 'eth-usd'];

function market(sessions: number) {
  const walks = MORE.map((id, seed) => {
    let level = 100;
    return columnsOf(
      id,
      rowsUpTo(
        id,
        TO,
        normals(sessions, 30 + seed).map((x) => (level *= 1 + 0.01 * x)),
      ),
    );
  });
  const volumes = SOLD.map((id, k) => {
    const rows = rowsUpTo(`${id}.volume`, TO, new Float64Array(sessions).fill(1e7 / (k + 1)));
    return columnsOf(`${id}.volume`, rows);
  });
  const value = columnsOf('btc-market-cap', rowsUpTo('btc-market-cap', TO, new Float64Array(40).fill(2e12)));
  return [...havenMarket(sessions), ...walks, ...volumes, ...(sessions > 40 ? [value] : [])];
}

async function answerOf(sessions: number) {
  const columns = sessions === 0 ? [] : market(sessions);
  return explain(viewOf(columns, INSTANT), { window: '5d', section: 'havens' });
}

describe('havens in words', () => {
  it('tells every part in every language, with its pictures', async () => {
    const answer = await answerOf(1800);
    for (const language of LANGUAGES) {
      let charts = 0;
      const stories = storiesOf(
        explainDesk(answer, language, () => ++charts),
        'havens',
      );
      expect(stories.map(({ part }) => part.id)).toEqual(Object.values(HAVENS).map(({ id }) => id));
      for (const { part, headline, blocks } of stories) {
        expect(headline.length, part.id).toBeGreaterThan(0);
        const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
        expect(text).not.toMatch(/undefined|NaN|null|\[object/);
        if (language !== 'en') expect(text).not.toMatch(/fewer than|has no value|is not measured/);
        for (const block of blocks) {
          if (block.kind === 'chart') for (const { svg } of block.draw()) expect(svg).toMatch(/^<svg/);
        }
      }
      expect(charts).toBe(4);
    }
  });

  it('has a translation for every reason, and says nothing where nothing is known', async () => {
    for (const sessions of [0, 40, 300]) {
      const answer = await answerOf(sessions);
      const whys = JSON.stringify(answer.havens).match(/"why":"[^"]*"/g) ?? [];
      expect(whys.length).toBeGreaterThan(0);
      for (const why of new Set(whys.map((text) => text.slice(7, -1)))) {
        for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
          expect(
            list.some(([reason]) => reason.test(why)),
            why,
          ).toBe(true);
        }
      }
      if (sessions > 40) continue;
      const stories = storiesOf(
        explainDesk(answer, 'en', () => 1),
        'havens',
      );
      for (const { headline } of stories) expect(headline).toEqual([]);
    }
  });
});
