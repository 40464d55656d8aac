import type { InitrdEntry } from './initrd.ts';

type Device = Extract<InitrdEntry, { kind: 'device' }>;

const device = (
  of: Device['of'],
  path: string,
  mode: number,
  ...numbers: Device['numbers']
): Device => ({ kind: 'device', path, of, mode, numbers });

const folder = (path: string): InitrdEntry => ({ kind: 'directory', path });

/** Folders and devices that a machine begins with; Documentation/admin-guide/devices.txt. */
export const initrdTable: readonly InitrdEntry[] = [
  ...['/dev', '/dev/shm', '/proc', '/sys', '/sys/fs', '/sys/fs/cgroup', '/tmp', '/work'].map(
    folder,
  ),
  ...['/lib64', '/lib', '/lib/x86_64-linux-gnu'].map(folder),
  device('characters', '/dev/ttyS0', 0o600, 4, 64),
  device('characters', '/dev/null', 0o666, 1, 3),
  device('characters', '/dev/zero', 0o666, 1, 5),
  device('characters', '/dev/full', 0o666, 1, 7),
  device('characters', '/dev/random', 0o666, 1, 8),
  device('characters', '/dev/urandom', 0o666, 1, 9),
  { kind: 'link', path: '/dev/fd', to: '/proc/self/fd' },
  device('blocks', '/job', 0o400, 98, 0),
  device('blocks', '/disk', 0o600, 98, 16),
  device('blocks', '/loop', 0o600, 7, 0),
];
