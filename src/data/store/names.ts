/** Name of a load as people type it; its number is that of its record in the log. */
export function loadName(load: number): string {
  return `load-${load}`;
}

/** Begin of the names of the files of a commit; the process is in it, so that two writers never share a name. */
export function fileName(kind: 'load' | 'forget' | 'compact', number: number): string {
  return `${kind}-${number}-${process.pid}`;
}
