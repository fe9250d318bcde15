import { CASCADE_DEFAULTS } from '../../../simulation/cascade/options.ts';
import { changeText, pointText, span } from '../../cascade/amounts.ts';
import { type CascadeDesk, leadOf, ofAsset, shocked } from '../../cascade/desk.ts';
import { hasValue } from '../../desk.ts';
import { type Inline, line } from '../../inline.ts';
import { sentInline } from '../sending.ts';
import type { SentBlock, SentInline } from '../sent.ts';
import { CASCADE_PAGE, type ControlWords } from './words.ts';

/** A seller as a switch: what it did in this run, and how what it has is known. */
export interface ControlledSeller {
  readonly id: string;
  readonly name: string;
  readonly buys: boolean;
  readonly state: 'on' | 'off' | 'nothing-to-sell';
  readonly line: SentInline;
  /** Not all of it is measured. */
  readonly tag?: string;
}

/** What the controls of a cascade show; they ask for another by the address. */
export interface CascadeControls {
  readonly words: ControlWords;
  readonly assets: readonly { readonly id: string; readonly name: string }[];
  readonly asset: string;
  /** Percent. */
  readonly shock: number;
  /** Shocks of other assets, as the address has them. */
  readonly others: string;
  readonly horizon: string;
  readonly horizons: readonly { readonly value: string; readonly name: string }[];
  readonly sellers: readonly ControlledSeller[];
  readonly check: SentInline;
  readonly holds: boolean;
  readonly paths: number;
}

/** What a run says of itself while it is brief, or made anew. */
export interface CascadeRunning {
  readonly words: ControlWords;
  /** The shock of what is shown. */
  readonly shock: string;
  readonly paths: number;
  /** What is asked for when nothing is said. */
  readonly full: number;
}

const HORIZONS = [
  [360, '6h'],
  [720, '12h'],
  [1440, '24h'],
  [2880, '2d'],
] as const;

/** Below it two falls are the same. */
const SAME = 1e-9;

export function controlsPanel(desk: CascadeDesk): SentBlock {
  const { controls } = CASCADE_PAGE[desk.language];
  return {
    kind: 'panel',
    id: 'cascade-controls',
    title: [controls.title],
    blocks: [{ kind: 'widget', widget: 'cascade-controls', data: controlsOf(desk) }],
  };
}

export function runBlock(desk: CascadeDesk): SentBlock {
  const { shock, paths } = desk.answer.parameters;
  const data: CascadeRunning = {
    words: CASCADE_PAGE[desk.language].controls,
    shock: shocked(desk)
      .map((asset) => `${desk.name(asset)} ${changeText(shock[asset]!)}`)
      .join(desk.m.comma),
    paths,
    full: CASCADE_DEFAULTS.paths,
  };
  return { kind: 'widget', widget: 'cascade-run', data };
}

function controlsOf(desk: CascadeDesk): CascadeControls {
  const { answer, words } = desk;
  const { shock, horizonMinutes, paths } = answer.parameters;
  const asset = leadOf(desk);
  const others = shocked(desk).filter((one) => one !== asset);
  const known = HORIZONS.find(([minutes]) => minutes === horizonMinutes);
  const own = `${horizonMinutes}m`;
  return {
    words: CASCADE_PAGE[desk.language].controls,
    assets: answer.falls.map(({ asset: id }) => ({ id, name: desk.name(id) })),
    asset,
    shock: percentOf(shock[asset] ?? 0),
    others: others.map((one) => `,${one}=${percentOf(shock[one]!)}%`).join(''),
    horizon: known ? known[1] : own,
    horizons: [
      ...(known ? [] : [{ value: own, name: words.span(horizonMinutes) }]),
      ...HORIZONS.map(([minutes, value]) => ({ value, name: words.span(minutes) })),
    ],
    sellers: answer.sellers.map((one) => sellerOf(desk, one)),
    ...checkOf(desk),
    paths,
  };
}

/** As it is written in an address: no more digits than were asked for. */
function percentOf(fraction: number): number {
  return Number((100 * fraction).toPrecision(12));
}

function sellerOf(
  desk: CascadeDesk,
  { id, title, side, state }: CascadeDesk['answer']['sellers'][number],
): ControlledSeller {
  const { answer, words, language } = desk;
  const { controls } = CASCADE_PAGE[language];
  const usd = answer.forced.bySeller.find((one) => one.id === id)?.usd;
  const text: Inline =
    state === 'nothing-to-sell'
      ? [controls.nothing]
      : state === 'off' || !usd
        ? [state === 'off' ? controls.off : words.states.on]
        : line`${side === 'buyer' ? controls.bought : controls.sold} ${span(desk, usd, 'money')}`;
  const hows = answer.readings.filter(({ name }) => name.startsWith(`${id}.`)).map(({ how }) => how);
  const worst = (['prior', 'proxy'] as const).find((how) => hows.includes(how));
  return {
    id,
    name: title[language],
    buys: side === 'buyer',
    state,
    line: sentInline(desk, text),
    ...(worst && state !== 'nothing-to-sell' ? { tag: words.hows[worst] } : {}),
  };
}

/** The fall with every seller off and no chance, beside the shock. */
function checkOf(desk: CascadeDesk): Pick<CascadeControls, 'check' | 'holds'> {
  const { answer } = desk;
  const asset = leadOf(desk);
  const alone = ofAsset(answer.causes, asset)?.shock;
  const shock = ofAsset(answer.falls, asset)?.shock;
  if (!alone || !shock || !hasValue(alone) || !hasValue(shock)) return { check: [], holds: false };
  const shown = desk.w.as(alone, `−${pointText(100 * alone.value)}`.replace('−−', '+'));
  return {
    check: sentInline(desk, line`${shown} = ${span(desk, shock, 'points')}`),
    holds: Math.abs(alone.value + shock.value) <= SAME,
  };
}
