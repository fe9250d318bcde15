import { entryOf } from '../../src/data/series/index.ts';
import { SPECIMEN_TO, specimenColumns } from '../../src/data/specimen/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { MS_PER_DAY } from '../../src/data/time.ts';
import { DERIVED, withDerived } from '../../src/measures/derived/index.ts';
import { picture } from '../measure-pages/picture.ts';

/** Fewer values make no line. */
const LEAST = 20;

/** A picture of each derived series of which the specimen has the inputs, by id. */
export async function derivedPictures(): Promise<ReadonlyMap<string, string>> {
  const view = withDerived(
    memoryView(specimenColumns(), (SPECIMEN_TO + 1) * MS_PER_DAY, { entry: entryOf }),
    DERIVED,
  );
  const pictures = new Map<string, string>();
  for (const { id, title } of DERIVED) {
    const { dates, values } = await view.series(id);
    if (dates.length >= LEAST) pictures.set(id, picture(title.en, dates, values));
  }
  return pictures;
}
