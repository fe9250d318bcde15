import { type Text, words } from '../../data/series/define.ts';
import type { DerivedEntry } from './entry.ts';

type Given = Omit<DerivedEntry, 'title' | 'meaning' | 'reading' | 'source'> & {
  readonly title: Text;
  readonly meaning: Text;
  readonly reading: Text;
  readonly source?: string;
};

/** An entry with its texts in zh-Hans, zh-Hant and en; a source left out is the definition itself. */
export function derived({ title, meaning, reading, source = 'definition', ...rest }: Given): DerivedEntry {
  return { ...rest, title: words(title), meaning: words(meaning), reading: words(reading), source };
}
