import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientSource } from '../../scripts/api-client/client.ts';
import { typeOf } from '../../scripts/api-client/types.ts';
import { openApi } from '../../src/doors/http/api/document.ts';

const root = join(import.meta.dirname, '..', '..');
const hint = 'npm run docs:api writes it';

describe('the document of the API', () => {
  it('is the one that is committed', async () => {
    expect(JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')), hint).toEqual(
      JSON.parse(JSON.stringify(await openApi())),
    );
  });

  it('names only schemas that it has, and every one of them is used', async () => {
    const document = await openApi();
    const named = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    const found = new Set(named.map((ref) => ref.split('/').at(-1)));
    expect([...found].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });

  it('is what the client in examples was made from', async () => {
    expect(readFileSync(join(root, 'examples/client/tidemark.ts'), 'utf8'), hint).toBe(
      clientSource(await openApi()),
    );
  });
});

describe('the type of a schema', () => {
  it.each([
    [{ type: ['number', 'null'] }, 'number | null'],
    [{ enum: ['a', 'b'] }, '"a" | "b"'],
    [{ $ref: '#/components/schemas/Figure' }, 'Figure'],
    [
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      'readonly (string | null)[]',
    ],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, 'readonly [string, number]'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Readonly<Record<string, number>>'],
    [{ type: 'object', properties: { 'a-b': { type: 'null' } } }, '{\n  readonly "a-b"?: null;\n}'],
    [{}, 'unknown'],
  ])('of %j is %s', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  it('is refused where the schema says something it does not know', () => {
    expect(() => typeOf({ not: {} })).toThrow(RangeError);
  });
});
