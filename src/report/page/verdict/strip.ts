import { countClasses, priceSign } from '../../compose/score.ts';
import { type Desk, hasValue } from '../../desk.ts';
import type { Figure } from '../../figure.ts';
import { LARGE_MOVE } from '../../words.ts';
import { barsOf } from '../instruments.ts';
import { sentInline } from '../sending.ts';
import type { SentBlock } from '../sent.ts';
import { VERDICT_WORDS } from './words.ts';

type Strip = Extract<SentBlock, { kind: 'strip' }>;

interface Bar {
  readonly label: string;
  /** In standard deviations, negative for a fall. */
  readonly sigma: number | null;
  readonly figure: Figure;
  readonly flip: boolean;
  readonly apart: boolean;
}

/** Falls of the risk classes, hardest first, then the moves of the hedges, over the line of one standard deviation. */
export function classStrip(desk: Desk): Strip {
  const words = VERDICT_WORDS[desk.language].strip;
  const { joint } = desk.answer;
  const classes = [...joint.classes].sort((a, b) => depth(b.move) - depth(a.move));
  const bars: readonly Bar[] = [
    ...classes.map(({ assetClass, move }) => ({
      label: desk.m.classes[assetClass],
      sigma: hasValue(move) ? priceSign(move.value) : null,
      figure: move,
      flip: true,
      apart: false,
    })),
    ...joint.hedges.map(({ hedge, z }, at) => ({
      label: words.hedges[hedge],
      sigma: z.value,
      figure: z,
      flip: false,
      apart: at === 0,
    })),
  ];
  const shares = barsOf([...bars.map(({ sigma }) => sigma), LARGE_MOVE]);
  const { beyond, known } = countClasses(desk.answer);
  return {
    kind: 'strip',
    cells: bars.map(({ label, figure, flip, apart }, at) => {
      const bar = shares[at];
      const span = desk.w.sigmas(figure, flip);
      return {
        label,
        value: sentInline(desk, [bar ? { ...span, tone: bar.tone } : span]),
        ...(bar ? { bar } : {}),
        ...(apart ? { apart } : {}),
      };
    }),
    line: shares.at(-1)!.share,
    note: [words.note],
    tally: [words.tally(beyond, known)],
  };
}

/** Sorts what is not measured to the end. */
function depth({ value }: Figure): number {
  return value ?? Number.NEGATIVE_INFINITY;
}
