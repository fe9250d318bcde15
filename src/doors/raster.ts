import { deflateSync, inflateSync } from 'node:zlib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Raster } from '../report/index.ts';
import { messagesOf, UNKNOWN_FAMILY } from './typst.ts';

/**
 * Pictures of SVG as pixels, PNG at 144 dpi on white: the compiler of the PDF turns into pixels what stands under a filter, and this filter
 * changes nothing.
 * @param family font of the texts; without it no picture is made, so that no letter is missing in one
 * @param fontFolders searched beside the folders of the system
 */
export function withRaster<T>(family: string, fontFolders: readonly string[], use: (raster: Raster) => T): T {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders] }] });
  try {
    return use((svg) => pngOf(compiler, family, svg));
  } finally {
    compiler.evictCache(0);
  }
}

function pngOf(compiler: NodeCompiler, family: string, svg: string): Uint8Array | undefined {
  const source = `#set page(width: auto, height: auto, margin: 0pt)
#set text(font: ${JSON.stringify(family)}, fallback: false)
#image(bytes(${JSON.stringify(underFilter(svg))}), format: "svg")#hide[a]`;
  const compiled = compiler.compile({ mainFileContent: source });
  const said = [...messagesOf(compiled.takeError()), ...messagesOf(compiled.takeWarnings())];
  if (!compiled.result || said.some((one) => UNKNOWN_FAMILY.test(one))) return undefined;
  return pngIn(Buffer.from(compiler.pdf(compiled.result)));
}

function underFilter(svg: string): string {
  const filter = '<filter id="pixels" x="0" y="0" width="1" height="1"><feOffset dx="0" dy="0"/></filter>';
  const ground = '<rect width="100%" height="100%" fill="#ffffff"/>';
  return svg
    .replace(/<svg [^>]*>/, (tag) => `${tag}${filter}<g filter="url(#pixels)">${ground}`)
    .replace(/<\/svg>\s*$/, '</g></svg>');
}

interface Stream {
  readonly head: string;
  readonly bytes: Buffer;
}

/** The picture of a PDF that shows one, without its transparency. */
function pngIn(pdf: Buffer): Uint8Array | undefined {
  const images = imagesIn(pdf);
  const main = [...images.values()].find(({ head }) => head.includes('/SMask ')) ?? [...images.values()][0];
  if (!main) return undefined;
  const [width, height] = ['Width', 'Height'].map((name) => numberIn(main.head, name)) as [number, number];
  const colours = inflateSync(main.bytes);
  const mask = images.get(numberIn(main.head, 'SMask'));
  const opacity = mask ? inflateSync(mask.bytes) : undefined;
  const channels = main.head.includes('/DeviceGray') ? 1 : 3;
  const rows = Buffer.alloc(height * (1 + width * channels));
  for (let y = 0, at = 0; y < height; y++) {
    rows[at++] = 0;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const share = opacity ? (opacity[pixel] as number) / 255 : 1;
      for (let c = 0; c < channels; c++) {
        rows[at++] = Math.round(255 + ((colours[pixel * channels + c] as number) - 255) * share);
      }
    }
  }
  return png(width, height, channels === 1 ? 0 : 2, rows);
}

const OBJECT = /(\d+) 0 obj\n<<\n((?: {2}.*\n)*?)>>\nstream\n/g;

function imagesIn(pdf: Buffer): ReadonlyMap<number, Stream> {
  const images = new Map<number, Stream>();
  for (const found of pdf.toString('latin1').matchAll(OBJECT)) {
    const head = found[2] as string;
    if (!head.includes('/Subtype /Image')) continue;
    const from = found.index + found[0].length;
    images.set(Number(found[1]), { head, bytes: pdf.subarray(from, from + numberIn(head, 'Length')) });
  }
  return images;
}

function numberIn(head: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+)`).exec(head)?.[1]);
}

/** A PNG file of rows that begin with their filter. */
function png(width: number, height: number, colourType: number, rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Cyclic redundancy check of a chunk. @see PNG specification, annex D */
function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
