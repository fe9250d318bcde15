import type { ScanAnswer } from '../diagnosis/scan/answer.ts';

/** A figure as an answer carries it. */
export type Figure = ScanAnswer['joint']['score'];
