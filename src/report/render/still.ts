import type { Picture } from '../document.ts';

/** A picture with every colour written out, for readers that know no style sheet; size in px at 96 dpi. */
export interface StillPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const SIZE = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/;

/**
 * The picture for paper: `var(--name)` is replaced by its colour and the texts get a family.
 * @throws RangeError for a picture without a size or with a colour that has no name
 */
export function stillPicture(
  { svg }: Picture,
  colours: ReadonlyMap<string, string>,
  family: string,
): StillPicture {
  const size = SIZE.exec(svg);
  if (!size) throw new RangeError('a picture has no size; allowed: an <svg> with width and height');
  const painted = svg.replace(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => {
    const colour = colours.get(name);
    if (colour === undefined)
      throw new RangeError(`a picture asks for the colour "${name}", which has no name here`);
    return colour;
  });
  return {
    svg: painted.replace('<svg ', `<svg font-family="${family}" `),
    width: Number(size[1]),
    height: Number(size[2]),
  };
}

/** The pictures that paper shows: none that is for a phone. */
export function paperPictures(pictures: readonly Picture[]): readonly Picture[] {
  return pictures.filter(({ width }) => width !== 'narrow');
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The picture in letters of one font: bold ones get an edge instead, raised digits are set from plain ones. Fonts that share a picture enter
 * a PDF in an order that differs from run to run.
 */
export function inOneFont(svg: string): string {
  return svg
    .replace(/<text\b[^>]*>/g, inOneWeight)
    .replace(
      /[⁰⁴-⁹]/g,
      (digit) => `<tspan baseline-shift="super" font-size="70%">${RAISED.indexOf(digit)}</tspan>`,
    );
}

function inOneWeight(tag: string): string {
  const weight = /font-weight(?:="|:)(\d+|bold)/.exec(tag)?.[1] ?? '400';
  const plain = tag.replace(/ font-weight="[^"]*"/, '').replace(/font-weight:[^;"]*;?/, '');
  const fill = /\bfill(?:="|:)\s*(#[0-9A-Fa-f]{3,8})/.exec(tag)?.[1];
  if (fill === undefined || (weight !== 'bold' && Number(weight) < 600)) return plain;
  return plain.replace('<text', `<text stroke="${fill}" stroke-width=".3"`);
}
