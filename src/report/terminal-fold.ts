export interface TerminalOptions {
  /** Columns of the terminal; text is folded to it. */
  readonly width: number;
  readonly colour: boolean;
}

/** Columns below which no text is folded. */
export const LEAST_WIDTH = 40;

/** @throws RangeError when the width is not a whole number of at least 40 columns */
export function requireWidth(width: number): void {
  if (Number.isInteger(width) && width >= LEAST_WIDTH) return;
  throw new RangeError(`width ${width}; allowed: a whole number from ${LEAST_WIDTH}`);
}

/** Columns a text takes: two for a Chinese character or full-width sign. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (isWide(char) ? 2 : 1), 0);
}

function isWide(char: string): boolean {
  const code = char.codePointAt(0) as number;
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Signs that may not begin a line in Chinese. */
const NO_START = /^[，。；：、）］」』！？%]/;

/** Pieces between which a line may break: words in Latin, characters in Chinese, a closing sign with what it closes. */
function pieces(text: string): readonly string[] {
  const raw = text.match(/[⺀-鿿豈-﫿＀-｠　-〿]|(?:[^\s⺀-鿿豈-﫿＀-｠　-〿]|[\u202f\u00a0])+|\s+/g) ?? [];
  return raw.reduce<string[]>((done, piece) => {
    if (done.length > 0 && NO_START.test(piece)) done[done.length - 1] += piece;
    else done.push(piece);
    return done;
  }, []);
}

/** A text folded to a width, with what is wider than a line left whole. */
export function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && columnsOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** A text cut to a width, with a sign that it is. */
export function shortened(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  const chars = [...text];
  while (columnsOf(chars.join('')) > width - 1) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
