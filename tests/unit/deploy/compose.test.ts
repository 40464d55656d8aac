import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../../playground-server/config.ts';

interface Service {
  build: { target: string };
  environment: Record<string, string>;
  networks: string[];
  ports?: string[];
}
const { services } = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

it('has a web instance in front of runners that nobody else can reach', () => {
  const runners = Object.entries(services).filter(([, { build }]) => build.target === 'runner');
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
