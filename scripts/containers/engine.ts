import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { command } from '../command.ts';

/** A dockerd of our own: nobody else's containers are seen, and none of ours is left. */
export interface Engine {
  docker: (...args: string[]) => Promise<string>;
  /** `docker compose` for deploy/compose.yaml, unchanged; images are not built by it. */
  compose(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/**
 * 'build' has the host's network, which reaches the package registries, and makes no bridge; 'run'
 * makes bridges and rules of iptables, in a network namespace in which nobody else is.
 */
export type EngineNetwork = 'build' | 'run';

const readyWithinMs = 60_000;

/** Starts the engine by hand: no service manager takes part. @param folder for all that it keeps */
export async function startEngine(folder: string, network: EngineNetwork): Promise<Engine> {
  const host = `unix://${join(folder, 'docker.sock')}`;
  const log = openSync(join(folder, `dockerd-${network}.log`), 'a');
  const args = [
    ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
    ...['--pidfile', join(folder, 'docker.pid'), '-H', host],
    ...(network === 'build' ? ['--bridge=none', '--iptables=false'] : []),
  ];
  const daemon = spawn('dockerd', args, { stdio: ['ignore', log, log] });
  const ended = once(daemon, 'exit');
  // Not the builder that asks an image registry for the Dockerfile's syntax.
  const env = { DOCKER_HOST: host, DOCKER_BUILDKIT: '0' };
  const docker = (...parts: string[]) => command('/usr/bin/docker', parts, { env });
  const composeFile = ['-f', 'deploy/compose.yaml'];
  await answering(docker, ended);
  return {
    docker,
    compose: (...parts) =>
      command(join(folder, 'docker-compose'), [...composeFile, ...parts], { env }),
    async stop() {
      daemon.kill('SIGTERM');
      await ended;
      // It leaves the host's network namespace mounted there, and the folder could not be removed.
      await command('umount', [join(folder, 'exec/netns/default')]).catch(() => undefined);
    },
  };
}

async function answering(docker: Engine['docker'], ended: Promise<unknown>): Promise<void> {
  const isOver = ended.then(() => true);
  const untilMs = performance.now() + readyWithinMs;
  for (;;) {
    const answered = await docker('info').then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (await Promise.race([isOver, pause(200, false)]))
      throw new Error('dockerd ended; see its log');
    if (performance.now() > untilMs) throw new Error('dockerd does not answer; see its log');
  }
}
