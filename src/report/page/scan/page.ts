import type { ScanInstrument } from '../../../diagnosis/scan/answer.ts';
import { matrixChart } from '../../compose/charts.ts';
import { afterwardsSentence } from '../../compose/front.ts';
import { movers, priced } from '../../compose/movers.ts';
import { nearestTable } from '../../compose/tables.ts';
import { type Desk, deskFor, hasValue } from '../../desk.ts';
import type { Inline } from '../../inline.ts';
import { pageHead } from '../head.ts';
import type { Page } from '../page.ts';
import { sentBlocks, sentInline, sentTable } from '../sending.ts';
import type { SentBlock, SentPage } from '../sent.ts';
import { chapterPanel, chapterSlots } from './chapter.ts';
import { fellRarely, rareFalls } from './rare.ts';
import { crossAssetPanel } from './table.ts';
import { type Ranked, SCAN_WORDS } from './words.ts';

const HEAD = {
  id: 'scan',
  question: {
    'zh-Hans': '什么跌了？跌多少？多罕见？是不是一起跌？',
    'zh-Hant': '什麼跌了？跌多少？多罕見？是不是一起跌？',
    en: 'What fell, how much, how rare is that, and was it everything at once?',
  },
};

/** The index that the hardest fall is laid beside. */
const BESIDE = 'sp500';

export const scanPage: Page = {
  ...HEAD,
  path: '/scan',
  key: '1',
  verb: 'scan',
  title: { 'zh-Hans': '扫描', 'zh-Hant': '掃描', en: 'Scan' },
  needs: { scan: true },
  compose({ scan }, language) {
    const desk = deskFor(scan!, language);
    return {
      ...pageHead(desk, HEAD),
      answer: answerOf(desk),
      ...leadOf(desk),
      blocks: [
        crossAssetPanel(desk),
        { kind: 'columns', split: '7-5', columns: [togetherSlot(desk), nearestBlocks(desk)] },
        chapterPanel(desk),
      ],
    };
  },
  slots: {
    ...chapterSlots,
    together: {
      needs: { scan: true },
      compose: ({ scan }, language) => ({ blocks: togetherBlocks(deskFor(scan!, language)) }),
    },
  },
};

/** How many fell, and which of the falls are rare. */
function answerOf(desk: Desk): readonly string[] {
  const words = SCAN_WORDS[desk.language];
  const all = priced(desk);
  if (all.length === 0) return words.unmeasured;
  const { classes, singles, indices } = rareFalls(desk);
  const lower = (name: string) => (desk.language === 'en' ? name.toLowerCase() : name);
  return words.answer({
    fell: all.filter(({ change }) => (change.day.value ?? 0) < 0).length,
    all: all.length,
    rare: [...classes.map((one) => lower(desk.m.classes[one])), ...singles.map(({ id }) => desk.name(id))],
    indices: indices === false,
  });
}

function leadOf(desk: Desk): Pick<SentPage, 'lead'> {
  const hardest = movers(desk, 'fell')[0];
  const first = hardest && rankedOf(desk, hardest);
  if (!hardest || !first) return {};
  const index = hardest.id === BESIDE ? undefined : desk.instrument(BESIDE);
  const second = index && rankedOf(desk, index);
  const text: Inline = SCAN_WORDS[desk.language].lead(
    first,
    index && second ? { ...second, only: !fellRarely(index) } : undefined,
  );
  return { lead: sentInline(desk, text) };
}

function rankedOf(desk: Desk, { id, z, record }: ScanInstrument): Ranked | undefined {
  if (!hasValue(z) || !hasValue(record.rank) || !hasValue(record.of)) return undefined;
  const { w } = desk;
  return { name: desk.name(id), sigmas: w.sigmas(z), k: w.count(record.rank), n: w.count(record.of) };
}

/** Its numbers are many: asked for on its own, so that the page stays light. */
function togetherSlot({ language, answer }: Desk): readonly SentBlock[] {
  const { ids } = answer.together.matrix;
  if (ids.length === 0) return [];
  return [{ kind: 'slot', id: 'together', title: SCAN_WORDS[language].together, lines: ids.length }];
}

function togetherBlocks(desk: Desk): readonly SentBlock[] {
  let charts = 0;
  const blocks = matrixChart(desk, () => ++charts);
  if (blocks.length === 0) return [];
  const title = [SCAN_WORDS[desk.language].together];
  const names = desk.answer.together.matrix.ids.map((id, at) => `${at + 1} ${desk.name(id)}`);
  return [
    {
      kind: 'panel',
      id: 'together',
      title,
      blocks: [...sentBlocks(desk, blocks), { kind: 'paragraph', text: [names.join(' · ')], look: 'small' }],
    },
  ];
}

function nearestBlocks(desk: Desk): readonly SentBlock[] {
  if (desk.answer.analogues.days.length === 0) return [];
  const { measure, ...table } = sentTable(desk, nearestTable(desk));
  return [
    {
      kind: 'panel',
      id: 'nearest-days',
      title: [SCAN_WORDS[desk.language].nearest],
      ...(measure ? { measure } : {}),
      blocks: [
        { ...table, label: SCAN_WORDS[desk.language].nearest, title: [] },
        ...afterwardsSentence(desk).map(
          (text) => ({ kind: 'paragraph', text: sentInline(desk, text), look: 'small' }) as const,
        ),
      ],
    },
  ];
}
