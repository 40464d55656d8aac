import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { FetchStep } from '../../protocol/index.ts';
import { ownName } from '../../sandbox/leftovers.ts';
import { libraryNames, linuxName, loaderName, loopName } from './kernel-files.ts';

const run = promisify(execFile);

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** An index of packages has 10 MB, a kernel with its modules 42 MB. */
const fetchTimeoutMs = 15 * 60_000;

/** Where fetched kernels are kept, and the Debian mirror that they come from. */
export interface KernelStore {
  folder: string;
  mirror: string;
}

/**
 * Fetches a kernel and its suite's C library with an apt of its own, which checks them by Debian's
 * keyring; nothing is installed, and no privilege is needed. Says
 * which step begins, and throws what apt said.
 */
export async function fetchKernel(
  { folder, mirror }: KernelStore,
  id: string,
  suite: string,
  signal: AbortSignal,
  begins: (step: FetchStep) => void,
): Promise<void> {
  const work = await mkdtemp(join(folder, `${ownName()}-`));
  const options = { cwd: work, signal, timeout: fetchTimeoutMs };
  try {
    await writeFile(
      join(work, 'sources.list'),
      `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`,
    );
    await writeFile(join(work, 'apt.conf'), aptConfiguration(work));
    for (const path of ['state/lists/partial', 'cache/archives/partial'])
      await mkdir(join(work, path), { recursive: true });
    await writeFile(join(work, 'state/status'), '');
    begins('index');
    await run('apt-get', ['-c', 'apt.conf', '-qq', 'update'], options);
    begins('packages');
    await run(
      'apt-get',
      ['-c', 'apt.conf', '-qq', 'download', 'user-mode-linux', 'libc6'],
      options,
    );
    begins('unpacking');
    for (const name of await readdir(work))
      if (name.endsWith('.deb')) await run('dpkg', ['-x', name, 'unpacked'], options);
    await keepFiles(work, join(folder, id));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** apt.conf(5): everything below a folder, one suite, one architecture, no translations. */
const aptConfiguration = (work: string): string => `
Dir::State "${work}/state";
Dir::State::status "${work}/state/status";
Dir::Cache "${work}/cache";
Dir::Etc::sourcelist "${work}/sources.list";
Dir::Etc::sourceparts "/dev/null";
APT::Architecture "amd64";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "2";
APT::Update::Error-Mode "any";
`;

/** Keeps what a machine needs, a tenth of the packages; the folder appears when it is whole. */
async function keepFiles(work: string, folder: string): Promise<void> {
  const kept = join(work, 'kept');
  await mkdir(kept);
  const unpacked = join(work, 'unpacked');
  const names = await readdir(unpacked, { recursive: true });
  const wanted = new Set([linuxName, loaderName, loopName, ...libraryNames]);
  for (const name of names) {
    const file = name.slice(dirname(name).length + 1);
    const isWanted =
      wanted.has(file) && /^usr\/bin\/|(^|\/)lib\/x86_64-linux-gnu\/|\/drivers\/block\//.test(name);
    if (isWanted) await copyFile(join(unpacked, name), join(kept, file));
  }
  try {
    await rename(kept, folder);
  } catch (error) {
    // Another server has fetched it meanwhile.
    if (!existsSync(join(folder, linuxName))) throw error;
  }
}
