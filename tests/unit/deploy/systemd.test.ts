import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

const units = ['live-man.service', 'live-man-web.service'];

/** Where the project would be installed; systemd looks whether the program is there. */
const installed = '/srv/live-man/node_modules/.bin/node';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder('live-man-units');
  for (const unit of units) {
    const text = readFileSync(`deploy/systemd/${unit}`, 'utf8');
    writeFileSync(join(folder, unit), text.replace(installed, process.execPath));
  }
});

const isThere = spawnSync('systemd-analyze', ['--version']).status === 0;

// It comes with Debian's package systemd; nothing else in the project needs it.
it.skipIf(!isThere).each(units)('%s is what systemd understands', (unit) => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(folder, unit)], {
    encoding: 'utf8',
  });
  expect({ status, complaints: stderr }).toEqual({ status: 0, complaints: '' });
});

it.skipIf(!isThere)('leaves a web instance able to do next to nothing', () => {
  const args = [
    'security',
    '--offline=true',
    '--threshold=20',
    join(folder, 'live-man-web.service'),
  ];
  expect(() => execFileSync('systemd-analyze', args, { stdio: 'pipe' })).not.toThrow();
});

it("keeps the host's later mounts out of the sandboxes", () => {
  const unit = readFileSync('deploy/systemd/live-man.service', 'utf8');
  expect(unit).toMatch(/^MountFlags=private$/m);
});

it.each(units)('%s waits for runs that go on before it kills the server', (unit) => {
  const text = readFileSync(`deploy/systemd/${unit}`, 'utf8');
  const [, graceMs] = /^Environment=SHUTDOWN_GRACE_MS=(\d+)$/m.exec(text) ?? [];
  const [, stopSeconds] = /^TimeoutStopSec=(\d+)$/m.exec(text) ?? [];
  expect(Number(stopSeconds) * 1000).toBeGreaterThan(Number(graceMs) + 5000);
});

it('leaves out whatever the sandboxed programs would inherit or trip over', () => {
  const directives = readFileSync('deploy/systemd/live-man.service', 'utf8').match(/^\w+(?==)/gm);
  const harmful =
    /^(Restrict(Namespaces|AddressFamilies|Realtime|SUIDSGID)|SystemCall\w+|MemoryDenyWriteExecute|LockPersonality|PrivateDevices|DynamicUser|Protect(Proc|Clock|Hostname|Kernel\w+|ControlGroups)|ProcSubset)$/;
  expect(directives?.filter((name) => harmful.test(name))).toEqual([]);
});
