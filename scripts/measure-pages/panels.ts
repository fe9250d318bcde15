import type { Panel } from '../../src/data/panel.ts';
import { changes } from '../../src/data/panel.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { CROSS_CLASS_15 } from '../../src/data/series/universe.ts';
import { SPECIMEN_TO, specimenColumns } from '../../src/data/specimen/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { MS_PER_DAY } from '../../src/data/time.ts';
import type { Measure } from '../../src/measures/measure.ts';

/** Series on which a measure is drawn, where the rule below has nothing better. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  'ciss-like': ['vix', 'move', 'us-hy-oas', 'vvix'],
  'momentum-factor': ['xlb', 'xlc', 'xle', 'xlf', 'xli', 'xlk', 'xlp', 'xlre', 'xlu', 'xlv', 'xly'],
  'zero-return-share': ['eur-usd'],
};

/** Ids of the specimen on which a measure is drawn: one market, two markets, bars, or fifteen across classes. */
export function exampleSeries(measure: Measure): readonly string[] {
  const special = SPECIAL[measure.id];
  if (special) return special;
  if (measure.input === 'bars') return ['spy.open', 'spy.high', 'spy.low', 'spy'];
  if (measure.input === 'close-and-volume') return ['spy', 'spy.volume'];
  const [fewest, most] = measure.columns;
  if (fewest === 1) return ['sp500'];
  return most === 2 ? ['sp500', 'btc-usd'] : CROSS_CLASS_15.slice(0, most);
}

/** Panels of the specimen, as a measure takes them. */
export function specimenPanels(): (measure: Measure) => Promise<Panel> {
  const view = memoryView(specimenColumns(), (SPECIMEN_TO + 2) * MS_PER_DAY, { entry: entryOf });
  return async (measure) => {
    const panel = await view.panel({ ids: [...exampleSeries(measure)] });
    return measure.input === 'changes' ? asChanges(panel) : panel;
  };
}

/** The panel with each column replaced by its changes, without the first row, which has none. */
export function asChanges(panel: Panel): Panel {
  return {
    ...panel,
    dates: panel.dates.subarray(1),
    columns: panel.columns.map((column) => ({
      ...column,
      values: changes(column).subarray(1),
      times: column.times.subarray(1),
      ...(column.source ? { source: column.source.subarray(1) } : {}),
    })),
  };
}
