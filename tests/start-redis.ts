import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.ts';

export interface StartedRedis {
  url: string;
  port: number;
  process: ChildProcess;
}

/**
 * Starts a Redis that keeps nothing. Debian's redis-server is redis-check-rdb under another name.
 * Returns null if there is none: install redis-tools.
 */
export async function startRedis(...options: string[]): Promise<StartedRedis | null> {
  const port = await freePort();
  const redis = spawn('redis-check-rdb', ['--port', String(port), '--save', '', ...options], {
    argv0: 'redis-server',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const isStarted = await Promise.race([
    once(redis, 'spawn').then(() => true),
    once(redis, 'error').then(() => false),
  ]);
  if (!isStarted) return null;
  for await (const chunk of redis.stdout) {
    if (String(chunk).includes('Ready to accept connections')) break;
  }
  redis.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, port, process: redis };
}
