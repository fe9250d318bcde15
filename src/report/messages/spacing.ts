/** A name that ends in a Latin letter or digit does not touch the number after it. */
export function before(name: string): string {
  return /[A-Za-z0-9]$/.test(name) ? `${name} ` : name;
}
