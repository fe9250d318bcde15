import { describe, expect, it } from 'vitest';
import { terminalEffects } from '../../../src/doors/cli/terminal.ts';

function stream(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { written, isTTY, columns, write: (text: string) => written.push(text) };
}

describe('progress on standard error', () => {
  it('is one line where nobody watches', () => {
    const out = stream(false);
    const progress = terminalEffects(out, () => 0).progress('Importing', 100);
    for (let done = 0; done <= 100; done += 1) progress.update(done);
    progress.end();
    expect(out.written).toEqual(['Importing …\n']);
  });

  it('redraws at most ten times a second and leaves a clean line', () => {
    let now = 0;
    const out = stream(true);
    const progress = terminalEffects(out, () => now).progress('Importing', 1000);
    for (let done = 0; done < 1000; done += 1) {
      now += 1;
      progress.update(done);
    }
    progress.end();
    expect(out.written.length).toBeLessThanOrEqual(12);
    expect(out.written.at(-1)).toBe('\r\u001b[2K');
  });

  it('never writes wider than the terminal, nor beyond the whole', () => {
    const out = stream(true, 40);
    terminalEffects(out, () => 0)
      .progress('Importing', 10)
      .update(25, 'x'.repeat(200));
    expect(out.written[0]?.replace('\r\u001b[2K', '').length).toBe(39);
    expect(out.written[0]).toContain('100%');
  });

  it('clears the bar before a line is logged', () => {
    const out = stream(true);
    const effects = terminalEffects(out, () => 0);
    effects.progress('Importing', 10).update(1);
    effects.log('a line');
    expect(out.written.slice(-2)).toEqual(['\r\u001b[2K', 'a line\n']);
  });
});
