/** A formula that is refused: why, where it stands in the formula, and what is allowed. */
export class FormulaError extends RangeError {
  /** What is wrong, without the place. */
  readonly reason: string;
  /** What is allowed instead. */
  readonly hint: string;
  readonly formula: string;
  /** First character of what is wrong, from 0. */
  readonly at: number;

  constructor(reason: string, hint: string, formula: string, at: number) {
    const [line, column] = placeOf(formula, at);
    super(`${reason} (line ${line}, column ${column}); ${hint}\n${underlined(formula, at)}`);
    this.name = 'FormulaError';
    this.reason = reason;
    this.hint = hint;
    this.formula = formula;
    this.at = at;
  }

  /** The line of the formula with what is wrong, and a caret under it. */
  underlined(): string {
    return underlined(this.formula, this.at);
  }
}

/** Line and column of a character, from 1. */
function placeOf(formula: string, at: number): [line: number, column: number] {
  const before = formula.slice(0, at).split('\n');
  return [before.length, before.at(-1)!.length + 1];
}

function underlined(formula: string, at: number): string {
  const [line, column] = placeOf(formula, at);
  return `  ${formula.split('\n')[line - 1]}\n  ${' '.repeat(column - 1)}^`;
}
