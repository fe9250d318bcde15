export type { Band, Figure, FigureFlag, FigureInput, FigureOf, Formula } from './data/figure.ts';
export type { Panel, PanelColumn, PanelRequest } from './data/panel.ts';
export type { SeriesEntry } from './data/series/entry.ts';
export type { Series, View } from './data/view.ts';
export { type ScanAnswer, scanAnswer } from './diagnosis/scan/answer.ts';
