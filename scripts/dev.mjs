// @ts-check
/**
 * Astro's dev server with the playground server behind its proxy, both restarting on change, both
 * ended by Ctrl-C. PORT and HOST are the site's; LIVE_MAN_API_PORT is where the proxy finds the API.
 * The answer to a form without JavaScript is the last build's, template and renderer alike.
 */
import { spawn } from 'node:child_process';

const host = process.env.HOST ?? '127.0.0.1';
const port = process.env.PORT ?? '4321';
const apiPort = process.env.LIVE_MAN_API_PORT ?? String(Number(port) + 1);

/** @type {readonly { args: string[], env: Record<string, string> }[]} */
const servers = [
  {
    args: ['--watch', '--watch-preserve-output', 'playground-server/main.ts'],
    env: { PORT: apiPort, HOST: '127.0.0.1' },
  },
  {
    args: ['node_modules/.bin/astro', 'dev', '--port', port, '--host', host],
    env: { LIVE_MAN_API_PORT: apiPort, ASTRO_TELEMETRY_DISABLED: '1' },
  },
];

const children = servers.map(({ args, env }) =>
  spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }),
);

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}

for (const child of children) {
  child.on('exit', (status) => {
    process.exitCode ||= status ?? 0;
    endAll('SIGTERM');
  });
}
// A terminal's Ctrl-C reaches the children as well; if only this process is ended, they must be
// told.
process.on('SIGINT', () => endAll('SIGINT'));
process.on('SIGTERM', () => endAll('SIGTERM'));
