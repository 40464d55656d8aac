import { expect, it } from 'vitest';
import { remedyFor } from '../../../../playground-server/run/host/remedy-table.ts';
import { withoutPaths } from '../../../../playground-server/run/fault-message.ts';

// Errors as a container runtime and a full disk produced them.
it.each([
  ["ENOSPC: no space left on device, copyfile '/usr/include/a.h' -> '/tmp/live-man-1/a.h'", 'room'],
  ['bwrap: execvp /bin/sh: Permission denied', 'noexec'],
  [
    'bwrap: cannot open /proc/sys/user/max_user_namespaces: Read-only file system',
    'systempaths=unconfined',
  ],
  ["bwrap: Can't mount proc on /newroot/proc: Operation not permitted", 'systempaths=unconfined'],
  ['bwrap: Failed to make / slave: Permission denied', 'apparmor=unconfined'],
  ['bwrap: No permissions to create new namespace, likely because', 'unprivileged_userns_clone'],
  ['gcc has no cc1: install gcc, libc6-dev and libaio-dev', 'apt-get install'],
])('%s: %s', (failure, word) => {
  expect(remedyFor(withoutPaths(failure))).toContain(word);
});

it('sends nobody to apt-get for a full disk', () => {
  expect(remedyFor('ENOSPC: no space left on device')).not.toContain('apt-get');
});
