import { z } from 'zod';
import { UserError } from '../../../data/errors.ts';
import { parseEvent } from '../../event.ts';
import { AS_OF, ASSUME, EVENT, instantOf, LANG, text, UNIVERSE, WINDOW } from '../arguments.ts';
import { languageFor, tool } from '../tool.ts';

interface Part {
  readonly part: string;
  readonly title: string;
  readonly markdown: string;
}

const FRONT = 'front';
const ALL = 'all';

/** The report, a part at a time. */
export const reportTool = tool({
  name: 'report',
  description:
    'The report in Markdown, a part at a time: its front matter and the list of its parts when none is named.',
  input: z.strictObject({
    asOf: AS_OF,
    universe: UNIVERSE,
    window: WINDOW,
    event: EVENT,
    assume: ASSUME,
    part: text(`${FRONT} (default), a part as listed, such as 1.3, or ${ALL}: some hundreds of kilobytes.`),
    lang: LANG,
  }),
  output: z.strictObject({
    asOf: z.string(),
    dataVersion: z.string(),
    simulated: z.boolean(),
    words: z.string().describe('Markdown.'),
    parts: z.array(z.strictObject({ part: z.string(), title: z.string() })),
  }),
  async call({ asOf, universe, window, event, assume, part = FRONT, lang }, desk, how) {
    const answers = await (await desk.questions()).report(
      {
        asOf: instantOf(asOf),
        universe,
        window,
        event: event === undefined ? undefined : parseEvent(event, 'event'),
        assume,
      },
      how,
    );
    const markdown = await desk.parts.markdown(answers, languageFor(lang, desk));
    const parts = partsOf(markdown);
    const { dataVersion, simulated } = answers.scan;
    return {
      asOf: answers.scan.asOf,
      dataVersion,
      simulated,
      words: part === ALL ? markdown : chosen(part, parts),
      parts: parts.map(({ part, title }) => ({ part, title })),
    };
  },
});

/** Markdown cut before its headings of the first three levels; a part is called by its number, or its title where it has none. */
function partsOf(markdown: string): readonly Part[] {
  return markdown.split(/^(?=#{1,3} )/m).map((piece, index) => {
    const title = /^#+ (.*)/.exec(piece)?.[1] ?? '';
    const name = index === 0 ? FRONT : (/^\d+(?:\.\d+)*/.exec(title)?.[0] ?? title);
    return { part: name, title, markdown: piece };
  });
}

/** @throws UserError (2) with the parts there are. */
function chosen(name: string, parts: readonly Part[]): string {
  const found = parts.find(({ part }) => part === name);
  if (found) return found.markdown;
  throw new UserError(
    `part: no such part: "${name}"`,
    `allowed: ${[...parts.map(({ part }) => part), ALL].join(', ')}`,
    2,
  );
}
