export { cascadeTool } from './cascade.ts';
export { dataListTool } from './data-list.ts';
export { dataSeriesTool } from './data-series.ts';
export { explainTool } from './explain.ts';
export { reportTool } from './report.ts';
export { scanTool } from './scan.ts';
export { traceTool } from './trace.ts';
