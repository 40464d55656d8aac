import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { command } from '../command.ts';

/** Installs exact versions into a folder, without the scripts of packages. */
export async function install(
  folder: string,
  packages: Readonly<Record<string, string>>,
  archives: readonly string[],
): Promise<void> {
  if (Object.keys(packages).length === 0) return;
  await writeFiles(folder, {
    'package.json': JSON.stringify({ private: true, dependencies: packages }),
  });
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await command('npm', ['install', ...quiet, ...archives], { cwd: folder });
}

export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Starts a program of a package that is installed there, or else one of the machine's. */
export function execute(folder: string, [program = '', ...args]: readonly string[]) {
  const PATH = [join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  return command(program, args, { cwd: folder, env: { ...env, PATH } });
}

/** A build is not a person, whom it would ask for something or tell about. */
const env = { CI: '1', NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
