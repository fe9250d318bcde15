export type { Episode, EpisodeMove, EpisodeScope } from './episode.ts';
export { SPECIMEN_FROM, SPECIMEN_SEED, SPECIMEN_TO, specimenColumns } from './specimen.ts';
export { SPECIMEN_LABEL, SPECIMEN_VERSION, writeSpecimen } from './write.ts';
