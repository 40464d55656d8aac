import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

const run = promisify(execFile);

/** As a stranger who has an account on the host: root's capabilities would prove nothing. */
const unprivileged =
  process.geteuid?.() === 0
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--inh-caps=-all']
    : ['env'];

const wallTimeMs = 10_000;

/**
 * What a program prints on the bare host, without any sandbox: proof that an attempt which fails
 * inside is a real one. Only for programs that do no harm.
 */
export async function runOutside(source: string): Promise<string> {
  const folder = temporaryFolder('attempt-outside');
  await chmod(folder, 0o777);
  const program = join(folder, 'program');
  await writeFile(`${program}.c`, source);
  await run('gcc', ['-std=gnu17', '-w', '-no-pie', '-o', program, `${program}.c`]);
  const options = { cwd: folder, timeout: wallTimeMs };
  const [command = '', ...args] = [...unprivileged, program];
  return (await run(command, args, options)).stdout;
}
