import type { JsonSchema } from '../../src/doors/http/api/document.ts';

/**
 * The TypeScript type of a JSON Schema, as far as the document of the API uses it.
 * @throws RangeError for a schema that says nothing it knows.
 */
export function typeOf(schema: JsonSchema, indent = ''): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) as string;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const union = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(union)) return union.map((one) => typeOf(one, indent)).join(' | ');
  if (Array.isArray(schema.allOf)) return schema.allOf.map((one) => `(${typeOf(one, indent)})`).join(' & ');
  if (Array.isArray(schema.type)) {
    return schema.type.map((one) => typeOf({ ...schema, type: one }, indent)).join(' | ');
  }
  return ofType(schema, indent);
}

function ofType(schema: JsonSchema, indent: string): string {
  switch (schema.type) {
    case 'object':
      return ofObject(schema, indent);
    case 'array':
      return ofArray(schema, indent);
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
  }
  if (Object.keys(schema).length === 0) return 'unknown';
  throw new RangeError(`no type for the schema ${JSON.stringify(schema).slice(0, 200)}`);
}

function ofArray({ items, prefixItems }: JsonSchema, indent: string): string {
  if (Array.isArray(prefixItems)) {
    return `readonly [${prefixItems.map((one) => typeOf(one, indent)).join(', ')}]`;
  }
  return `readonly (${typeOf((items ?? {}) as JsonSchema, indent)})[]`;
}

function ofObject(schema: JsonSchema, indent: string): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const others = schema.additionalProperties;
  if (properties.length === 0 && typeof others === 'object') {
    return recordOf(schema, typeOf(others as JsonSchema, indent));
  }
  const required = new Set(schema.required as readonly string[] | undefined);
  const within = `${indent}  `;
  const lines = properties.map(
    ([name, one]) =>
      `${within}readonly ${keyOf(name)}${required.has(name) ? '' : '?'}: ${typeOf(one, within)};`,
  );
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function recordOf({ propertyNames, required }: JsonSchema, values: string): string {
  const names = propertyNames ? typeOf(propertyNames as JsonSchema) : 'string';
  const record = `Record<${names}, ${values}>`;
  return names === 'string' || required ? `Readonly<${record}>` : `Readonly<Partial<${record}>>`;
}

function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
