import {
  encodeUtf8,
  type FileChild,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ChartBlock } from '../document.ts';
import { xmlCharacters } from '../escape.ts';
import { plainText } from '../inline.ts';
import { captionParagraphs, gapAfterTable, MEASURE, NO_BORDERS, tableParts } from './docx-tables.ts';
import type { WordContext } from './docx-text.ts';
import { pictureFamilies, twips } from './docx-theme.ts';
import { inOneFont, paperPictures, stillPicture } from './still.ts';
import { paperFonts } from './typst-theme.ts';

export const HALF = 337;
const MULTIPLES = 4;
const GUTTER = 10;

/** One light pixel, where no pixels can be made: a program that cannot show SVG shows a plain field, and the alternative text. */
const FIELD =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4/Pk9AAWyAtbfsNqYAAAAAElFTkSuQmCC';

function picturesOf(context: WordContext, one: ChartBlock, room: number): readonly ImageRun[] {
  return paperPictures(one.draw()).map((picture, index) => {
    const { svg, width, height } = stillPicture(
      picture,
      context.colours,
      pictureFamilies(context.m.language),
    );
    const pixels = context.raster(
      inOneFont(stillPicture(picture, context.colours, paperFonts(context.m.language).ui).svg),
    );
    const shown = one.layout === 'multiples' ? room : Math.min(room, width);
    const transformation = { width: shown, height: (shown * height) / width };
    const name = `${one.id}-${index + 1}`;
    return new ImageRun({
      type: 'svg',
      data: encodeUtf8(svg),
      transformation,
      fallback: { type: 'png', data: pixels ?? FIELD },
      altText: { name, description: xmlCharacters(plainText(one.title)), id: String(context.nextDrawing()) },
    });
  });
}

function pictureParagraphs(pictures: readonly ImageRun[]): readonly Paragraph[] {
  return pictures.map((picture) => new Paragraph({ style: 'Picture', children: [picture] }));
}

/** Cells of one width side by side, without a rule. */
function sideBySide(cells: readonly (readonly FileChild[])[], columns: number): Table {
  const width = Math.floor(twips(MEASURE) / columns);
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cells[row * columns + column] ?? [new Paragraph({})]),
  );
  return new Table({
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (children, index) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: {
                  top: 0,
                  bottom: 0,
                  left: index === 0 ? 0 : twips(GUTTER / 2),
                  right: index === columns - 1 ? 0 : twips(GUTTER / 2),
                },
                children: children as (Paragraph | Table)[],
              }),
          ),
        }),
    ),
  });
}

/** A chart with its caption; its table stands below when it is not folded away. */
export function chartParts(context: WordContext, one: ChartBlock): readonly FileChild[] {
  const caption = captionParagraphs(context, one);
  const table = one.table && one.table.folded === undefined ? tableParts(context, one.table) : [];
  if (one.layout !== 'multiples') {
    const room = one.layout === 'half' ? HALF : MEASURE;
    return [...caption, ...pictureParagraphs(picturesOf(context, one, room)), ...table];
  }
  const small = pictureParagraphs(picturesOf(context, one, MEASURE / MULTIPLES - GUTTER));
  const cells = small.map((picture) => [picture]);
  return [...caption, sideBySide(cells, MULTIPLES), gapAfterTable(), ...table];
}

/** Charts of half the measure in pairs. */
export function halves(charts: readonly (readonly FileChild[])[]): readonly FileChild[] {
  return [sideBySide(charts, 2), gapAfterTable()];
}
