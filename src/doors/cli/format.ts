import { extname } from 'node:path';
import { UserError } from '../../data/errors.ts';

export interface FormatOptions {
  readonly format?: string;
  readonly md?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.md': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.txt': 'text',
  '.csv': 'csv',
  '.parquet': 'parquet',
  '.pdf': 'pdf',
  '.docx': 'docx',
};

/**
 * The one format that the options ask for: `--format`, or its short forms `--md` and `--json`, else the ending of `--out`.
 * @throws UserError (2) when two disagree or the format is not one of `allowed`.
 */
export function chooseFormat<F extends string>(
  options: FormatOptions,
  allowed: readonly F[],
  otherwise: F,
): F {
  const asked = new Set(
    [options.format, options.md ? 'md' : undefined, options.json ? 'json' : undefined].filter(
      (one) => one !== undefined,
    ),
  );
  if (asked.size > 1) {
    throw new UserError(`two formats asked for: ${[...asked].join(' and ')}`, 'choose one', 2);
  }
  const [format] = asked;
  if (format === undefined) {
    const ending = options.out ? BY_EXTENSION[extname(options.out).toLowerCase()] : undefined;
    return allowed.find((one) => one === ending) ?? otherwise;
  }
  const found = allowed.find((one) => one === format);
  if (found) return found;
  throw new UserError(`--format: no such format: "${format}"`, `allowed: ${allowed.join(', ')}`, 2);
}
