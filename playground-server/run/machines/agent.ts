import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const sourceFolder = fileURLToPath(new URL('../../agent', import.meta.url));

/** Compiles the first process of machines; static, since it runs on kernels with any C library. */
export async function buildAgent(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'live-man-agent-'));
  const output = join(folder, 'agent');
  try {
    const names = (await readdir(sourceFolder)).filter((name) => name.endsWith('.c'));
    const sources = names.map((name) => join(sourceFolder, name));
    await run('gcc', ['-std=gnu17', '-O2', '-static', '-s', '-o', output, ...sources]);
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
