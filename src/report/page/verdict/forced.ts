import { banded } from '../../cascade/amounts.ts';
import { type CascadeDesk, cascadeDesk, leadOf, ofAsset } from '../../cascade/desk.ts';
import { cell, column, head } from '../../compose/cells.ts';
import { table } from '../../compose/tables.ts';
import { hasValue } from '../../desk.ts';
import type { PageSlot } from '../page.ts';
import { sentInline, sentTable } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { VERDICT_WORDS } from './words.ts';

const MOST = 4;

/** What forced sellers would sell if the lead asset fell further, from a small simulation. */
export const forcedSlot: PageSlot = {
  needs: { cascade: 'brief' },
  compose({ cascade }, language) {
    const words = VERDICT_WORDS[language].sellers;
    if (!cascade) {
      return {
        blocks: [
          { kind: 'panel', id: 'forced', title: [words.forcedTitle], blocks: [small([words.noCascade])] },
        ],
      };
    }
    const desk = cascadeDesk(cascade, language, () => 0);
    const lead = ofAsset(cascade.falls, leadOf(desk));
    return {
      blocks: [
        {
          kind: 'panel',
          id: 'forced',
          title: [words.forcedTitle, ' ', { kind: 'tag', look: 'simulated', text: desk.m.flags.simulated }],
          ...(lead
            ? {
                measure: sentInline(
                  desk,
                  words.forced({ shock: desk.w.size(lead.shock), name: desk.name(lead.asset) }),
                ),
              }
            : {}),
          blocks: sellers(desk),
          source: [{ kind: 'link', to: '/cascade', text: words.more }],
        },
      ],
    };
  },
};

function small(text: Extract<SentBlock, { kind: 'paragraph' }>['text']): SentBlock {
  return { kind: 'paragraph', text, look: 'small' };
}

function sellers(desk: CascadeDesk): readonly SentBlock[] {
  const words = VERDICT_WORDS[desk.language].sellers;
  const selling = desk.answer.forced.bySeller
    .filter(({ usd }) => hasValue(usd) && usd.value > 0)
    .sort((a, b) => (b.usd.value ?? 0) - (a.usd.value ?? 0))
    .slice(0, MOST);
  if (selling.length === 0) return [small([words.nothingForced])];
  const sent = sentTable(
    desk,
    table(desk, {
      id: 'forced-sellers',
      label: words.forcedTitle,
      title: words.forcedTitle,
      columns: [head('seller', words.seller), column('usd', words.sold, { phone: true })],
      groups: [
        {
          rows: selling.map(({ title, usd }) => ({
            cells: [cell(title[desk.language]), cell(...banded(desk, usd, 'money'))],
          })),
        },
      ],
    }),
  );
  return [{ ...sent, title: [] }];
}
