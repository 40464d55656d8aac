import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const agentFolder = fileURLToPath(new URL('../../agent', import.meta.url));
const wholeRegisters = fileURLToPath(new URL('whole-registers.c', import.meta.url));

/** Compiles the first process of machines; static, since it runs on kernels with any C library. */
export async function buildAgent(): Promise<Buffer> {
  const names = (await readdir(agentFolder)).filter((name) => name.endsWith('.c'));
  return compile(['-static', ...names.map((name) => join(agentFolder, name))]);
}

/** Compiles what the kernels are loaded with; it names no version of the C library, which is theirs. */
export const buildWholeRegisters = (): Promise<Buffer> =>
  compile(['-shared', '-fPIC', '-nostdlib', wholeRegisters]);

async function compile(options: readonly string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'live-man-agent-'));
  const output = join(folder, 'output');
  try {
    await run('gcc', ['-std=gnu17', '-O2', '-s', '-o', output, ...options]);
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
