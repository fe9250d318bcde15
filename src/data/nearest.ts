/** The known words nearest to a word by edit distance, at most a third of its length away, nearest first. */
export function nearest(word: string, known: readonly string[], count: number): string[] {
  const limit = Math.max(2, Math.ceil(word.length / 3));
  return known
    .map((one) => ({ one, distance: one.startsWith(word) ? 1 : editDistance(word, one) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.one < b.one ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] as number;
}
