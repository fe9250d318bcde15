const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a Host header names this machine's loopback interface, with any port. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase().replace(/:\d{1,5}$/, ''));
}

/** Whether an Origin header is that of a page of this machine; programs send none. */
export function fromHere(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  const found = /^https?:\/\/([^/]+)$/.exec(origin);
  return found !== null && isLoopbackHost(found[1] as string);
}
