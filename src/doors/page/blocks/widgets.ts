import type { ComponentType } from 'react';
import { FindSeries } from '../pages/data/find-series.tsx';
import { TakeSeries } from '../pages/data/take-series.tsx';

/** Parts that only one page has, by their name in the answer. */
export const WIDGETS: Readonly<Record<string, ComponentType<{ data: unknown }>>> = {
  'find-series': FindSeries,
  'take-series': TakeSeries,
};
