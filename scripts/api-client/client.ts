import type { DocumentedOperation, OpenApi, Parameter } from '../../src/doors/http/api/document.ts';
import { typeOf } from './types.ts';

/** The client of the API as one file without imports, made from the document. */
export function clientSource({ paths, components }: OpenApi): string {
  const routes = Object.entries(paths);
  return `// Made from docs/openapi.json by \`npm run docs:api\`.

${Object.entries(components.schemas)
  .map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`)
  .join('\n\n')}

${routes
  .filter(([, { get }]) => get.parameters.length > 0)
  .map(
    ([, { get }]) =>
      `export interface ${nameOf(get)}Parameters {\n${get.parameters.map(property).join('\n')}\n}`,
  )
  .join('\n\n')}

${SHARED}
/** The routes of the API; \`base\` is the address that \`tidemark serve\` prints. */
export function tidemarkClient(base: string, ask: Ask = fetch) {
  return {
${routes.map(([path, { get }]) => method(path, get)).join('\n')}
  };
}
`;
}

function nameOf({ operationId }: DocumentedOperation): string {
  return `${operationId[0]?.toUpperCase()}${operationId.slice(1)}`;
}

function property({ name, required, description, schema }: Parameter): string {
  const [mark, more] = required ? ['', ''] : ['?', ' | undefined'];
  return `  /** ${description} */\n  readonly ${name}${mark}: ${typeOf(schema)}${more};`;
}

/** Each type that a route sends is a method of its own: the first by the name of the route, the others with their format. */
function method(path: string, operation: DocumentedOperation): string {
  const { operationId, summary, parameters } = operation;
  const type = `${nameOf(operation)}Parameters`;
  const optional = parameters.some(({ required }) => required) ? '' : ' = {}';
  const content = Object.entries(operation.responses['200']?.content ?? {});
  const json = content.find(([one]) => one === 'application/json')?.[1].schema;
  const inPath = JSON.stringify(parameters.filter((one) => one.in === 'path').map(({ name }) => name));
  const open = `(ask, base, ${JSON.stringify(path)}, ${inPath}`;
  const asked = json && content.length > 1 ? `Omit<${type}, 'format'>` : type;
  const taken = parameters.length > 0 ? `asked: ${asked}${optional}` : '';
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
export type Ask = (url: string) => Promise<Response>;

/** What the server answers when it refuses. */
export class TidemarkProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(\`\${problem.detail} (\${problem.hint})\`);
    this.name = 'TidemarkProblem';
    this.problem = problem;
  }
}

async function send(ask: Ask, base: string, path: string, inPath: readonly string[], asked: object): Promise<Response> {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined) as [string, string][];
  const query = new URLSearchParams(given.filter(([name]) => !inPath.includes(name)));
  const parts = new Map(given);
  const filled = path.replace(/\\{(\\w+)\\}/g, (_all, name: string) => encodeURIComponent(parts.get(name) ?? ''));
  const response = await ask(\`\${base}/api/v1\${filled}\${query.size > 0 ? \`?\${query}\` : ''}\`);
  if (!response.ok) throw new TidemarkProblem((await response.json()) as Problem);
  return response;
}
`;
