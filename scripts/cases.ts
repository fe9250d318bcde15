import { existsSync } from 'node:fs';
import { caseFolders, describeCase, loadRunners, passed, runCase } from './case-kit/run.ts';

const [directory] = process.argv.slice(2);
if (directory === undefined || !existsSync(directory)) {
  process.stderr.write(
    `usage: npm run -s cases -- DIR\nDIR is a folder of case folders, each with an expected.json${directory === undefined ? '' : `; there is no ${directory}`}\n`,
  );
  process.exit(2);
}

const folders = caseFolders(directory);
if (folders.length === 0) {
  process.stderr.write(`no folder with an expected.json in ${directory}\n`);
  process.exit(2);
}

// A reader that closes the pipe has seen enough.
process.stdout.on('error', () => process.exit(1));

const runners = await loadRunners();
let allPass = true;
for (const folder of folders) {
  const result = await runCase(folder, runners);
  process.stdout.write(`${describeCase(result)}\n`);
  allPass &&= passed(result);
}
process.exitCode = allPass ? 0 : 1;
