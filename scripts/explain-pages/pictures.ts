import type { SectionId } from '../../src/diagnosis/explain/answer.ts';
import { EXPLAIN_WINDOW, explain } from '../../src/diagnosis/explain/explain.ts';
import type { Block, ChartBlock } from '../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../src/report/explain/index.ts';
import { LIGHT, themeVariables } from '../../src/report/tokens.ts';
import { inventedView } from './invented.ts';
import { seriesOf } from './page.ts';

const COLOURS = new Map<string, string>([...themeVariables(LIGHT), ['up', LIGHT.cool], ['down', LIGHT.warm]]);

/** The first chart of every part of a section that has one, by part. */
export async function picturesOf(section: SectionId): Promise<ReadonlyMap<string, string>> {
  const answer = await explain(inventedView(seriesOf(section)), { window: EXPLAIN_WINDOW, section });
  const stories = storiesOf(
    explainDesk(answer, 'en', () => 0),
    section,
  );
  return new Map(
    stories.flatMap(({ part, blocks }) => {
      const svg = blocks.find(isChart)?.draw()[0]?.svg;
      return svg === undefined ? [] : [[part.id, standing(svg)] as const];
    }),
  );
}

function isChart(block: Block): block is ChartBlock {
  return block.kind === 'chart';
}

/** A picture of the page as a file of its own: the light colours on their paper. */
function standing(svg: string): string {
  const coloured = svg.replace(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => COLOURS.get(name) ?? '#000000');
  const paper = `<rect width="100%" height="100%" fill="${LIGHT.surface}"/>`;
  return `${coloured.replace(/^<svg ([^>]*)>/, (_, rest) => `<svg ${rest} font-family="sans-serif">${paper}`)}\n`;
}
