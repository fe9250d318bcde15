/** A name as a part of the path of a figure. */
export function slug(name: string): string {
  return encodeURIComponent(name.trim().toLowerCase().replaceAll(/\s+/g, '-')).replaceAll(/[@;#]/g, '');
}
