import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';
import { systemPackageTable } from '../../../scripts/setup/system-package-table.mjs';

const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');

it('is a Dockerfile that a linter finds nothing wrong with', () => {
  expect(
    validate(dockerfile).map(
      ({ message, range }) => `${range.start.line + 1}: ${JSON.stringify(message)}`,
    ),
  ).toEqual([]);
});

it('installs in a runner what setup installs on a machine, and nothing else', () => {
  const [, list = ''] = /apt-get install([\s\S]*?)&&/.exec(dockerfile) ?? [];
  const named = list.split(/[\s\\]+/).filter((word) => /^[a-z]/.test(word));
  const wanted = systemPackageTable.filter(({ testsOnly }) => !testsOnly).map(({ name }) => name);
  expect(named).toEqual(wanted);
});

it('takes the steps that setup takes: the lock as it is, then the site', () => {
  const steps = [...dockerfile.matchAll(/^RUN (npm ci|npx astro build)/gm)].map(([, step]) => step);
  expect(steps).toEqual(['npm ci', 'npx astro build']);
  expect(dockerfile).toContain('&& node scripts/keep-server-packages.mjs');
});

it('gives a web instance no compiler, and neither image the root user', () => {
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const stage = (name: string) => stages.find((text) => text.startsWith(`server AS ${name}`)) ?? '';
  expect(stage('web')).not.toContain('apt-get');
  expect(stage('runner')).not.toContain('COPY');
  for (const name of ['web', 'runner']) expect(stage(name)).toMatch(/^USER 10001:10001$/m);
});
