/** Colours for kinds of things: none says good or bad, up or down. */
export type Category = `cat-${1 | 2 | 3 | 4 | 5 | 6 | 7}`;
