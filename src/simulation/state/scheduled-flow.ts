import type { z } from 'zod';
import type { scheduledFlow } from '../sellers/scheduled-flow.ts';
import type { StateReader } from './reading.ts';

/** Nothing is scheduled unless the user says so: no series knows of it. */
export const readScheduledFlow: StateReader<z.infer<typeof scheduledFlow.params>> = async () => ({
  params: () => null,
  readings: [],
  unknowns: [],
  missing: [],
});
