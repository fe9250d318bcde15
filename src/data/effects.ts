import type { Instant } from './time.ts';

/** A bar that is told how much is done; `end` is called once, also after a failure. */
export interface Progress {
  update(done: number, detail?: string): void;
  end(): void;
}

/** What the world outside gives. Handed in by the doors; nothing below them reads a clock or prints. */
export interface Effects {
  now(): Instant;
  log(line: string): void;
  progress(title: string, total: number): Progress;
}

export const SILENT_PROGRESS: Progress = { update() {}, end() {} };
