import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../src/doors/cli/program.ts';
import { fakeWorld } from './doors/fakes.ts';
import { temporaryFolder, tidemark } from './doors/process.ts';

const root = join(import.meta.dirname, '..');
const pages = [root, join(root, 'docs')].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== root, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const VERBS = [
  'scan',
  'explain',
  'cascade',
  'report',
  'schema',
  'trace',
  'data',
  'serve',
  'mcp',
  'completion',
];

/** The name that GitHub gives a heading's anchor. */
function anchors(page: string): Set<string> {
  const headings = readFileSync(page, 'utf8').match(/^#{1,6} .+$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe.each(pages.map((page) => relative(root, page)))('%s', (name) => {
  const page = join(root, name);
  const text = readFileSync(page, 'utf8');

  it('has links that lead somewhere', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] as string);
    const broken = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [path, anchor] = link.split('#') as [string, string | undefined];
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(target) || (anchor !== undefined && !anchors(target).has(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|scripts|bench)\/[\w./-]*)`/g)].map(
      (match) => match[1] as string,
    );
    expect(named.filter((path) => !path.includes('NNNN') && !existsSync(join(root, path)))).toEqual([]);
  });

  it('names no address of a machine', () => {
    expect(text).not.toMatch(/\/(?:work|tmp|root|home\/\w+)\//);
  });
});

async function everyCommand(): Promise<Command[]> {
  const { command } = await buildProgram(VERBS, fakeWorld());
  const below = (one: Command): Command[] => [one, ...one.commands.flatMap(below)];
  return below(command);
}

describe('the example of the readme', () => {
  const home = temporaryFolder('readme');
  const LINES = 25;

  it('is what the command prints (REGEN=1 writes it anew)', async () => {
    const { out } = await tidemark(['scan', '--specimen', '--as-of', '2026-02-12', '--home', home]);
    const lines = out
      .split('\n')
      .slice(0, LINES)
      .map((line) => line.trimEnd());
    const wanted = `<!-- example -->\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n<!-- /example -->`;
    const page = join(root, 'README.md');
    const text = readFileSync(page, 'utf8');
    if (process.env.REGEN === '1') {
      writeFileSync(
        page,
        text.replace(/<!-- example -->.*<!-- \/example -->/s, () => wanted),
      );
    } else {
      expect(text).toContain(wanted);
    }
    expect(lines).toHaveLength(LINES);
  });
});

describe('the documentation of the command line', () => {
  const text = ['docs/cli.md', 'docs/data-packs.md', 'README.md']
    .map((name) => join(root, name))
    .filter(existsSync)
    .map((page) => readFileSync(page, 'utf8'))
    .join('\n');

  it('names every verb and every option', async () => {
    const commands = await everyCommand();
    const missing = commands.flatMap((command) => {
      const words = [command.name(), ...command.options.map((option) => option.long ?? option.flags)];
      return words.filter((word) => !text.includes(word)).map((word) => `${command.name()}: ${word}`);
    });
    expect(missing).toEqual([]);
  });

  it('names every exit code and every variable that is read', () => {
    for (const word of ['TIDEMARK_HOME', 'TIDEMARK_LANG', 'TIDEMARK_DEBUG', 'NO_COLOR', '130, 143']) {
      expect(text).toContain(word);
    }
  });
});
