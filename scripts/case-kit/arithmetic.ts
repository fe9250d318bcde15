/**
 * A function of one variable from its text: numbers, the variable, + − * /, parentheses, and max(…) and min(…) of any arguments.
 * @throws SyntaxError on anything else.
 */
export function parseArithmetic(text: string, variable: string): (value: number) => number {
  const tokens = text.match(/\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|[A-Za-z_]\w*|[-+*/(),]|\S/g) ?? [];
  let at = 0;
  const whole = sum();
  if (at < tokens.length) throw unexpected();
  return whole;

  function sum(): (x: number) => number {
    let left = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      const sign = tokens[at++] === '+' ? 1 : -1;
      const [a, b] = [left, product()];
      left = (x) => a(x) + sign * b(x);
    }
    return left;
  }

  function product(): (x: number) => number {
    let left = factor();
    while (tokens[at] === '*' || tokens[at] === '/') {
      const divides = tokens[at++] === '/';
      const [a, b] = [left, factor()];
      left = divides ? (x) => a(x) / b(x) : (x) => a(x) * b(x);
    }
    return left;
  }

  function factor(): (x: number) => number {
    const token = tokens[at++] ?? '';
    if (token === '-') {
      const inner = factor();
      return (x) => -inner(x);
    }
    if (token === '(') {
      const inner = sum();
      expect(')');
      return inner;
    }
    if (token === 'max' || token === 'min') return extreme(token === 'max' ? Math.max : Math.min);
    if (token === variable) return (x) => x;
    const value = Number(token);
    if (token === '' || Number.isNaN(value)) {
      at--;
      throw unexpected();
    }
    return () => value;
  }

  function extreme(of: (...values: number[]) => number): (x: number) => number {
    expect('(');
    const terms = [sum()];
    while (tokens[at] === ',') {
      at++;
      terms.push(sum());
    }
    expect(')');
    return (x) => of(...terms.map((term) => term(x)));
  }

  function expect(token: string): void {
    if (tokens[at] !== token) throw unexpected();
    at++;
  }

  function unexpected(): SyntaxError {
    return new SyntaxError(
      `cannot read ${JSON.stringify(text)} at ${JSON.stringify(tokens[at] ?? 'its end')}`,
    );
  }
}
