import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The rooms that make answers; what they are read by or drawn with changes none. */
const ROOMS = ['math', 'data', 'measures', 'diagnosis', 'simulation'] as const;
/** The packages. */
const BESIDE = ['../package.json', '../package-lock.json'] as const;
/** How the doors put a question. */
const DOORS = ['questions', 'universe'] as const;

let made: Promise<string> | undefined;

/** A hash of the program that makes answers, down to the version of Node: never the same for two that could answer differently. */
export function fingerprint(): Promise<string> {
  made ??= Promise.resolve().then(() => hashOfProgram(ROOT, extname(import.meta.url)));
  return made;
}

/**
 * A hash of what the files of a program hold and of where in it they stand.
 * @param root the folder of the rooms
 * @param ending of the files that are run: `.ts` in the source, `.js` in the build
 */
export function hashOfProgram(root: string, ending: string): string {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`);
  const inRooms = ROOMS.flatMap((room) => filesOf(root, room, ending)).sort();
  for (const file of [...inRooms, ...DOORS.map((name) => `doors/${name}${ending}`), ...BESIDE]) {
    hash.update(`\n${file}\n`).update(contentOf(join(root, file)));
  }
  return hash.digest('hex');
}

function filesOf(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(root, path, ending);
    return path.endsWith(ending) && !path.endsWith(`.d${ending}`) ? [path] : [];
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
