import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

/** A server as an operator starts it: a process of its own, on a free port of the loopback. */
export interface StartedServer {
  url: string;
  /** everything that it has said on stderr */
  log(): string;
  kill(): Promise<void>;
  /** SIGTERM, and the exit status once it has ended */
  stop(): Promise<number | null>;
}

/**
 * Nothing waits for snippets in TypeScript: that is half the work of a start, and few tests run any.
 * Nothing is fetched from elsewhere, either.
 */
const frugal = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  TYPESCRIPT_READY: '0',
  KERNELS: 'off',
};

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the server of a tree, by default the project's, and waits until it listens. */
export async function startServer(
  variables: Record<string, string>,
  tree = project,
): Promise<StartedServer> {
  const child = spawn(process.execPath, [join(tree, 'playground-server/main.ts')], {
    cwd: tree,
    env: { ...frugal, TMPDIR: temporaryFolder('server'), PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  const url = await listeningUrl(child);
  if (url === null) throw new Error(`the server ended at once: ${log}`);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, 'close');
    return child.exitCode;
  };
  return {
    url,
    log: () => log,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

async function listeningUrl(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null;
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listens on (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  return null;
}
