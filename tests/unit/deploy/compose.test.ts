import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../../playground-server/config.ts';

interface Service {
  build: { target: string };
  environment: Record<string, string>;
  networks: string[];
  ports?: string[];
  tmpfs: string[];
  stop_grace_period: string;
}
const { services } = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

const runners = Object.entries(services).filter(([, { build }]) => build.target === 'runner');

it('has a web instance in front of runners that nobody else can reach', () => {
  const urls = runners.map(([name]) => `http://${name}:4321`).join(',');
  expect(services['web']?.environment['RUNNERS']).toBe(urls);
  for (const [, { networks, ports }] of runners) {
    expect(networks).toEqual(['runners']);
    expect(ports).toBeUndefined();
  }
});

it('sets only what the server takes', () => {
  for (const { environment } of Object.values(services))
    expect(parseConfig(environment)).toMatchObject({ kind: 'config' });
});

it('mounts what the engine takes for one path with its options each', () => {
  // moby, volume/mounts/linux_parser.go: an absolute path, then a colon and options of mount(8).
  const mount = /^\/[\w/]*(?::(?:(?:size=\d+[kmg]|mode=\d+|exec)(?:,(?!$)|$))+)?$/;
  for (const { tmpfs } of Object.values(services)) {
    expect(tmpfs).toHaveLength(1);
    for (const each of tmpfs) expect(each).toMatch(mount);
  }
  expect('/tmp:size=512m').toMatch(mount);
  expect('mode=1777').not.toMatch(mount);
});

it('lets the toolchain be started from where a runner keeps it', () => {
  for (const [, { tmpfs }] of runners) expect(tmpfs[0]).toMatch(/^\/tmp:.*\bexec\b/);
});

it('counts the runs of readers once, where they arrive', () => {
  for (const [, { environment }] of runners) expect(environment['RUNS_PER_MINUTE']).toBe('0');
  expect(services['web']?.environment['RUNS_PER_MINUTE']).toBeUndefined();
});

it('waits for runs that go on before it kills a server', () => {
  for (const { environment, stop_grace_period: period } of Object.values(services))
    expect(Number.parseInt(period) * 1000).toBeGreaterThan(
      Number(environment['SHUTDOWN_GRACE_MS']) + 5000,
    );
});
