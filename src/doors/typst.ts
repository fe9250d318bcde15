import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { UserError } from '../data/errors.ts';
import { settledPdf } from './settled-pdf.ts';

const INSTALL =
  'install Noto CJK (Debian, Ubuntu: apt-get install fonts-noto-cjk), or name a folder that has it in TIDEMARK_FONTS';
const MESSAGE = /message: "((?:[^"\\]|\\.)*)"/g;
/** What the compiler says of a family that is not installed. */
export const UNKNOWN_FAMILY = /unknown font family: (.+)/;
const NO_GLYPH = /could not be displayed with any font/;

/**
 * A source of Typst as PDF/A-2b with its fonts embedded: the same bytes for the same source and fonts.
 * @param fontFolders searched beside the folders of the system
 * @throws UserError (1) when a family of the source is not installed or has not every sign of its texts: never a box for a letter
 */
export function typstPdf(source: string, fontFolders: readonly string[] = []): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders] }] });
  try {
    const compiled = compiler.compile({ mainFileContent: source });
    const said = [...messagesOf(compiled.takeError()), ...messagesOf(compiled.takeWarnings())];
    const family = said.map((one) => UNKNOWN_FAMILY.exec(one)?.[1]).find((one) => one !== undefined);
    if (family !== undefined) throw new UserError(`the font "${family}" is not installed`, INSTALL, 1);
    if (!compiled.result) throw new Error(`the report is no Typst: ${said.join('; ')}`);
    return printed(compiler, compiled.result);
  } finally {
    compiler.evictCache(0);
  }
}

function printed(compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Uint8Array {
  try {
    return settledPdf(compiler.pdf(document, { pdfStandard: 'a-2b' }));
  } catch (error) {
    const said = [...String(error).matchAll(MESSAGE)].map(([, text]) => (text ?? '').replace(/\\"/g, '"'));
    const missing = said.find((one) => NO_GLYPH.test(one));
    if (missing !== undefined) throw new UserError(`no font for a sign: ${missing}`, INSTALL, 1);
    throw error;
  }
}

/** What the compiler says, as texts. */
export function messagesOf(diagnostics: NodeError | null): readonly string[] {
  const short: readonly { readonly message?: string }[] = diagnostics?.shortDiagnostics ?? [];
  return short.map(({ message }) => message ?? '');
}
