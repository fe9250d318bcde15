import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cell, column, head } from '../../src/report/compose/cells.ts';
import type { TableBlock } from '../../src/report/document.ts';
import type { FigureSpan } from '../../src/report/inline.ts';
import { bracePaths, placeNotes } from '../../src/report/notes.ts';
import { inventedAnswer } from './answer.ts';

/** What a shell makes of braces: the slow and obvious reading of the short form. */
function expand(path: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/.exec(path);
  if (!match) return [path];
  const [, before, inside, after] = match as unknown as [string, string, string, string];
  return inside.split(',').flatMap((one) => expand(`${before}${one}${after}`));
}

describe('paths written short', () => {
  it('share what they share', () => {
    expect(bracePaths(['a.x.b', 'a.y.b'])).toEqual(['a.{x,y}.b']);
    expect(bracePaths(['.z', '.close'])).toEqual(['.{z,close}']);
    expect(bracePaths([])).toEqual([]);
  });

  const segment = fc.constantFrom('a', 'b', 'c', 'd');
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  property.prop([fc.array(path, { maxLength: 20 })])(
    'expand to the paths they stand for, once each',
    (paths) => {
      const expanded = bracePaths(paths).flatMap(expand);
      expect([...expanded].sort()).toEqual([...new Set(paths)].sort());
    },
  );
});

describe('note numbers of a table', () => {
  const figure = inventedAnswer().joint.score;
  const span = (path: string): FigureSpan => ({
    kind: 'figure',
    figure: { ...figure, id: path },
    text: path,
  });
  const table: TableBlock = {
    kind: 'table',
    id: 't',
    label: '',
    title: [],
    notes: [],
    columns: [head('name', 'name'), column('own', 'own'), column('shared', 'shared')],
    groups: [
      {
        rows: [
          { cells: [cell('a'), cell(span('1')), cell(span('9'))] },
          { cells: [cell('b'), cell(span('2')), cell(span('9'))] },
        ],
      },
    ],
  };

  it('stand at the head of a column of one origin, else at the row', () => {
    const notes = placeNotes(table, ({ id }) => Number(id));
    expect(notes.columns).toEqual([undefined, undefined, 9]);
    expect(table.groups[0]?.rows.map(notes.rowOf)).toEqual([[1], [2]]);
  });
});
