import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from '../src/doors/http/api/document.ts';
import { clientSource } from './api-client/client.ts';

// `npm run docs:api`: the document of the API into docs/openapi.json, and the client made from it into examples/client.
const root = join(import.meta.dirname, '..');
const document = await openApi();
writeFileSync(join(root, 'docs/openapi.json'), `${JSON.stringify(document, null, 1)}\n`);
writeFileSync(join(root, 'examples/client/tidemark.ts'), clientSource(document));
process.stdout.write(`${Object.keys(document.paths).length} routes in docs/openapi.json\n`);
