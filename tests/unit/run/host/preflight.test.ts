import { expect, it } from 'vitest';
import { checkHost } from '../../../../playground-server/run/host/preflight.ts';
import { timed } from '../../../../playground-server/run/queue/wait-for-slot.ts';

const host = {
  cgroups: null,
  cgroupDetail: 'none',
  disks: null,
  diskDetail: 'none',
  mended: 0,
};
const exited = { kind: 'finished', outcome: { kind: 'exited', status: 0 } } as const;

it('looks at everything else where the work directory cannot be mended, and says so', async () => {
  const noSpace = Object.assign(new Error('ENOSPC: mkdir /srv/work/live-man-1'), {
    code: 'ENOSPC',
  });
  const machinery = { site: { host }, mend: () => Promise.reject(noSpace) };
  const checks = await checkHost(machinery, async function* () {
    yield timed(exited);
  });
  const byName = Object.fromEntries(checks.map((check) => [check.name, check]));
  expect(byName['snippet runs']).toMatchObject({ need: 'required', ok: true });
  expect(byName['work directory']).toMatchObject({
    need: 'optional',
    ok: false,
    detail: expect.stringContaining('disk of the server'),
    remedy: expect.stringContaining('WORK_DIR'),
  });
  expect(JSON.stringify(checks)).not.toContain('/srv');
});
