const includes = [
  '#include <linux/aio_abi.h>',
  '#include <fcntl.h>',
  '#include <stdio.h>',
  '#include <sys/syscall.h>',
  '#include <unistd.h>',
];

/** A program of one statement a line, of which the first is on the line `firstStatement`. */
const program = (...statements: string[]): string =>
  [...includes, 'aio_context_t ctx;', 'int main(void) {', ...statements, 'return 0; }'].join('\n');

/** Line of the first statement of a program. */
export const firstStatement = includes.length + 3;

export const endless = program('syscall(SYS_io_setup, 1, &ctx);', 'pause();');
/** Waits for an event that never comes. */
export const waiting = program(
  'struct io_event event;',
  'syscall(SYS_io_setup, 1, &ctx);',
  'syscall(SYS_io_getevents, ctx, 1L, 1L, &event, 0);',
);
export const undeclared = program('int answer = unknown;', 'printf("%d", answer);');
export const crash = program('int *volatile nowhere = 0;', '*nowhere = 1;');
export const bothStreams = program('puts("to stdout");', 'fputs("to stderr", stderr);');
/** One line with 40 calls that are alike, one with 300 that differ, and an error far below. */
export const manyCalls = program(
  'aio_context_t none = 0;',
  'syscall(SYS_io_setup, 1, &ctx);',
  'for (int i = 0; i < 40; i++) syscall(SYS_io_setup, 0, &none);',
  'for (long i = 0; i < 300; i++) syscall(SYS_io_getevents, ctx, 0L, i, 0, 0);',
  'syscall(SYS_io_destroy, 0L);',
);
/** Six hundred calls of which no two are alike, so that none is folded. */
export const unlikeCalls = program(
  'syscall(SYS_io_setup, 1, &ctx);',
  'for (long i = 0; i < 600; i++) syscall(SYS_io_getevents, ctx, 0L, i, 0, 0);',
  'syscall(SYS_io_destroy, ctx);',
);
export const threeInALoop = program(
  'for (int i = 0; i < 3; i++)',
  'syscall(SYS_io_setup, 0, &ctx);',
);
/** Reads from a file that there is not, and looks at nothing that it is told. */
export const lostFile = program(
  'syscall(SYS_io_setup, 1, &ctx);',
  'int fd = open("nowhere", 0);',
  'struct iocb request = { .aio_fildes = fd }, *list[] = { &request };',
  'syscall(SYS_io_submit, ctx, 1L, list);',
);
