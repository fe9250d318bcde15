import type { HealthReport, Marked } from '../../../data/health/report.ts';
import type { LoadRecord } from '../../../data/store/store.ts';
import { formatInstant } from '../../../data/time.ts';
import { aligned } from './columns.ts';

const SHOWN = 12;

/** The health of a store in words and aligned columns. */
export function healthText(report: HealthReport): string {
  const sections = [
    [
      `Store ${report.home}`,
      `  format ${report.format}, ${number(report.series)} series, ${number(report.observations)} observations, ${report.tables.length} tables, ${megabytes(report.bytes)} in ${report.segments} segments`,
      `  latest close ${report.latestClose ?? 'none'}`,
    ],
    section(
      'Damaged files',
      report.damaged.map(({ file, why, loads }) => [file, loads.join(' '), why]),
    ),
    section(
      'Stale series',
      report.stale.map(({ id, last, behind, frequency }) => [
        id,
        last,
        `${behind} ${frequency === 'daily' ? 'sessions' : 'days'} behind`,
      ]),
    ),
    section(
      'Missing sessions',
      report.gaps.map(({ id, missing, latest }) => [id, number(missing), latest.join(' ')]),
    ),
    quarantineSection(report),
    section('Revisions', report.revised.map(markedRow)),
    section('Suspect values', report.suspect.map(markedRow)),
    section('Withdrawn values', report.withdrawn.map(markedRow)),
    section(
      'Tables',
      report.tables.map(({ id, rows }) => [id, number(rows)]),
    ),
    ['Loads', ...loadLines(report.loads)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

export function loadsText(loads: readonly LoadRecord[]): string {
  return loads.length === 0 ? 'no loads\n' : `${loadLines(loads).join('\n')}\n`;
}

function loadLines(loads: readonly LoadRecord[]): string[] {
  return aligned(
    loads.map(({ load, committedAt, label, rows, quarantined, series, forgotten }) => [
      load,
      formatInstant(Math.floor(committedAt / 60_000) * 60_000),
      label,
      `${number(rows)} rows`,
      `${number(series)} series`,
      `${number(quarantined)} quarantined`,
      forgotten ? 'forgotten' : '',
    ]),
  );
}

/** Every reason with its examples, under the count of all rows. */
function quarantineSection({ quarantined }: HealthReport): string[] {
  if (quarantined.length === 0) return [];
  const rows = quarantined.reduce((sum, reason) => sum + reason.rows, 0);
  return [`Quarantined rows (${number(rows)})`, ...aligned(quarantined.flatMap(quarantineRows))];
}

function quarantineRows({ reason, rows, examples }: HealthReport['quarantined'][number]): string[][] {
  return [
    [reason, number(rows), ''],
    ...examples.map(({ series, file, line, date, text }) => [
      '',
      '',
      `${series} ${date} ${line > 0 ? `${file}:${line}` : file} ${text.slice(0, 60)}`,
    ]),
  ];
}

function markedRow({ id, rows }: Marked): string[] {
  return [id, number(rows)];
}

/** A heading with its count and its first rows; nothing when there are none. */
function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const more = rows.length > SHOWN ? [`  … and ${rows.length - SHOWN} more (--json has all)`] : [];
  return [`${title} (${rows.length})`, ...aligned(rows.slice(0, SHOWN)), ...more];
}

function number(n: number): string {
  return n.toLocaleString('en-US');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
