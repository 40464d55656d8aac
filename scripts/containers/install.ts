import { chmod, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../command.ts';

/** Debian's engine, and what makes base images; only this command needs them. */
const packages = ['docker.io', 'mmdebstrap', 'iproute2'];
const programs = ['/usr/sbin/dockerd', '/usr/bin/mmdebstrap', '/usr/sbin/ip'];

const archive = 'http://deb.debian.org/debian';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Installs the engine where it is missing. Throws a sentence where it cannot be had. */
export async function installEngine(folder: string): Promise<void> {
  if (process.geteuid?.() !== 0) throw new Error('An engine of its own needs root: sudo npm run …');
  const missing = await Promise.allSettled(programs.map((path) => command('test', ['-x', path])));
  if (missing.some(({ status }) => status === 'rejected')) {
    await command('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]).catch(
      (cause: unknown) => {
        throw new Error(`apt-get cannot install ${packages.join(', ')}: ${String(cause)}`, {
          cause,
        });
      },
    );
  }
  await fetchCompose(folder).catch((cause: unknown) => {
    throw new Error(`docker-compose of Debian 13 cannot be had: ${String(cause)}`, { cause });
  });
}

/**
 * Compose v2, of Debian 13: Debian 12 has only its predecessor, which does not know the form of
 * compose.yaml. Nothing is installed: an apt root of its own, verified with Debian's keys.
 */
async function fetchCompose(folder: string): Promise<void> {
  const root = join(folder, 'apt');
  const unpacked = join(root, 'unpacked');
  for (const path of ['lists/partial', 'cache/archives/partial', 'unpacked'])
    await mkdir(join(root, path), { recursive: true });
  await writeFile(
    join(root, 'sources.list'),
    `deb [signed-by=${keyring}] ${archive} trixie main\n`,
  );
  const settings = {
    'Dir::State::lists': join(root, 'lists'),
    'Dir::State::status': '/dev/null',
    'Dir::Cache': join(root, 'cache'),
    'Dir::Etc::sourcelist': join(root, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'APT::Sandbox::User': 'root',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await command('apt-get', [...options, 'update', '-q']);
  await command('apt-get', [
    ...options,
    'install',
    '--download-only',
    '-y',
    '-q',
    '--no-install-recommends',
    'docker-compose',
  ]);
  const archives = join(root, 'cache/archives');
  const [deb] = (await readdir(archives)).filter((name) => name.startsWith('docker-compose_'));
  await command('dpkg', ['-x', join(archives, deb ?? ''), unpacked]);
  const plugin = join(unpacked, 'usr/libexec/docker/cli-plugins/docker-compose');
  await copyFile(plugin, join(folder, 'docker-compose'));
  await chmod(join(folder, 'docker-compose'), 0o755);
}
