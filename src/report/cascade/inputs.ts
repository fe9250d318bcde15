import { normalQuantile } from '../../math/distributions.ts';
import type { CascadeAnswer } from '../../simulation/cascade/answer.ts';
import { CALIBRATIONS, PRIOR } from '../../simulation/cascade/calibration.ts';
import { cell, column, grouped, head, under } from '../compose/cells.ts';
import { plain } from '../compose/paragraph.ts';
import { table } from '../compose/tables.ts';
import { hasValue } from '../desk.ts';
import type { Block, TableBlock } from '../document.ts';
import type { Inline } from '../inline.ts';
import { decimal } from '../numbers.ts';
import { bandCell, banded, type Kind, kindOf, span, told } from './amounts.ts';
import { type CascadeDesk, leadOf } from './desk.ts';

/** Where it is told how a calibration did on what it had not seen. */
const VALIDATION = 'docs/validation/cascade.md';

/** What the results rest on: what they hang on most, how the inputs are known, and the calibration. */
export function restParagraphs(desk: CascadeDesk): readonly Block[] {
  const { words } = desk;
  return plain(desk, sensitivityLines(desk), knownLines(desk), [
    calibrationLine(desk),
    words.rests.validation({ kind: 'code', text: VALIDATION }),
  ]);
}

const MOST = 4;

export function byEffect({ answer }: CascadeDesk): CascadeAnswer['unknowns'] {
  const size = ({ sensitivity }: CascadeAnswer['unknowns'][number]) => Math.abs(sensitivity.value ?? 0);
  return [...answer.unknowns].sort((a, b) => size(b) - size(a));
}

/** Chance that any of the correlations of unrelated quantities lies beyond what is called noise. */
const CHANCE = 0.05;

/** Rank correlation that one of so many unrelated quantities has by chance: z(1 − 0.05/2k)/√(n − 1), by Bonferroni and the normal limit. */
export function noiseOf({ answer }: CascadeDesk): number {
  const told = answer.unknowns.filter(({ sensitivity }) => hasValue(sensitivity)).length;
  return normalQuantile(1 - CHANCE / (2 * Math.max(1, told))) / Math.sqrt(answer.parameters.draws - 1);
}

export function noiseWords(desk: CascadeDesk) {
  const { answer } = desk;
  return {
    noise: decimal(Math.min(1, noiseOf(desk)), { decimals: 2 }),
    draws: answer.parameters.draws,
    all: answer.unknowns.length,
  };
}

function sensitivityLines(desk: CascadeDesk): readonly Inline[] {
  const known = byEffect(desk).filter(({ sensitivity }) => hasValue(sensitivity));
  if (known.length === 0) return [];
  const noise = noiseOf(desk);
  const most = known.filter(({ sensitivity }) => Math.abs(sensitivity.value ?? 0) > noise).slice(0, MOST);
  if (most.length === 0) return [desk.words.rests.noSensitivity(noiseWords(desk))];
  return [
    desk.words.rests.sensitivity(
      most.map(({ title, sensitivity }) => ({
        name: desk.words.inSentence(titled(desk, title[desk.language])),
        value: span(desk, sensitivity, 'correlation'),
      })),
    ),
  ];
}

export function knownLines({ words, answer }: CascadeDesk): readonly Inline[] {
  const count = (how: string) => answer.readings.filter((one) => one.how === how).length;
  if (answer.readings.length === 0) return [];
  return [words.rests.known({ measured: count('measured'), proxy: count('proxy'), prior: count('prior') })];
}

function calibrationLine({ words, answer, language, w }: CascadeDesk): Inline {
  const { calibration } = answer.parameters;
  if (calibration === PRIOR) return words.rests.prior;
  const known = CALIBRATIONS.find(({ id }) => id === calibration);
  if (!known) return words.rests.other(calibration);
  return words.rests.calibrated({
    title: known.title[language],
    from: w.day(known.from),
    to: w.day(known.to),
    of: answer.unknowns.filter(({ calibrated }) => calibrated).length,
    all: answer.unknowns.length,
  });
}

/** A title with names in place of the ids of assets. */
export function titled(desk: CascadeDesk, title: string): string {
  return desk.answer.falls.reduce((text, { asset }) => text.replaceAll(asset, desk.name(asset)), title);
}

/** The asset that an input is of, by the second part of its name. */
export function assetOf(desk: CascadeDesk, name: string): string | undefined {
  const part = name.split('.')[1];
  return desk.answer.falls.some(({ asset }) => asset === part) ? part : undefined;
}

/** Every input, how it is known, and what a reader must know of it; by asset. */
export function inputTable(desk: CascadeDesk): readonly TableBlock[] {
  const { words, answer, language } = desk;
  const { columns: c } = words;
  if (answer.readings.length === 0) return [];
  const groups = grouped(answer.readings, ({ name }) => assetOf(desk, name) ?? '');
  return [
    table(desk, {
      id: 'cascade-inputs',
      label: '',
      title: words.inputs.title,
      measure: words.inputs.measure,
      columns: [
        head('input', c.input),
        column('value', c.value, { phone: true }),
        column('how', c.how, { phone: true }),
        column('note', c.note, { align: 'start' }),
      ],
      groups: groups.map((same) => {
        const asset = assetOf(desk, same[0]!.name);
        return {
          ...(asset ? { title: desk.name(asset) } : {}),
          rows: same.map(({ title, how, value, note }) => ({
            cells: [
              cell(untitled(desk, title[language], asset)),
              cell(span(desk, value, valueKind(value))),
              cell(words.hows[how]),
              cell(titled(desk, note[language])),
            ],
          })),
        };
      }),
    }),
  ];
}

/** The title without the name of the asset under whose heading it stands. */
export function untitled(desk: CascadeDesk, title: string, asset: string | undefined): string {
  if (asset === undefined) return titled(desk, title);
  const bare = title
    .replace(new RegExp(`^${asset}\\s*`), '')
    .replace(new RegExp(`(?:,| of| in)\\s+${asset}$`), '');
  return titled(desk, bare);
}

/** Inputs are round: a share needs no decimal. */
export function valueKind(figure: Parameters<typeof kindOf>[0]): Kind {
  const kind = kindOf(figure);
  return kind === 'fraction' ? 'share' : kind;
}

/** Priors, what was drawn of them, and how much the fall hangs on each; the largest effect first. */
export function unknownTable(desk: CascadeDesk): readonly TableBlock[] {
  const { words, answer, language } = desk;
  const { columns: c } = words;
  if (answer.unknowns.length === 0) return [];
  const noise = noiseOf(desk);
  return [
    table(desk, {
      id: 'cascade-unknowns',
      label: '',
      title: words.unknowns.title,
      measure: words.unknowns.measure({ name: desk.name(leadOf(desk)), ...noiseWords(desk) }),
      columns: [
        head('unknown', c.unknown),
        column('prior', c.prior),
        column('drawn', c.drawn, { phone: true }),
        column('sensitivity', c.sensitivity, { phone: true }),
      ],
      groups: [
        {
          rows: byEffect(desk).map(({ title, low, high, drawn, sensitivity, calibrated }) => {
            const kind = valueKind({ ...drawn, value: high });
            const name = [titled(desk, title[language])];
            return {
              cells: [
                calibrated ? under(name, words.calibratedMark) : cell(...name),
                cell(desk.m.range(told(desk, kind, low), told(desk, kind, high))),
                bandCell(desk, drawn, kind),
                {
                  text: [span(desk, sensitivity, 'correlation')],
                  faint: Math.abs(sensitivity.value ?? 0) <= noise,
                },
              ],
            };
          }),
        },
      ],
    }),
  ];
}

/** Where the ranges of the priors come from, one item a source. */
export function priorSources(desk: CascadeDesk): readonly Block[] {
  const { words, answer, language } = desk;
  const items = grouped(answer.unknowns, ({ source }) => source).map(
    (same): Inline => [
      `${same.map(({ title }) => titled(desk, title[language])).join(desk.m.comma)}${desk.m.colon}${titled(desk, same[0]!.source)}`,
    ],
  );
  return items.length === 0 ? [] : [{ kind: 'list', look: 'plain', title: words.rests.sources, items }];
}

/** Series that would replace a prior. */
export function missingList(desk: CascadeDesk): readonly Block[] {
  const { words, answer, language } = desk;
  const items = answer.missing.map(
    ({ series, title, sources }): Inline => [
      words.rests.need({ title: title[language], id: series, sources }),
    ],
  );
  return items.length === 0 ? [] : [{ kind: 'list', look: 'warnings', title: words.rests.missing, items }];
}

/** What sellers tell of themselves: prices at which they act, what they sell at the close. */
export function ownTables(desk: CascadeDesk): readonly TableBlock[] {
  const { answer, language } = desk;
  return answer.tables.map(({ seller, title, columns, rows }, k) =>
    table(desk, {
      id: `cascade-${seller}-${k + 1}`,
      label: '',
      title: titled(desk, title[language]),
      columns: columns.map((one, index) =>
        index === 0
          ? head('label', one[language])
          : column(`c${index}`, one[language], { phone: index <= 2 }),
      ),
      groups: [
        {
          rows: rows.map(({ label, figures }) => ({
            cells: [
              cell(titled(desk, label)),
              ...figures.map((figure) => bandCell(desk, figure, kindOf(figure))),
            ],
          })),
        },
      ],
    }),
  );
}

/** Insurance funds and auto-deleveraging. */
export function fundLines(desk: CascadeDesk): readonly Inline[] {
  const { words, answer } = desk;
  if (!answer.funds) return [words.funds.none];
  const { emptied, left, deleveraged } = answer.funds;
  return [
    ...(hasValue(emptied) && hasValue(left)
      ? [
          words.funds.state({
            emptied: span(desk, emptied, 'share'),
            left: banded(desk, left, 'money'),
          }),
        ]
      : []),
    ...(hasValue(deleveraged) ? [words.funds.deleveraged(banded(desk, deleveraged, 'money'))] : []),
  ];
}

/** What a claim about leveraged funds requires, and what the funds known have. */
export function claimLines(desk: CascadeDesk): readonly Inline[] {
  const { words, answer } = desk;
  if (!answer.claim) return [];
  const { trade, move, required, funds, has, share, trades } = answer.claim;
  return [
    words.claim.stated({
      trade: span(desk, trade, 'money'),
      move: span(desk, move, 'points'),
      required: span(desk, required, 'money'),
    }),
    funds === 0
      ? words.claim.none
      : words.claim.has({
          funds,
          has: banded(desk, has, 'money'),
          share: banded(desk, share, 'share'),
          trades: banded(desk, trades, 'money'),
        }),
  ];
}

const FURTHEST = 4;
/** A change that is worth naming. */
const LEAST = -0.0005;

/** Falls of assets that were not shocked, by forced sale alone. */
export function contagionLines(desk: CascadeDesk): readonly Inline[] {
  const { words, answer } = desk;
  if (answer.contagion.length === 0) return [];
  const from = answer.contagion[0]!.from.split('+').map((asset) => desk.name(asset));
  const items = answer.contagion
    .filter(({ fall }) => (fall.value ?? 0) <= LEAST)
    .sort((a, b) => (a.fall.value ?? 0) - (b.fall.value ?? 0))
    .slice(0, FURTHEST)
    .map(({ to, fall }) => ({ name: desk.name(to), value: banded(desk, fall, 'change') }));
  return [items.length === 0 ? words.contagion.none(from) : words.contagion.falls({ from, items })];
}
