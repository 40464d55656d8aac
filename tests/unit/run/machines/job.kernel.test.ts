import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { captureOf } from '../../../../playground-server/decode/capture/capture-of.ts';
import { x86_64 } from '../../../../playground-server/decode/abi/x86-64.ts';
import { shownOn } from '../../../../playground-server/decode/families/shown-calls.ts';
import { syscallNumber } from '../../../../playground-server/decode/syscall-name.ts';
import { protocolVersion, renderJob } from '../../../../playground-server/run/machines/job.ts';
import { step } from '../../../../playground-server/run/machines/steps.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

const agentFolder = join(import.meta.dirname, '../../../../playground-server/agent');

/** What a C program finds in a job that was compiled with the agent's header. */
function readByAgent(job: Uint8Array): string[] {
  const program = join(temporaryFolder('print-job'), 'print-job');
  const source = join(import.meta.dirname, 'print-job.c');
  execFileSync('gcc', ['-w', '-I', agentFolder, '-o', program, source]);
  return execFileSync(program, { input: job }).toString().trimEnd().split('\n');
}

const lines = (() => {
  const calls = shownOn('files').flatMap((family) =>
    family.calls.map((name) => ({
      ...{ name, nr: syscallNumber(name) ?? 0, isTold: true, addsFilter: false, movesCode: false },
      isQuiet: name === 'io_submit',
      isFollowed: false,
      asks: name === 'io_setup',
      isWait: name === 'io_getevents',
    })),
  );
  const filter = {
    name: 'seccomp',
    nr: 317,
    isTold: false,
    isFollowed: false,
    asks: false,
    isWait: false,
    movesCode: false,
    isQuiet: false,
  };
  const steps = [
    step('setrlimit', 7, [256, 2 ** 40]),
    { ...step('mkdir', 1, [-1]), mayFail: true as const },
  ];
  const { bytes } = renderJob({
    steps,
    calls: [...calls, { ...filter, addsFilter: true }],
    namesFiles: true,
  });
  return readByAgent(bytes);
})();

const linesOf = (word: string) => lines.filter((line) => line.startsWith(`${word} `));

it('has the steps that the agent makes, with what they point to', () => {
  expect(linesOf('version')).toEqual([`version ${protocolVersion}`]);
  expect(linesOf('step')).toEqual(['step 160 setrlimit 7 256', 'step 83 - 1 18446744073709551615']);
});

it('has a plan for every call that is shown, in the layout that the agent reads', () => {
  expect(linesOf('plan')).toHaveLength(shownOn('files').flatMap(({ calls }) => calls).length + 1);
  expect(lines).toContain('plan 206 asks 1 wait 0 filter 0 quiet 0');
  expect(lines).toContain('plan 208 asks 0 wait 1 filter 0 quiet 0');
  expect(lines).toContain('plan 317 asks 0 wait 0 filter 1 quiet 0');
  for (const name of shownOn('files').flatMap(({ calls }) => calls)) {
    const { entry, exit, descriptors } = captureOf(name, x86_64);
    const nr = syscallNumber(name);
    expect(lines.filter((line) => line.startsWith(`entry ${nr}:`))).toHaveLength(
      descriptors.length + entry.length,
    );
    expect(lines.filter((line) => line.startsWith(`exit ${nr}:`))).toHaveLength(exit.length);
  }
});

it('says what is taken as instructions: the stack first, then what arguments lead to', () => {
  // A register of 8 bytes, 152 bytes into the registers: RSP; an address; 16384 elements of a byte.
  expect(linesOf('signal')).toEqual(['signal 0: 0,8,152 4,0,0 5,1,16384 6,0,1']);
  // io_submit(2): RDX is a list of pointers, as long as RSI says, but 64 at most.
  expect(lines).toContain('entry 209: 0,8,96 4,0,0 0,-8,104 5,0,64 6,0,8 7,0,0');
  expect(lines).toContain('plan 209 asks 0 wait 0 filter 0 quiet 1');
  // fsync(2): RDI is a descriptor, 4 bytes with a sign, whose file is named.
  expect(lines).toContain('entry 74: 0,-4,112 11,0,0');
});
