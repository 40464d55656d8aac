import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownOn } from '../../playground-server/decode/families/shown-calls.ts';
import { createEngine } from '../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../playground-server/run/engine.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { collectRun, prelude } from './collect-run.ts';

/** Calls that the loader and Node make as well; most have no row. */
const calls = ['eventfd2', 'pread64', 'openat', 'fcntl', 'mmap', 'getresuid'];
const shown = [...shownOn('aio'), { calls, shown: 'own-line' as const, reason: 'to be seen' }];

let engine: Engine;
beforeAll(async () => {
  const bounds = { runsAtOnce: 2, runsWaiting: 8, runsPerClient: 8, typescriptReady: 1 };
  engine = await createEngine(
    { ...bounds, workDir: temporaryFolder('work-dir'), shownOn: () => shown },
    {
      ...unheard,
      troubled(error) {
        queueMicrotask(() => {
          throw error;
        });
      },
    },
  );
});
afterAll(() => engine.close(1000));

const rows = (seen: Awaited<ReturnType<typeof collectRun>>) =>
  seen.calls.map(({ call, name, line, returned }) => ({ call, name, line, returned }));

describe('of calls that everybody makes', () => {
  it('a C program’s tape has those of its own lines, numbered from 1', async () => {
    const source = `#include <sys/eventfd.h>
#include <unistd.h>
int main(void) {
  int fd = eventfd(7, 0);
  char bytes[8];
  return pread(fd, bytes, 8, 0) == -1 ? 0 : 1;
}
`;
    const seen = await collectRun(engine, source);
    expect(rows(seen)).toEqual([
      { call: 1, name: 'eventfd2', line: 4, returned: '3' },
      { call: 2, name: 'pread64', line: 6, returned: '-1' },
    ]);
    expect(seen.outcome).toEqual({ kind: 'exited', status: 0 });
  });

  it('a TypeScript snippet’s tape has those of its own lines, not Node’s', async () => {
    const source = `import koffi from 'koffi';
import { readFileSync } from 'node:fs';
const libc = koffi.load('libc.so.6');
const fd = libc.func('int eventfd(uint count, int flags)')(7, 0);
console.log(readFileSync('/proc/self/comm', 'utf8').length > 0);
libc.func('long pread(int fd, void *bytes, long count, long at)')(fd, Buffer.alloc(8), 8, 0);
`;
    const seen = await collectRun(engine, source, { language: 'typescript' });
    expect(seen.stdout).toBe('true\n');
    expect(rows(seen)).toEqual([
      { call: 1, name: 'eventfd2', line: 4, returned: expect.any(String) },
      { call: 2, name: 'pread64', line: 6, returned: '-1' },
    ]);
    expect(seen.outcome).toEqual({ kind: 'exited', status: 0 });
  });

  it('a snippet may install a filter of its own in Node, whose calls are shown all the same', async () => {
    const source = `import koffi from 'koffi';
const libc = koffi.load('libc.so.6');
const program = Buffer.alloc(16), code = Buffer.alloc(8);
code.writeUInt16LE(6, 0);
code.writeUInt32LE(0x7fff0000, 4);
program.writeUInt16LE(1, 0);
program.writeBigUInt64LE(koffi.address(code), 8);
console.log(libc.func('long syscall(long, long, long, void *)')(317, 1, 0, program));
libc.func('long syscall(long, long)')(207, 0);
libc.func('int eventfd(uint count, int flags)')(7, 0);
`;
    const seen = await collectRun(engine, source, { language: 'typescript' });
    expect(seen.stdout).toBe('0\n');
    expect(seen.calls.map(({ name }) => name)).toEqual(['io_destroy', 'eventfd2']);
  });

  it('one without a row has its registers for arguments', async () => {
    const seen = await collectRun(
      engine,
      `${prelude}int main(void) { syscall(SYS_getresuid, 7L, 0L, 0L); }`,
    );
    const [call] = seen.calls;
    expect(call).toMatchObject({ name: 'getresuid', returned: '-1' });
    expect(call?.arguments).toHaveLength(6);
    expect(call?.arguments[0]).toMatchObject({ name: 'arg1', text: '7' });
  });

  it('one that is granted by its arguments is still refused by them', async () => {
    const seen = await collectRun(
      engine,
      `${prelude}int main(void) {
        TRY("F_GETFD", fcntl(0, F_GETFD));
        TRY("F_NOTIFY", fcntl(0, 1026, 0));
      }`,
    );
    expect(seen.answers).toEqual({ F_GETFD: '0', F_NOTIFY: 'EPERM' });
    expect(seen.calls.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['fcntl', 'kernel'],
      ['fcntl', 'refused'],
    ]);
  });
});
