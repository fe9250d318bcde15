import type { DocumentedOperation, OpenApi, Parameter } from '../../src/doors/http/api/document.ts';
import { typeOf } from './types.ts';

/** The client of the API as one file without imports, made from the document. */
export function clientSource({ paths, components }: OpenApi): string {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  return `// Made from docs/openapi.json by \`npm run docs:api\`.

${Object.entries(components.schemas)
  .map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`)
  .join('\n\n')}

${routes
  .filter(({ operation }) => operation.parameters.length > 0)
  .map(
    ({ operation }) =>
      `export interface ${nameOf(operation)}Parameters {\n${operation.parameters.map(property).join('\n')}\n}`,
  )
  .join('\n\n')}

${SHARED}
/** The routes of the API; \`base\` is the address that \`tidemark serve\` prints. */
export function tidemarkClient(base: string, ask: Ask = fetch) {
  return {
${routes.map(caller).join('\n')}
  };
}
`;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: DocumentedOperation;
}

/** Types that are handed on: a stream of events ends when it likes. */
const AS_IT_COMES = ['text/event-stream', '*/*'];

function nameOf({ operationId }: DocumentedOperation): string {
  return `${operationId[0]?.toUpperCase()}${operationId.slice(1)}`;
}

function property({ name, required, description, schema }: Parameter): string {
  const [mark, more] = required ? ['', ''] : ['?', ' | undefined'];
  return `  /** ${description} */\n  readonly ${name}${mark}: ${typeOf(schema)}${more};`;
}

/** Each type that a route sends is a method of its own: the first by the name of the route, the others with their format. */
function caller({ method, path, operation }: Route): string {
  const { operationId, summary, parameters, requestBody } = operation;
  const bodySchema = requestBody?.content['application/json']?.schema;
  const type = bodySchema ? typeOf(bodySchema) : `${nameOf(operation)}Parameters`;
  const optional = parameters.some(({ required }) => required) ? '' : ' = {}';
  const content = Object.entries((operation.responses['200'] ?? operation.responses['202'])?.content ?? {});
  const json = content.find(([one]) => one === 'application/json')?.[1].schema;
  const inPath = JSON.stringify(parameters.filter((one) => one.in === 'path').map(({ name }) => name));
  const open = `(ask, base, '${method.toUpperCase()}', ${JSON.stringify(path)}, ${inPath}`;
  const asked = json && content.length > 1 ? `Omit<${type}, 'format'>` : type;
  const taken = parameters.length > 0 || bodySchema ? `asked: ${asked}${bodySchema ? '' : optional}` : '';
  if (content.some(([one]) => AS_IT_COMES.includes(one))) {
    return `    /** ${summary} */
    async ${operationId}(${taken}): Promise<Response> {
      return send${open}, ${taken ? 'asked' : '{}'});
    },`;
  }
  const asJson = `    /** ${summary} */
    async ${operationId}(${taken}): Promise<${json ? typeOf(json) : 'string'}> {
      return (await send${open}, ${taken ? 'asked' : '{}'})).${json ? `json() as Promise<${typeOf(json)}>` : 'text()'};
    },`;
  if (!json || content.length === 1) return asJson;
  return `${asJson}
    /** The same in another format, as it is sent. */
    async ${operationId}In(format: NonNullable<${type}['format']>, asked: Omit<${type}, 'format'>${optional}): Promise<Response> {
      return send${open}, { ...asked, format });
    },`;
}

const SHARED = `/** What stands in for \`fetch\`. */
export type Ask = (url: string, init: RequestInit) => Promise<Response>;

/** What the server answers when it refuses. */
export class TidemarkProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(\`\${problem.detail} (\${problem.hint})\`);
    this.name = 'TidemarkProblem';
    this.problem = problem;
  }
}

async function send(
  ask: Ask,
  base: string,
  method: string,
  path: string,
  inPath: readonly string[],
  asked: object,
): Promise<Response> {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined) as [string, string][];
  const isPost = method === 'POST';
  const query = new URLSearchParams(isPost ? [] : given.filter(([name]) => !inPath.includes(name)));
  const parts = new Map(given);
  const filled = path.replace(/\\{(\\w+)\\}/g, (_all, name: string) => encodeURIComponent(parts.get(name) ?? ''));
  const url = \`\${base}/api/v1\${filled}\${query.size > 0 ? \`?\${query}\` : ''}\`;
  const body = isPost ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) } : {};
  const response = await ask(url, { method, ...body });
  if (!response.ok) throw new TidemarkProblem((await response.json()) as Problem);
  return response;
}
`;
