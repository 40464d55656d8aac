import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What a command that failed may have said last, in characters: a build says a megabyte before. */
const lastWords = 3000;

/**
 * Runs a command, and returns what it printed, without the last line break. Rejects if it fails, with
 * the last that it said.
 */
export async function command(
  file: string,
  args: readonly string[],
  { cwd, env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const done = execute(file, args, {
    ...(cwd && { cwd }),
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  const { stdout } = await done.catch((error: unknown) => {
    const { message, stdout, stderr } = error as CommandFailed;
    const [why = ''] = message.split('\n', 1);
    throw new Error(`${why}\n${stdout.slice(-lastWords)}\n${stderr.slice(-lastWords)}`);
  });
  return stdout.trimEnd();
}

/** What execFile of Node rejects with. */
interface CommandFailed extends Error {
  stdout: string;
  stderr: string;
}
