import { readFileSync, renameSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { UserError } from '../errors.ts';
import { formatInstant } from '../time.ts';
import { codeOf, type Disk, remove } from './disk.ts';
import type { Layout } from './layout.ts';

/** Who writes. `started` tells a process from a later one with the same id, where the system says it. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
  readonly since: number;
  readonly label: string;
}

export interface Lock {
  /** False when someone has taken the lock away. */
  held(): boolean;
  release(): void;
}

const DEFAULT_WAIT_MS = 60_000;
const POLL_MS = 100;

/**
 * Takes the writer's lock, breaks one whose process is dead, waits for a living one.
 * @throws UserError after `waitMs` which says who holds it
 */
export async function acquireLock(
  layout: Layout,
  disk: Disk,
  effects: Effects,
  label: string,
  waitMs = DEFAULT_WAIT_MS,
): Promise<Lock> {
  const mine = textOf(label, effects.now());
  let said = false;
  for (let waited = 0; ; waited += POLL_MS) {
    const text = readLock(layout);
    if (text === undefined) {
      if (tryLock(layout, disk, mine)) return lockOf(layout, mine);
      continue;
    }
    const holder = holderIn(text);
    if (!holder || isDead(holder)) {
      breakLock(layout, text);
      continue;
    }
    if (waited >= waitMs) throw busy(layout, holder);
    if (!said) effects.log(`waiting for the store: ${describe(holder)} is writing to it`);
    said = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function tryLock(layout: Layout, disk: Disk, text: string): boolean {
  const temporary = join(layout.work, `lock-${process.pid}-${++attempts}`);
  remove(temporary);
  try {
    disk.write(temporary, [Buffer.from(text)]);
    disk.publish(temporary, layout.lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    remove(temporary);
  }
}

let attempts = 0;

function lockOf(layout: Layout, mine: string): Lock {
  const held = (): boolean => readLock(layout) === mine;
  return {
    held,
    release: () => {
      if (held()) remove(layout.lock);
    },
  };
}

/** Moves a dead lock aside; should it have been replaced by a living one in that moment, that one is put back. */
function breakLock(layout: Layout, dead: string): void {
  const aside = join(layout.work, `broken-lock-${process.pid}-${++attempts}`);
  try {
    renameSync(layout.lock, aside);
    if (readFileSync(aside, 'utf8') !== dead) renameSync(aside, layout.lock);
    else remove(aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function readLock(layout: Layout): string | undefined {
  try {
    return readFileSync(layout.lock, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function textOf(label: string, since: number): string {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    since,
    label: `${label}#${++attempts}`,
  };
  return `${JSON.stringify(holder)}\n`;
}

function holderIn(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return typeof value?.pid === 'number' && typeof value.host === 'string' ? (value as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  const started = startOf(holder.pid);
  return started !== '' && holder.started !== '' && started !== holder.started;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Boot and start tick of a process, or nothing where the system does not tell. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

function describe(holder: Holder): string {
  const since = Number.isFinite(holder.since) ? ` since ${formatInstant(holder.since)}` : '';
  const label = holder.label.replace(/#\d+$/, '');
  return `process ${holder.pid} on ${holder.host} (${label})${since}`;
}

function busy(layout: Layout, holder: Holder): UserError {
  return new UserError(
    `the store is busy: ${describe(holder)} is writing to it`,
    `wait until it has ended; if that machine is gone, delete ${layout.lock}`,
  );
}
