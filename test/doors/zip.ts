import { inflateRawSync } from 'node:zlib';

/** An entry of a ZIP file: its text, and the moment that is written for it. */
export interface ZipEntry {
  readonly text: string;
  readonly moment: number;
}

/** The entries of a ZIP file by their paths, read from its directory. */
export function unzip(zip: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = new Map<string, ZipEntry>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const bytes = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    entries.set(path, { text: bytes.toString('utf8'), moment: zip.readUInt32LE(local + 10) });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** What is not well-formed in an XML text: a tag that is not closed or not opened, a bare `&` or `<`, a character that XML forbids. */
export function xmlProblems(xml: string): readonly string[] {
  const open: string[] = [];
  const problems: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>/, '');
  const rest = body.replace(
    /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, closing, name, attributes, empty) => {
      if (closing !== '') {
        const last = open.pop();
        if (last !== name) problems.push(`</${name}> closes <${last}>`);
      } else if (empty === '') open.push(name);
      return ` ${attributes} `;
    },
  );
  if (open.length > 0) problems.push(`not closed: ${open.join(', ')}`);
  if (rest.includes('<')) problems.push(`a bare <: ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 40)}`);
  const bare = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(rest);
  if (bare) problems.push(`a bare &: ${rest.slice(bare.index, bare.index + 40)}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(rest))
    problems.push('a forbidden character');
  return problems;
}
