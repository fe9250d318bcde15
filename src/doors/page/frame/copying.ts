import { say } from '../state/saying.ts';

/** Puts a text on the clipboard and says so; a browser that refuses says what to copy instead. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say({ text: done });
  } catch {
    say({ text });
  }
}
