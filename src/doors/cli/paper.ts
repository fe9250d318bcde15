import { delimiter } from 'node:path';
import { UserError } from '../../data/errors.ts';
import type { Language } from '../../data/series/entry.ts';
import type { ReportAnswers } from '../../report/index.ts';
import { stagesIn } from '../stages.ts';
import type { Run } from './run.ts';
import type { World } from './world.ts';

export const PAPER_FORMATS = ['pdf', 'docx'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/**
 * What is set on paper goes into a file.
 * @throws UserError (2) when none is named: a screen shows no pages.
 */
export function refusePaperOnScreen(format: string, out: string | undefined): void {
  const isFile = out !== undefined && out !== '-';
  if (isFile || !PAPER_FORMATS.some((one) => one === format)) return;
  throw new UserError(`--format ${format} needs a file`, `add --out FILE, such as --out report.${format}`, 2);
}

/** Folders of fonts beside those of the system, as the environment names them. */
export function fontFolders(env: World['env']): readonly string[] {
  return (env.TIDEMARK_FONTS ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** Answers on paper by format, with a line of progress while the pages are set. */
export function paperOf(
  { world, effects }: Run,
  answers: ReportAnswers,
  language: Language,
): Record<PaperFormat, () => Promise<Uint8Array>> {
  const folders = fontFolders(world.env);
  const shown = async <T>(title: string, write: () => Promise<T>): Promise<T> => {
    const progress = stagesIn(language, effects.progress)(title, 1);
    try {
      progress.update(0);
      return await write();
    } finally {
      progress.end();
    }
  };
  return {
    pdf: () => shown('setting the pages', () => world.parts.pdf(answers, language, folders)),
    docx: () => shown('setting the document', () => world.parts.docx(answers, language, folders)),
  };
}
