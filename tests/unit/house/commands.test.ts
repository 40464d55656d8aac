import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../../scripts/source-files.mjs';
import { systemPackageTable } from '../../../scripts/setup/system-package-table.mjs';

const { scripts, bin } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'scripts' | 'bin',
  Record<string, string>
>;

/** Commands of npm itself that the project names; any other must be one of its scripts. */
const ofNpm = ['audit', 'ci', 'install', 'pack', 'ping', 'prune', 'run', 'sbom', 'start', 'test'];

/** What is wrong with the commands that a text names. */
function wrongCommands(text: string): string[] {
  const wrong: string[] = [];
  const each = (pattern: RegExp, isRight: (name: string) => boolean) => {
    for (const [command, name = ''] of text.matchAll(pattern))
      if (!isRight(name)) wrong.push(command);
  };
  each(/\bnpm run ([\w-]+)/g, (name) => name in scripts);
  each(/\bnpm (start|test)\b/g, (name) => name in scripts);
  // Where a command begins: elsewhere npm is the subject of a sentence.
  each(/(?:^|`|Run: | {2}|&& )npm ([a-z][\w-]*)/gm, (name) => ofNpm.includes(name));
  each(/\bnpx ([a-z][\w-]*)/g, (name) => existsSync(bin[name] ?? `node_modules/.bin/${name}`));
  each(/\bnode ((?:scripts|playground-server)\/[\w./-]+)/g, existsSync);
  each(/\bnpx [a-z]+ run ((?:tests\/)[\w./-]+)/g, existsSync);
  return wrong;
}

const ownFiles = [
  ...globSync(['*.md', '{playground-server,site,cli}/**/*.md', 'deploy/**/*']).filter((path) =>
    /\.(md|yaml|service|dockerignore)$|Dockerfile$/.test(path),
  ),
  ...sourceFiles(['playground-server', 'scripts', 'site', 'cli']).map(({ path }) => path),
  'astro.config.mjs',
  'playwright.config.ts',
  '.ci/run',
];

it.each(ownFiles.filter((path) => /\bnp[mx] |\bnode \w+\//.test(readFileSync(path, 'utf8'))))(
  '%s names only commands that exist',
  (path) => {
    expect(wrongCommands(readFileSync(path, 'utf8'))).toEqual([]);
  },
);

it('a command that does not exist is found', () => {
  expect(
    wrongCommands(
      'npm run build  npm bulid; npx nothing; node scripts/nothing.mjs; npx vitest run tests/none',
    ),
  ).toEqual([
    'npm run build',
    '  npm bulid',
    'npx nothing',
    'node scripts/nothing.mjs',
    'npx vitest run tests/none',
  ]);
});

describe('each script of package.json', () => {
  it.each(Object.entries(scripts))('%s starts something that exists', (_, command) => {
    const [program = ''] = command.replace(/^(?:[A-Z_]+=\S+ )+/, '').split(' ');
    const isThere = program === 'npm' || existsSync(`node_modules/.bin/${program}`);
    expect({ program, isThere }).toEqual({ program, isThere: true });
    for (const file of command.match(/\b[\w-]+\/[\w./-]+\.(?:ts|mjs)\b/g) ?? [])
      expect({ file, isThere: existsSync(file) }).toEqual({ file, isThere: true });
  });

  it('that needs what a fresh clone lacks sets it up first', () => {
    // Scripts that need only npm and Node.
    const selfSufficient = ['audit', 'lock', 'sbom'];
    const others = Object.keys(scripts).filter(
      (name) => !name.startsWith('pre') && !selfSufficient.includes(name),
    );
    const without = others.filter(
      (name) => !scripts[`pre${name}`]?.startsWith('node scripts/setup.mjs'),
    );
    expect(without).toEqual([]);
  });
});

it('what an operator is told to install is what the set-up installs', () => {
  const text = readFileSync('playground-server/run/host/remedy-table.ts', 'utf8');
  const named = /packages = '([^']+)'/.exec(text)?.[1]?.split(' ') ?? [];
  const known = systemPackageTable.map(({ name }) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});
