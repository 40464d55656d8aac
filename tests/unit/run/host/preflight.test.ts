import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkHost } from '../../../../playground-server/run/host/preflight.ts';
import { timed } from '../../../../playground-server/run/timed-event.ts';

const host = {
  cgroups: null,
  memory: { isMemory: false, detail: 'not allowed', remove: async () => undefined },
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
  const machinery = { host, mend: () => Promise.reject(noSpace) };
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

it('says which language no snippet runs in, and why, but reveals no paths', async () => {
  const machinery = { host, mend: async () => undefined };
  const checks = await checkHost(
    machinery,
    async function* ({ language }, _queue, _signal, troubled) {
      if (language === 'typescript') troubled(new Error('Node did not start: /srv/node-root/node'));
      const fault = { kind: 'faulted', code: 'sandbox-failed', message: 'It broke.' } as const;
      yield timed(language === 'typescript' ? fault : exited);
    },
  );
  const check = checks.find(({ name }) => name === 'snippet runs');
  expect(check).toMatchObject({ need: 'required', ok: false });
  expect(check?.detail).toMatch(/^typescript: .*It broke.* Node did not start: …$/);
});

describe('a snippet that meets a time limit', () => {
  const limited = { kind: 'finished', outcome: { kind: 'not-compiled' } } as const;
  const machinery = { host, mend: async () => undefined };
  let nowMs = 0;
  beforeEach(() => void vi.spyOn(performance, 'now').mockImplementation(() => nowMs));
  afterEach(() => void vi.restoreAllMocks());

  it('says that the machine is busy, not that anything is missing', async () => {
    const checked = checkHost(machinery, async function* () {
      await nextTurn();
      nowMs = 8000;
      yield timed(limited);
    });
    await expect(checked).rejects.toThrow('too slow: c: ');
  });

  it('is no excuse for what broke, however late', async () => {
    nowMs = 0;
    const fault = { kind: 'faulted', code: 'sandbox-failed', message: 'It broke.' } as const;
    const checks = await checkHost(machinery, async function* () {
      await nextTurn();
      nowMs = 8000;
      yield timed(fault);
    });
    expect(checks.find(({ name }) => name === 'snippet runs')).toMatchObject({ ok: false });
  });

  it('hides nothing that is missing', async () => {
    nowMs = 0;
    const checks = await checkHost(machinery, async function* ({ language }) {
      if (language === 'c') yield timed(limited);
      else {
        await nextTurn();
        nowMs = 8000;
        yield timed(limited);
      }
    });
    expect(checks.find(({ name }) => name === 'snippet runs')).toMatchObject({ ok: false });
  });
});
