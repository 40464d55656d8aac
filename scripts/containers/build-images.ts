import { cp, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { command } from '../command.ts';
import type { Engine } from './engine.ts';

/** Said before the results: where this differs from what Docker Hub would have given. */
export const standInNote = [
  'The base images are stand-ins, since no image registry takes part: debian:bookworm-slim is',
  "Debian's minimal system by mmdebstrap (it keeps its manuals, and is larger), and",
  "node:24-bookworm-slim the same with this project's Node, this machine's npm and its certificates.",
  'The legacy builder reads the Dockerfile: BuildKit would ask for its # syntax line.',
].join('\n');

const nodeImage = `FROM debian:bookworm-slim
COPY node /usr/local/bin/
COPY npm /usr/local/lib/node_modules/npm
COPY ca-certificates.crt /etc/ssl/certs/
RUN cd /usr/local/bin && for name in npm npx; do \\
      ln -s ../lib/node_modules/npm/bin/$name-cli.js $name; done
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
`;

/** Builds both targets of deploy/Dockerfile, unchanged, and returns the size of each in MB. */
export async function buildImages(
  engine: Engine,
  folder: string,
): Promise<Record<'web' | 'runner', number>> {
  await makeBaseImages(engine, folder);
  const context = join(folder, 'context');
  await copySources(context);
  const sizes = { web: 0, runner: 0 };
  for (const target of ['web', 'runner'] as const) {
    const file = ['-f', join(context, 'deploy/Dockerfile'), '--target', target];
    await engine.docker('build', '--network', 'host', ...file, '-t', `live-man-${target}`, context);
    const size = await engine.docker('image', 'inspect', '-f', '{{.Size}}', `live-man-${target}`);
    sizes[target] = Math.round(Number(size) / 1e6);
  }
  return sizes;
}

async function makeBaseImages(engine: Engine, folder: string): Promise<void> {
  const tar = join(folder, 'bookworm.tar');
  await command('mmdebstrap', ['--quiet', '--variant=minbase', 'bookworm', tar]);
  await engine.docker('import', tar, 'debian:bookworm-slim');
  const context = join(folder, 'node');
  await mkdir(context, { recursive: true });
  const npm = dirname(dirname(await realpath(process.env['npm_execpath'] ?? '/usr/bin/npm')));
  await cp(await realpath(process.execPath), join(context, 'node'));
  await cp(npm, join(context, 'npm'), { recursive: true });
  await cp('/etc/ssl/certs/ca-certificates.crt', join(context, 'ca-certificates.crt'));
  await writeFile(join(context, 'Dockerfile'), nodeImage);
  await engine.docker('build', '-t', 'node:24-bookworm-slim', context);
}

/** What git knows of, as a fresh clone has it; the legacy builder reads no other ignore file. */
async function copySources(context: string): Promise<void> {
  await mkdir(context, { recursive: true });
  const files = (await command('git', ['ls-files', '-z'])).split('\0').filter(Boolean);
  for (const file of files) await cp(file, join(context, file), { recursive: true });
  const ignored = await readFile('deploy/Dockerfile.dockerignore', 'utf8');
  await writeFile(join(context, '.dockerignore'), ignored);
}
