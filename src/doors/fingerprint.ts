import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENDING = extname(import.meta.url);
/** The rooms that make answers; what they are read by or drawn with changes none. */
const ROOMS = ['math', 'data', 'measures', 'diagnosis', 'simulation'] as const;
/** What stands beside the rooms and can change an answer: the packages, and how the doors put a question. */
const BESIDE = [
  '../package.json',
  '../package-lock.json',
  `doors/questions${ENDING}`,
  `doors/universe${ENDING}`,
];

let made: Promise<string> | undefined;

/** A hash of the program that makes answers, down to the version of Node: never the same for two that could answer differently. */
export function fingerprint(): Promise<string> {
  made ??= Promise.resolve().then(hashOfProgram);
  return made;
}

function hashOfProgram(): string {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`);
  const inRooms = ROOMS.flatMap((room) => filesOf(join(ROOT, room)));
  for (const file of [...inRooms.sort(), ...BESIDE.map((name) => join(ROOT, name))]) {
    hash.update(`\n${file}\n`).update(contentOf(file));
  }
  return hash.digest('hex');
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return path.endsWith(ENDING) && !path.endsWith(`.d${ENDING}`) ? [path] : [];
  });
}

/** An installed package has no lock file. */
function contentOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}
