import { createHash } from 'node:crypto';
import { ENGINE_VERSION } from '../../../diagnosis/answer.ts';
import type { Answering } from '../../answering/answering.ts';
import type { How } from '../../how.ts';
import { keeper } from '../../keeper.ts';
import type { ApiContext, Computed, Texts } from './operation.ts';
import type { Sent } from './sent.ts';

const MOST_BYTES = 128 * 2 ** 20;

/** Answers as bytes, kept in memory under their tags: an answer that is there costs neither words nor a computation. */
export interface Computing {
  /** A hash of the program, the data that the answer stands on, and the question; undefined: not to be kept. */
  readonly tagOf: (operation: Computed, asked: Texts) => Promise<string | undefined>;
  readonly sent: (operation: Computed, asked: Texts, tag: string | undefined, how: How) => Promise<Sent>;
}

export function computingWith(answering: Answering, context: ApiContext): Computing {
  const keep = keeper(MOST_BYTES, (sent) => bytesOf(sent as Sent));
  return {
    async tagOf(operation, asked) {
      const at = standing(operation, asked, context);
      if (at === 'unknown') return undefined;
      const commit = await context.data.latestCommit();
      const { instant, dataVersion } = await context.data.seen(at);
      const question = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1));
      return hashTag([operation.id, question, context.language, instant, dataVersion, commit]);
    },
    sent(operation, asked, tag, how) {
      if (tag === undefined) return answering.answer(operation.id, asked, how);
      return keep([tag], (shared) => answering.answer(operation.id, asked, shared), how);
    },
  };
}

/** The tag of something that the program alone decides; weak, for compressed it is the same. */
export function hashTag(parts: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify([ENGINE_VERSION, ...parts]));
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

function bytesOf({ plain, zipped }: Sent): number {
  return plain.length + (zipped?.length ?? 0);
}

/** A question that cannot be read has no instant; its answer says why. */
function standing(operation: Computed, asked: Texts, context: ApiContext) {
  try {
    return operation.standsOn ? operation.standsOn(asked, context) : ('unknown' as const);
  } catch {
    return 'unknown' as const;
  }
}
