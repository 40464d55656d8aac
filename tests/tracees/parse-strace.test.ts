import { expect, it } from 'vitest';
import { parseStrace } from './oracle/parse-strace.ts';
import { straceCommand } from './oracle/strace-command.ts';
import { callText } from './oracle/thread-calls.ts';

const callsIn = (text: string) => parseStrace(text).map((calls) => calls.map(callText));

it('reads results, errnos, and text that looks like either', () => {
  const text = [
    '7 io_setup(4, [0x7f0000000000])     = 0',
    '7 io_submit(0x7f0000000000, 1, [{aio_buf=") = 9", aio_nbytes=5}]) = -1 EBADF (Bad file descriptor)',
    '7 +++ exited with 0 +++',
  ].join('\n');
  expect(callsIn(text)).toEqual([['io_setup = 0', 'io_submit = -1 EBADF']]);
});

it('joins the two halves of calls that overlap, per thread', () => {
  const text = [
    '7 io_getevents(0x1, 1, 1,  <unfinished ...>',
    '8 io_destroy(0x2 <unfinished ...>',
    '7 <... io_getevents resumed>[], NULL) = 1',
    '8 <... io_destroy resumed>)              = -1 EINVAL (Invalid argument)',
  ].join('\n');
  expect(callsIn(text)).toEqual([['io_getevents = 1'], ['io_destroy = -1 EINVAL']]);
});

it('reads the result of a call that is restarted, interrupted by a handler, or never returns', () => {
  const restart = 'io_pgetevents(0x1, 1, 1) = ? ERESTARTNOHAND (To be restarted if no handler)';
  const text = [
    `7 ${restart}`,
    '7 --- SIGSTOP {si_signo=SIGSTOP, si_code=SI_USER, si_pid=1, si_uid=0} ---',
    '7 io_pgetevents(0x1, 1, 1) = 0',
    `7 ${restart}`,
    '7 --- SIGALRM {si_signo=SIGALRM, si_code=SI_KERNEL} ---',
    `7 ${restart}`,
    '7 io_getevents(0x1, 1, 1, 0x2, NULL) = ?',
    '8 io_getevents(0x1, 1, 1,  <unfinished ...>) = ?',
    '9 io_destroy(0 <unfinished ...>',
    '9 +++ killed by SIGKILL +++',
  ].join('\n');
  expect(callsIn(text)).toEqual([
    ['io_pgetevents = 0', 'io_pgetevents = -1 EINTR', 'io_pgetevents = ?', 'io_getevents = ?'],
    ['io_getevents = ?'],
    ['io_destroy = ?'],
  ]);
});

it('reads the result of a call that the kernel goes on with', () => {
  const text = [
    '7 clock_nanosleep(0, 0, {tv_sec=1}, NULL) = ? ERESTART_RESTARTBLOCK (Interrupted by signal)',
    '7 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED} ---',
    '7 restart_syscall(<... resuming interrupted clock_nanosleep ...>) = 0',
  ].join('\n');
  expect(callsIn(text)).toEqual([['clock_nanosleep = 0']]);
});

it('follows a thread that execve gave the pid of its leader', () => {
  const text = [
    '7 io_getevents(0x1, 1, 1,  <unfinished ...>',
    '9 io_destroy(0) = -1 EINVAL (Invalid argument)',
    '7 <... io_getevents resumed> <unfinished ...>) = ?',
    '7 +++ superseded by execve in pid 9 +++',
    '7 io_setup(1, [0x1]) = 0',
  ].join('\n');
  expect(callsIn(text)).toEqual([['io_getevents = ?'], ['io_destroy = -1 EINVAL', 'io_setup = 0']]);
});

it('leaves out what the loader called, where only calls of the program’s own count', () => {
  const text = [
    '7 pread64(3, "", 784, 64) = 784',
    ' > /usr/lib/ld-linux-x86-64.so.2(_dl_catch_error+0x871a) [0x20b9a]',
    '7 io_destroy(0) = -1 EINVAL (Invalid argument)',
    ' > /usr/lib/libc.so.6(syscall+0x19) [0x1]',
    '7 pread64(3, "", 8, 0) = 0',
    ' > /usr/lib/libc.so.6(pread64+0x13) [0xf63d3]',
    ' > /tmp/live-man-native-1/program(main+0x32) [0x1168]',
    '7 pread64(4, "", 8, 0) = 1',
    ' > /usr/lib/libc.so.6(exit+0x1) [0x2]',
    ' > /tmp/live-man-native-1/program(_start+0x21) [0x1071]',
    '8 pread64(5, "", 8, 0) = 2',
    ' > /usr/lib/ld-linux-x86-64.so.2(_dl_catch_error+0x871a) [0x20b9a]',
  ].join('\n');
  const calls = parseStrace(text, new Set(['pread64'])).map((thread) => thread.map(callText));
  expect(calls).toEqual([['io_destroy = -1 EINVAL', 'pread64 = 0']]);
});

it('knows that pids wrap around', () => {
  const text = ['4194303 io_setup(1, 0x1) = 0', '300 io_destroy(0x1) = 0'].join('\n');
  expect(callsIn(text)).toEqual([['io_setup = 0'], ['io_destroy = 0']]);
});

it('gives the places in the program that led to a call, where strace walked the stack', () => {
  const text = [
    '7 io_setup(1, [0x1]) = 0',
    ' > /usr/lib/libc.so.6(syscall+0x19) [0x1]',
    ' > /tmp/live-man-native-1/program(helper+0x3) [0x1143]',
    ' > /tmp/live-man-native-1/program(main+0x32) [0x1168]',
    '7 io_destroy(0 <unfinished ...>) = ?',
  ].join('\n');
  const frames = parseStrace(text).map((calls) => calls.map((call) => call.frames));
  expect(frames).toEqual([[[0x1143, 0x1168], undefined]]);
});

it('asks strace for what may be the loader’s own only where it is wanted', () => {
  expect(straceCommand(new Set(['pread64']), 'stacks').join(' ')).toMatch(
    /trace=\S*,\?pread64 -k$/,
  );
  expect(straceCommand(new Set(), 'calls')).not.toContain('-k');
});
