/** A drawing made by the report's own charts. */
export function Drawn({ svg, className }: { svg: string; className: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn and escaped by this program
  return <span className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
