const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 does not allow at all, even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text with nothing in it that XML forbids; its own signs are not escaped. */
export function xmlCharacters(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** Text as it may stand in HTML, in SVG, and in their quoted attributes. */
export function escapeHtml(text: string): string {
  return xmlCharacters(text).replace(/[&<>"']/g, (char) => ENTITIES[char] as string);
}

/** Text as it may stand in GitHub-flavoured Markdown, inside a table too. */
export function escapeMarkdown(text: string): string {
  return xmlCharacters(text)
    .replace(/[\\`*_[\]<>|#~]/g, (char) => `\\${char}`)
    .replace(/&/g, '&amp;')
    .replace(/\s*\n\s*/g, ' ');
}
