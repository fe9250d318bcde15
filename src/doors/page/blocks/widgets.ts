import type { ComponentType } from 'react';
import { CascadeControls } from '../pages/cascade/controls.tsx';
import { CascadeRun } from '../pages/cascade/run.tsx';
import { FindSeries } from '../pages/data/find-series.tsx';
import { TakeSeries } from '../pages/data/take-series.tsx';

/** Parts that only one page has, by their name in the answer. */
export const WIDGETS: Readonly<Record<string, ComponentType<{ data: never }>>> = {
  'cascade-controls': CascadeControls,
  'cascade-run': CascadeRun,
  'find-series': FindSeries,
  'take-series': TakeSeries,
};
