import { TidemarkProblem, tidemarkClient } from './client/tidemark.ts';

// The API through its typed client: `tidemark serve --specimen`, then this with the address that it prints.
const base = process.argv[2] ?? 'http://127.0.0.1:7310';
const tidemark = tidemarkClient(base);

const { joint } = await tidemark.scan({ asof: '2026-02-06T01:00Z' });
const { formula } = await tidemark.trace({ id: joint.score.id });
process.stdout.write(`${joint.score.value} by ${formula?.title.en}\n`);

const first = await tidemark.listSeries({ part: 'gold', limit: '2' });
process.stdout.write(`${first.series.map(({ id }) => id).join(', ')} of ${first.total}\n`);

const csv = await tidemark.observationsIn('csv', { id: 'gold-front', from: '2026-02-02', to: '2026-02-05' });
process.stdout.write(await csv.text());

try {
  await tidemark.scan({ window: 'tomorrow' });
} catch (error) {
  if (!(error instanceof TidemarkProblem)) throw error;
  process.stdout.write(`${error.problem.status} ${error.problem.field}: ${error.message}\n`);
}
