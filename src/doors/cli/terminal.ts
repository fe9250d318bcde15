import type { Effects, Progress } from '../../data/effects.ts';

export interface ErrorStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const REDRAW_MS = 100;
const BAR = 24;

/** The real world of a command: the system's clock, and standard error for lines and bars. */
export function terminalEffects(stream: ErrorStream, now: () => number = Date.now): Effects {
  let open: (() => void) | undefined;
  return {
    now,
    log(line) {
      open?.();
      stream.write(`${line}\n`);
    },
    progress(title, total) {
      if (!stream.isTTY) return lines(stream, title);
      const bar = drawnBar(stream, title, total, now);
      open = bar.clear;
      return {
        update: bar.update,
        end() {
          open = undefined;
          bar.end();
        },
      };
    },
  };
}

function lines(stream: ErrorStream, title: string): Progress {
  stream.write(`${title} …\n`);
  return { update() {}, end() {} };
}

function drawnBar(stream: ErrorStream, title: string, total: number, now: () => number) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = () => stream.write('\r\u001b[2K');
  return {
    clear,
    update(done: number, detail = '') {
      if (now() - drawnAt < REDRAW_MS && done < total) return;
      drawnAt = now();
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const filled = Math.round(share * BAR);
      const line = `${title} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.floor(share * 100)}% ${detail}`;
      stream.write(`\r\u001b[2K${line.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    end: clear,
  };
}
