import { Packer } from 'docx';
import type { WordReport } from '../report/index.ts';

/** A report as the bytes of a .docx file: the same for the same report. */
export async function docxBytes({ document, properties }: WordReport): Promise<Uint8Array<ArrayBuffer>> {
  const overrides = [{ path: 'docProps/core.xml', data: properties }];
  return settledZip(new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides)));
}

/** Signatures of a directory entry and of the end of the directory. */
const [ENTRY, END] = [0x02014b50, 0x06054b50];
/** Length of what stands in front of the names, and of an end without a comment. */
const [ENTRY_HEAD, END_HEAD] = [46, 22];
/** 1 January 1980, midnight: the first moment that a ZIP file knows. */
const NO_DATE = 0x0021_0000;

/** The packer writes the time at which it packs into every entry, once before the bytes and once in the directory. */
function settledZip(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_HEAD;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('the packer gave no ZIP file');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < entries; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('the directory of the ZIP file is cut');
    view.setUint32(at + 12, NO_DATE, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, NO_DATE, true);
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += lengths.reduce((sum, length) => sum + length, ENTRY_HEAD);
  }
  return zip;
}
