import { z } from 'zod';
import { ENGINE_VERSION } from '../../../diagnosis/answer.ts';
import { PROBLEMS } from '../problem.ts';
import type { Method, Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';

/** A JSON Schema as far as it is read here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

export interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, Response>>;
}

/** An OpenAPI document with the parts that are used here. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, DocumentedOperation>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const COMPONENTS = '#/components/schemas/';

let made: Promise<OpenApi> | undefined;

/** The document of the API, OpenAPI 3.1, made from the schemas when it is first asked for. */
export function openApi(): Promise<OpenApi> {
  made ??= makeDocument();
  return made;
}

async function makeDocument(): Promise<OpenApi> {
  const { API_SCHEMAS } = await import('./schemas.ts');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tidemark',
      version: ENGINE_VERSION,
      description:
        'What fell in the markets, how rare that is, and why, as known at any instant. Served on this machine only.',
    },
    servers: [{ url: '/api/v1' }],
    paths: pathsOf(OPERATIONS),
    components: { schemas: components(API_SCHEMAS) },
  };
}

function pathsOf(operations: readonly Operation[]): OpenApi['paths'] {
  const paths: Record<string, Partial<Record<Method, DocumentedOperation>>> = {};
  for (const one of operations) {
    paths[one.path] = { ...paths[one.path], [one.method ?? 'get']: documented(one) };
  }
  return paths;
}

function components(schemas: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const found = z.toJSONSchema(registry, { uri: (id) => `${COMPONENTS}${id}` }).schemas;
  return Object.fromEntries(
    Object.entries(found).map(([id, { $schema: _schema, $id: _id, id: _name, ...schema }]) => [id, schema]),
  );
}

function documented(operation: Operation): DocumentedOperation {
  const { id, path, summary, parameters, body, schema, others = {}, status = 200 } = operation;
  const content = {
    ...(schema ? jsonOf(schema) : {}),
    ...Object.fromEntries(
      Object.entries(others).map(([type, description]) => [
        type,
        { schema: { type: 'string', description } },
      ]),
    ),
  };
  return {
    operationId: id,
    summary,
    parameters: body === undefined ? parametersOf(path, parameters) : [],
    ...(body === undefined ? {} : { requestBody: { required: true, content: jsonOf(body) } }),
    responses: {
      [status]: { description: summary, content },
      ...(isTagged(operation) ? { 304: { description: 'The reader has it.' } } : {}),
      ...problems(),
    },
  };
}

function jsonOf(name: string) {
  return { 'application/json': { schema: { $ref: `${COMPONENTS}${name}` } } };
}

function isTagged(operation: Operation): boolean {
  return 'serve' in operation ? operation.isFixed === true : operation.standsOn !== undefined;
}

function parametersOf(path: string, parameters: z.ZodObject): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters);
  return Object.entries(properties).map(([name, property]) => {
    const { description = '', ...schema } = property as JsonSchema & { description?: string };
    const place = path.includes(`{${name}}`) ? 'path' : 'query';
    return { name, in: place, required: required.includes(name), description, schema };
  });
}

/** The statuses of problems, one response each: several kinds may share one. */
function problems(): Record<string, Response> {
  const content = { 'application/problem+json': { schema: { $ref: `${COMPONENTS}Problem` } } };
  const found: Record<string, Response> = {};
  for (const { status, title } of Object.values(PROBLEMS)) {
    const before = found[status]?.description;
    found[status] = { description: before ? `${before}; or: ${title}` : title, content };
  }
  return found;
}
