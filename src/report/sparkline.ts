const BLOCKS = '▁▂▃▄▅▆▇█';
const FLAT = '▄';

/**
 * Values as a line of blocks, one each: the lowest is the lowest block and the highest the highest one; a blank where there is no value.
 * @see Tufte (2006), Beautiful Evidence: sparklines
 */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const block = (value: number) => BLOCKS[Math.round(((value - low) / span) * (BLOCKS.length - 1))] as string;
  return values.map((value) => (value === null ? ' ' : span > 0 ? block(value) : FLAT)).join('');
}
