import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../../src/doors/cli/program.ts';
import { fakeWorld } from '../fakes.ts';
import { shell, TIDEMARK, temporaryFolder } from '../process.ts';

async function offered(line: string): Promise<string[]> {
  const world = fakeWorld();
  const args = ['completion', 'bash', '--', ...line.split(' ')];
  await (await buildProgram(args, world)).command.parseAsync(args, { from: 'user' });
  return world.out
    .join('')
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => one.split('\t')[0] as string);
}

describe('what may stand for the last word', () => {
  it.each([
    ['s', ['scan', 'schema', 'serve']],
    [
      'data ',
      ['compact', 'derive', 'export', 'forget', 'health', 'import', 'list', 'loads', 'migrate', 'remove'],
    ],
    ['scan --fo', ['--format']],
    ['scan --la', ['--lang']],
    ['--lang ', ['en', 'zh-Hans', 'zh-Hant']],
    ['scan --lang zh', ['zh-Hans', 'zh-Hant']],
    ['--lang en exp', ['explain']],
    ['explain --section ', ['drivers', 'flows', 'havens', 'liquidity', 'network']],
    ['cascade --format ', ['docx', 'html', 'json', 'md', 'pdf', 'text']],
    ['data export --format ', ['csv', 'json', 'parquet']],
    ['data export btc-usd ', ['btc-usd', 'fed-assets']],
    ['explain --asset b', ['btc-usd']],
    ['schema ', ['cascade', 'explain', 'scan']],
    ['completion ', ['bash', 'fish', 'zsh']],
    ['scan --out ', []],
    ['scan --json ', []],
    ['nonsense ', []],
  ])('of "%s" is offered', async (line, expected) => {
    const found = await offered(line);
    if (line === 'nonsense ') expect(found).toContain('scan');
    else expect(found).toEqual(expected);
  });

  it('has its meaning beside it', async () => {
    const world = fakeWorld();
    const args = ['completion', 'fish', '--', 'sca'];
    await (await buildProgram(args, world)).command.parseAsync(args, { from: 'user' });
    expect(world.out.join('')).toMatch(/^scan\tWhat fell/);
  });

  it('of a shell that is none is refused with those there are', async () => {
    const world = fakeWorld();
    const { command } = await buildProgram(['completion', 'tcsh'], world);
    await expect(command.parseAsync(['completion', 'tcsh'], { from: 'user' })).rejects.toMatchObject({
      exitCode: 2,
      hint: 'allowed: bash, zsh, fish',
    });
  });
});

describe('a shell that sources the script', () => {
  const folder = temporaryFolder('completion');
  const program = join(folder, 'tidemark');
  writeFileSync(program, `#!/bin/sh\nexec ${TIDEMARK} "$@"\n`);
  chmodSync(program, 0o755);
  const PATH = `${folder}:${process.env.PATH ?? ''}`;
  const has = (name: string) => spawnSync(name, ['-c', 'true']).status === 0;
  const absent = ['zsh', 'fish'].filter((name) => !has(name));
  if (absent.length > 0)
    process.stdout.write(`not run for want of ${absent.join(', ')}: apt-get install ${absent.join(' ')}\n`);

  const inBash = (...words: readonly string[]) => {
    const quoted = ['tidemark', ...words].map((word) => `'${word}'`).join(' ');
    return shell(
      `source <(tidemark completion bash); source <(tidemark completion bash)
       COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _tidemark; printf '%s\\n' "\${COMPREPLY[@]}"`,
      { PATH },
    );
  };

  it('as bash completes verbs, and values of options', async () => {
    const { code, out, err } = await inBash('explain', '--section', '');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual(['drivers', 'flows', 'havens', 'liquidity', 'network']);
  });

  it('as bash runs nothing that stands on the line', async () => {
    const trap = join(folder, 'trap');
    const { out } = await inBash('trace', `scan:x;touch ${trap}#$(touch ${trap})`, '--j');
    expect(out.trim()).toBe('--json');
    expect(spawnSync('test', ['-e', trap]).status).not.toBe(0);
  });

  it.runIf(has('zsh'))('as zsh reads it', async () => {
    const { code, err } = await shell(`tidemark completion zsh > '${folder}/z'; zsh -n '${folder}/z'`, {
      PATH,
    });
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it.runIf(has('fish'))('as fish completes verbs', async () => {
    const { out } = await shell(`fish -c 'tidemark completion fish | source; complete -C "tidemark sca"'`, {
      PATH,
    });
    expect(out).toMatch(/^scan\t/);
  });
});
