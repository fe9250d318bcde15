import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/data/errors.ts';
import { parseInstant } from '../../src/data/time.ts';
import { failureOf, failureText, usage } from '../../src/doors/failure.ts';

describe('a failure', () => {
  it('says what a UserError says, with its hint and its code', () => {
    const error = new UserError('no data in /x', 'bring some', 3);
    expect(failureOf(error).exitCode).toBe(3);
    expect(failureText(error, false)).toBe('tidemark: no data in /x\n  hint: bring some\n');
  });

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'ENOENT', 'EISDIR'])('explains the system error %s', (code) => {
    const error = Object.assign(new Error('raw'), { code, path: '/data/x' });
    const failure = failureOf(error);
    expect(failure.exitCode).toBe(1);
    expect(failure.message).toContain('/data/x');
    expect(failure.hint).not.toBe('');
    expect(failure.message).not.toContain('raw');
  });

  it('owns up to anything else, with the stack only when asked for', () => {
    const error = new TypeError('x is not a function');
    expect(failureText(error, false)).toContain('a fault of the program: x is not a function');
    expect(failureText(error, false)).not.toContain('at ');
    expect(failureText(error, true)).toContain('failure.test.ts');
    expect(failureText('thrown text', false)).toContain('thrown text');
  });
});

describe('reading an argument', () => {
  it('turns its RangeError into wrong usage with what is allowed as the hint', () => {
    expect(() => usage('--as-of', () => parseInstant('2026-02-30'))).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: '--as-of: not an instant: "2026-02-30"',
        hint: 'allowed: YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS]Z (or ±HH:MM)',
      }),
    );
  });

  it('leaves every other error as it is', () => {
    const fault = () => usage('', () => (undefined as unknown as { x: number }).x);
    expect(fault).toThrow(TypeError);
  });
});
