import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseConfig } from '../../../playground-server/config.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

it('has a default for every variable', () => {
  expect(parseConfig({ HOME: '/home/me' })).toMatchObject({
    kind: 'config',
    config: {
      port: 4321,
      host: '127.0.0.1',
      runsAtOnce: 4,
      runsWaiting: 64,
      runsPerClient: 16,
      runsPerMinute: 300,
      redisUrl: null,
      kernels: ['5.10', '6.1', '6.12', '7.2'].map((id) => ({ id, path: null })),
      kernelsDir: expect.stringMatching(/^\/.*\/\.kernels$/),
      kernelsMirror: 'http://deb.debian.org/debian',
      machinesReady: 1,
      shutdownGraceMs: 6000,
      logLevel: 'info',
      workDir: tmpdir(),
      runners: [],
      traceCollector: null,
      trustProxyHops: 0,
      distDir: expect.stringMatching(/^\/.*\/dist$/),
      frameAncestors: '*',
      apiOrigins: [],
      siteHost: '127.0.0.1:4321',
      securityContact: null,
      links: {
        kind: 'file',
        directory: '/home/me/.local/state/live-man',
        maxLinks: 100_000,
        maxBytes: 256 * 1024 * 1024,
      },
    },
  });
});

it('takes what is set, and treats an empty variable as one that is not set', () => {
  expect(parseConfig({ PORT: '8080', HOST: '', TRUST_PROXY: '1' })).toMatchObject({
    config: { port: 8080, host: '127.0.0.1', trustProxyHops: 1 },
  });
});

it.each([
  [{ PORT: 'abc' }, 'PORT is "abc": it must be a whole number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT is "65536": it must be a whole number from 0 to 65535.'],
  [{ RUNS_AT_ONCE: '0' }, 'RUNS_AT_ONCE is "0": it must be a whole number from 1 to 256.'],
  [{ RUNS_AT_ONCE: '1e3' }, 'RUNS_AT_ONCE is "1e3": it must be a whole number from 1 to 256.'],
  [{ LINKS: 'yes' }, 'LINKS is "yes": it must be on, redis or off.'],
  [
    { LINKS: 'redis' },
    'LINKS is "redis": it must come with a REDIS_URL, where they are to be kept.',
  ],
  [
    { REDIS_URL: 'redis://:secret@' },
    'REDIS_URL is "redis://…@": it must be redis://host:port or rediss://…, with or without user:password@.',
  ],
  [
    { LOG_LEVEL: 'loud' },
    'LOG_LEVEL is "loud": it must be one of trace, debug, info, warn, error, fatal, silent.',
  ],
  [
    { WORK_DIR: '/nowhere' },
    'WORK_DIR is "/nowhere": it must be a directory that the server may write to.',
  ],
  [
    { API_ORIGINS: 'https://a.example/path' },
    'API_ORIGINS is "https://a.example/path": it must be *, or origins such as https://example.org with spaces between.',
  ],
  [
    { API_ORIGINS: 'https://a.example *' },
    'API_ORIGINS is "https://a.example *": it must be *, or origins such as https://example.org with spaces between.',
  ],
  [
    { FRAME_ANCESTORS: 'https://a.example; script-src *' },
    'FRAME_ANCESTORS is "https://a.example; script-src *": it must be *, or origins such as https://example.org with spaces between.',
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    'OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318": it must be the http:// or https:// address of an OTLP collector, without /v1/traces.',
  ],
  [
    { KERNELS: '6.1,my kernel' },
    'KERNELS is "6.1,my kernel": it must be off, or kernels such as 6.1,7.2,mine=/opt/linux.uml.',
  ],
  [
    { KERNELS: 'mine=linux.uml' },
    'KERNELS is "mine=linux.uml": it must be off, or kernels such as 6.1,7.2,mine=/opt/linux.uml.',
  ],
  [
    { KERNELS: 'host=/opt/linux.uml' },
    'KERNELS is "host=/opt/linux.uml": it must be off, or kernels such as 6.1,7.2,mine=/opt/linux.uml.',
  ],
])('names a wrong variable, what it was and what is allowed: %j', (environment, sentence) => {
  expect(parseConfig(environment)).toEqual({ kind: 'wrong', sentences: [sentence] });
});

it.each([
  [{ STATE_DIR: '/srv/state', STATE_DIRECTORY: '/var/lib/live-man' }, '/srv/state'],
  [{ STATE_DIRECTORY: '/var/lib/live-man:/var/lib/other', HOME: '/root' }, '/var/lib/live-man'],
  [{ XDG_STATE_HOME: '/home/me/state', HOME: '/home/me' }, '/home/me/state/live-man'],
])('keeps links where the operator, systemd or XDG says: %j', (environment, directory) => {
  expect(parseConfig(environment)).toMatchObject({ config: { links: { directory } } });
});

it('keeps no links where the operator wants none', () => {
  expect(parseConfig({ LINKS: 'off' })).toMatchObject({ config: { links: null } });
});

it('keeps links in Redis where the operator says so, within the same bounds', () => {
  const environment = { LINKS: 'redis', REDIS_URL: 'redis://cache', LINKS_KEPT: '10' };
  const links = { kind: 'redis', maxLinks: 10, maxBytes: 256 * 1024 * 1024 };
  expect(parseConfig(environment)).toMatchObject({ config: { links } });
});

// Only the sandboxes of root have ids of their own.
it.runIf(process.geteuid?.() === 0)('names the directory that shuts the sandboxes out', () => {
  const closed = temporaryFolder('closed');
  chmodSync(closed, 0o700);
  const workDir = join(closed, 'open');
  mkdirSync(workDir, { mode: 0o755 });
  const sentence = `WORK_DIR is "${workDir}": it must be open to the sandboxes' own ids: chmod o+x ${closed}.`;
  expect(parseConfig({ WORK_DIR: workDir })).toEqual({ kind: 'wrong', sentences: [sentence] });
});

it('offers the kernels that an operator names, some at a path, or none', () => {
  expect(parseConfig({ KERNELS: '6.1, mine=/opt/a=b/linux.uml' })).toMatchObject({
    config: {
      kernels: [
        { id: '6.1', path: null },
        { id: 'mine', path: '/opt/a=b/linux.uml' },
      ],
    },
  });
  expect(parseConfig({ KERNELS: 'off' })).toMatchObject({ config: { kernels: [] } });
});

it('names every wrong variable at once', () => {
  expect(parseConfig({ PORT: '-1', RUNS_WAITING: 'many' })).toMatchObject({
    sentences: [expect.stringContaining('PORT'), expect.stringContaining('RUNS_WAITING')],
  });
});
