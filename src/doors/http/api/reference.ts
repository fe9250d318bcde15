import { escapeHtml } from '../../../report/escape.ts';
import { PROBLEMS } from '../problem.ts';
import type { DocumentedOperation, OpenApi, Parameter } from './document.ts';

/** The reference of the API as one page, made from its document; it loads nothing and runs nothing. */
export function referencePage({ info, paths }: OpenApi): string {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ head: `${method.toUpperCase()} ${BASE}${path}`, one })),
  );
  const contents = routes.map(
    ({ head, one }) => `<li><a href="#${one.operationId}">${escapeHtml(head.replace(BASE, ''))}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} API ${info.version}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${info.title} API</h1>
<p>${escapeHtml(info.description)} Version ${info.version}; the document is <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Routes"><ul>${contents.join('')}</ul></nav>
${routes.map(({ head, one }) => section(head, one)).join('\n')}
<h2 id="problems">Problems</h2>
<p>What goes wrong is answered as <code>application/problem+json</code> (RFC 9457): <code>type</code>, <code>title</code>, <code>status</code>, <code>detail</code>, <code>hint</code>, and <code>field</code> where a parameter is wrong.</p>
${table(
  ['type', 'status', 'meaning'],
  Object.entries(PROBLEMS).map(([kind, { status, title }]) => [
    `<code id="${kind}">${kind}</code>`,
    String(status),
    title,
  ]),
)}
</main>
</body>
</html>
`;
}

const BASE = '/api/v1';

function section(head: string, operation: DocumentedOperation): string {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const content = Object.entries((responses['200'] ?? responses['202'])?.content ?? {});
  const body = Object.values(requestBody?.content ?? {})[0]?.schema.$ref;
  const types = content.map(([type, { schema }]) => {
    const name = nameIn(schema.$ref);
    return `<li><code>${type}</code> ${escapeHtml(String(name || schema.description))}</li>`;
  });
  return `<h2 id="${operationId}"><code>${escapeHtml(head)}</code></h2>
<p>${escapeHtml(summary)}</p>${body === undefined ? '' : `\n<p>Its body is JSON: <code>${nameIn(body)}</code>.</p>`}
${parameters.length > 0 ? table(['parameter', 'in', 'meaning'], parameters.map(row)) : ''}
<ul>${types.join('')}</ul>`;
}

function nameIn(ref: unknown): string {
  return typeof ref === 'string' ? (ref.split('/').at(-1) as string) : '';
}

function row({ name, in: place, required, description, schema }: Parameter): string[] {
  const allowed = Array.isArray(schema.enum) ? ` One of ${schema.enum.join(', ')}.` : '';
  const example = Array.isArray(schema.examples)
    ? ` Example: <code>${escapeHtml(String(schema.examples[0]))}</code>`
    : '';
  const words = escapeHtml(`${description}${allowed}`).replace(/`([^`]*)`/g, '<code>$1</code>');
  return [`<code>${name}</code>${required ? ' (required)' : ''}`, place, words + example];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>\n<tr>${heads}</tr>\n${body.join('\n')}\n</table>`;
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:16px/1.6 system-ui,sans-serif}
main{max-width:794px;margin:0 auto;padding:24px 16px}
h2{margin-top:2.5em;font-size:1.1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
td:last-child{overflow-wrap:anywhere}
`;
