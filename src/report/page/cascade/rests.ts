import { bandCell, span } from '../../cascade/amounts.ts';
import { type CascadeDesk, leadOf } from '../../cascade/desk.ts';
import {
  assetOf,
  byEffect,
  knownLines,
  noiseOf,
  noiseWords,
  titled,
  untitled,
  valueKind,
} from '../../cascade/inputs.ts';
import { cell, column, head } from '../../compose/cells.ts';
import { plain } from '../../compose/paragraph.ts';
import { table } from '../../compose/tables.ts';
import type { Row } from '../../document.ts';
import { sentBlocks, sentTable } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { CASCADE_PAGE } from './words.ts';

const MOST_DRAWN = 7;
const MOST_FIXED = 4;

/** What was assumed: its value, how it is known, and how much the fall hangs on it; the largest effect first. */
export function restPanel(desk: CascadeDesk): SentBlock {
  const { columns: c } = desk.words;
  const { rests: words } = CASCADE_PAGE[desk.language];
  const told = table(desk, {
    id: 'cascade-rests',
    label: '',
    title: '',
    columns: [
      head('unknown', c.unknown),
      column('value', c.value, { phone: true }),
      column('how', c.how, { phone: true }),
      column('effect', words.effect),
    ],
    groups: [{ rows: [...drawnRows(desk), ...fixedRows(desk)] }],
  });
  const { noise, draws } = noiseWords(desk);
  return {
    kind: 'panel',
    id: 'cascade-rests',
    title: [words.panel],
    measure: [words.measure({ name: desk.name(leadOf(desk)), noise, draws })],
    blocks: [{ ...sentTable(desk, told), title: [] }, ...sentBlocks(desk, plain(desk, knownLines(desk)))],
  };
}

/** What nobody can observe and is drawn. */
function drawnRows(desk: CascadeDesk): readonly Row[] {
  const { words, language } = desk;
  const noise = noiseOf(desk);
  return byEffect(desk)
    .slice(0, MOST_DRAWN)
    .map(({ title, high, drawn, sensitivity, calibrated }) => ({
      cells: [
        cell(titled(desk, title[language])),
        bandCell(desk, drawn, valueKind({ ...drawn, value: high })),
        cell({
          kind: 'tag',
          look: 'plain',
          text: calibrated ? CASCADE_PAGE[language].rests.calibrated : words.hows.prior,
        }),
        {
          text: [span(desk, sensitivity, 'correlation')],
          faint: Math.abs(sensitivity.value ?? 0) <= noise,
        },
      ],
    }));
}

/** Inputs of the first asset that were not measured and stay as they are. */
function fixedRows(desk: CascadeDesk): readonly Row[] {
  const { words, answer, language } = desk;
  const asset = leadOf(desk);
  return answer.readings
    .filter(({ name, how }) => how !== 'measured' && assetOf(desk, name) === asset)
    .slice(0, MOST_FIXED)
    .map(({ title, how, value }) => ({
      cells: [
        cell(untitled(desk, title[language], asset)),
        cell(span(desk, value, valueKind(value))),
        cell({ kind: 'tag', look: 'plain', text: words.hows[how] }),
        { text: [CASCADE_PAGE[language].rests.fixed], faint: true },
      ],
    }));
}
