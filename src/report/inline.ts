import type { Figure } from './figure.ts';

/** Which way a price moved: decides colour, and only colour; the sign is always in the text. */
export type Tone = 'up' | 'down' | 'flat';

/** A figure worded: what every renderer must be able to link to its origin. */
export interface FigureSpan {
  readonly kind: 'figure';
  readonly figure: Figure;
  readonly text: string;
  readonly tone?: Tone;
  /** The value is absent: `text` says so and `figure.why` says why. */
  readonly missing?: boolean;
}

export interface StrongSpan {
  readonly kind: 'strong';
  readonly of: Inline;
}

export interface CodeSpan {
  readonly kind: 'code';
  readonly text: string;
}

/** A short label with a border: simulated, stale, proxy. */
export interface TagSpan {
  readonly kind: 'tag';
  readonly text: string;
  readonly look: 'simulated' | 'amber' | 'plain';
}

export type Span = string | FigureSpan | StrongSpan | CodeSpan | TagSpan;
export type Inline = readonly Span[];
export type Part = Span | Inline;

export function spansOf(part: Part): Inline {
  return Array.isArray(part) ? (part as Inline) : [part as Span];
}

/** Template tag: text and spans in the order in which a language wants them. */
export function line(texts: TemplateStringsArray, ...parts: readonly Part[]): Inline {
  return texts.flatMap((text, index) => {
    const part = parts[index];
    return [...(text === '' ? [] : [text]), ...(part === undefined ? [] : spansOf(part))];
  });
}

export function strong(...parts: readonly Part[]): StrongSpan {
  return { kind: 'strong', of: parts.flatMap(spansOf) };
}

export function joined(parts: readonly Part[], separator: string): Inline {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [separator]), ...spansOf(part)]);
}

/** The words alone, as a screen reader or a title would have them. */
export function plainText(part: Part): string {
  return spansOf(part)
    .map((span) => {
      if (typeof span === 'string') return span;
      return span.kind === 'strong' ? plainText(span.of) : span.text;
    })
    .join('');
}

/** Every figure of a text, in reading order. */
export function figuresOf(part: Part): readonly FigureSpan[] {
  return spansOf(part).flatMap((span) => {
    if (typeof span === 'string') return [];
    if (span.kind === 'strong') return figuresOf(span.of);
    return span.kind === 'figure' ? [span] : [];
  });
}
