import { describe, expect, it } from 'vitest';
import { x86_64 } from '../../../playground-server/decode/abi/x86-64.ts';
import {
  decodeArguments as decodeRecorded,
  decodeExit,
} from '../../../playground-server/decode/decode-arguments.ts';
import { families } from '../../../playground-server/decode/families/families-table.ts';
import { shownOn } from '../../../playground-server/decode/families/shown-calls.ts';
import { shownText } from '../../../playground-server/protocol/index.ts';
import { decodeArguments, type CallSide } from './decode-as-recorded.ts';

const entry: CallSide = { phase: 'entry' };
const exit = (result: bigint): CallSide => ({ phase: 'exit', result });

/** Memory with these bytes at each address, which end where it does. */
const memory =
  (bytes: Readonly<Record<number, Uint8Array | string>>) => (address: bigint, length: number) => {
    const found = bytes[Number(address)];
    if (found === undefined) return null;
    return (typeof found === 'string' ? Buffer.from(`${found}\0`) : found).subarray(0, length);
  };

/** The arguments as a person reads them. */
const read = (
  call: string,
  args: readonly (number | bigint)[],
  side: CallSide,
  bytes: Readonly<Record<number, Uint8Array | string>> = {},
): string =>
  decodeArguments(call, args.map(BigInt), memory(bytes), side)
    .map(({ name, text }) => `${name}=${shownText(text)}`)
    .join(' ');

const rows = families.flatMap(({ calls }) => calls.map(({ name }) => name));

it('has one row for a call, and only for calls that there are', () => {
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.filter((name) => !x86_64.callNumbers.has(name))).toEqual([]);
  expect(rows.length).toBeGreaterThan(200);
});

it('shows on "all" every call that there is, but the two that nobody makes', () => {
  const named = (tape: 'files' | 'all') => shownOn(tape).flatMap(({ calls }) => calls);
  expect(new Set(named('all')).size).toBe(x86_64.callNumbers.size - 1);
  expect(named('files')).not.toContain('getpid');
});

describe('files', () => {
  it('open(2) has a mode only where it may make a file', () => {
    expect(read('openat', [-100, 16, 0o102, 0o640], entry, { 16: 'data' })).toBe(
      'dirfd=AT_FDCWD pathname="data" flags=O_RDWR|O_CREAT mode=0640',
    );
    expect(read('open', [16, 0o4010000, 7], entry, { 16: 'a' })).toBe(
      'pathname="a" flags=O_RDONLY|O_SYNC',
    );
  });

  it('a path that does not end, and one that is nowhere, say so', () => {
    expect(read('unlink', [16], entry, { 16: Buffer.alloc(4096, 'x') })).toMatch(/x"…$/);
    expect(read('unlink', [16], entry)).toBe('pathname=0x10 (unreadable)');
  });

  it('fcntl(2) has the argument that its command takes', () => {
    const lock = Buffer.alloc(32);
    lock.writeInt16LE(1, 0);
    lock.writeBigInt64LE(10n, 16);
    expect(read('fcntl', [3, 3, 99], entry)).toBe('fd=3 op=F_GETFL');
    expect(read('fcntl', [3, 2, 1], entry)).toBe('fd=3 op=F_SETFD arg=FD_CLOEXEC');
    expect(read('fcntl', [3, 6, 16], entry, { 16: lock })).toContain(
      'l_type = F_WRLCK, l_whence = SEEK_SET, l_start = 0, l_len = 10',
    );
  });

  it('what is written is told at the exit as it was at the entry', () => {
    const args = [1n, 16n, 5n];
    const given = decodeArguments('write', args, memory({ 16: 'hello' }), entry);
    const nothing = { ranges: [], notes: [] };
    const side = { name: 'write', args, result: 5n, captured: nothing };
    const atEntry = { arguments: given, captured: nothing };
    const told = decodeExit(side, x86_64, atEntry).arguments;
    expect(told.map(({ text }) => shownText(text))).toEqual(['1', '0x10 "hello"', '5']);
  });

  it('a descriptor has the name of its file, where that was asked', () => {
    const captured = { ranges: [], notes: [], files: [{ descriptor: 3n, path: '/work/data' }] };
    const [fd] = decodeRecorded({ name: 'fsync', args: [3n], result: null, captured }, x86_64);
    expect(fd).toMatchObject({ kind: 'descriptor', value: '3', path: '/work/data' });
    expect(fd && shownText(fd.text)).toBe('3</work/data>');
  });
});

describe('waiting', () => {
  const pollfd = Buffer.from([3, 0, 0, 0, 1, 0, 1, 0]);

  it('poll(2) has what was asked and what came of it', () => {
    expect(read('poll', [16, 1, -1], exit(1n), { 16: pollfd })).toBe(
      'fds=[{fd = 3, events = POLLIN, revents = POLLIN}] nfds=1 timeout=-1',
    );
  });

  it('a set has the descriptors below nfds', () => {
    const set = Buffer.alloc(128);
    set[0] = 0b101000;
    expect(read('select', [5, 16, 0, 0, 0], entry, { 16: set })).toContain('readfds=[3] ');
  });

  it('pipe2(2) has its ends once it has made them', () => {
    const ends = Buffer.from([4, 0, 0, 0, 5, 0, 0, 0]);
    expect(read('pipe2', [16, 0o4000], entry, { 16: ends })).toBe('pipefd=0x10 flags=O_NONBLOCK');
    expect(read('pipe2', [16, 0], exit(0n), { 16: ends })).toBe('pipefd=[4, 5] flags=0');
    expect(read('pipe2', [16, 0], exit(-24n), { 16: ends })).toBe('pipefd=0x10 flags=0');
  });
});

it('an address has the words of its family', () => {
  const inet = Buffer.from([2, 0, 0x1f, 0x90, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  const local = Buffer.concat([Buffer.from([1, 0, 0]), Buffer.from('name\0')]);
  expect(read('connect', [3, 16, 16], entry, { 16: inet })).toContain(
    'addr={sa_family = AF_INET, sin_port = 8080, sin_addr = "127.0.0.1"}',
  );
  expect(read('bind', [3, 16, 7], entry, { 16: local })).toContain('sun_path = "@name"');
});

it('processes: what execve(2) is given, what wait4(2) finds, what clone(2) shares', () => {
  const list = Buffer.alloc(128);
  list.writeBigUInt64LE(64n, 0);
  const bytes = { 16: '/bin/x', 32: list, 64: 'x' };
  expect(read('execve', [16, 32, 0], entry, bytes)).toBe('pathname="/bin/x" argv=["x"] envp=NULL');
  const status = (word: number) =>
    read('wait4', [9, 16, 0, 0], exit(9n), { 16: Buffer.from([word, word >> 8, 0, 0]) });
  expect(status(0x700)).toContain('wstatus=[WEXITSTATUS 7]');
  expect(status(9)).toContain('wstatus=[WTERMSIG SIGKILL]');
  expect(read('clone', [0x11 | 0x100, 0, 0, 0, 0], entry)).toContain('flags=CLONE_VM|SIGCHLD ');
});

it('memory, signals and locks are in the words of their headers', () => {
  const action = Buffer.alloc(32);
  action.writeBigUInt64LE(1n, 0);
  action.writeBigUInt64LE(0x10000000n, 8);
  action.writeBigUInt64LE(2n, 24);
  expect(read('mprotect', [16, 4096, 0], entry)).toBe('addr=0x10 size=4096 prot=PROT_NONE');
  expect(read('rt_sigaction', [10, 16, 0, 8], entry, { 16: action })).toBe(
    'signum=SIGUSR1 act={sa_handler = SIG_IGN, sa_flags = SA_RESTART, sa_mask = [SIGINT]} oldact=NULL sigsetsize=8',
  );
  expect(read('futex', [16, 128, 2, 0, 7, 7], entry)).toBe(
    'uaddr=0x10 op=FUTEX_WAIT|FUTEX_PRIVATE_FLAG val=2 timeout=NULL',
  );
});
