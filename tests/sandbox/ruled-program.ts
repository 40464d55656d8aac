import type { Conditions } from '../../playground-server/protocol/index.ts';

/** Rules of each kind, for the program below. */
export const ruledConditions: Conditions = {
  answer: [
    { call: 'io_setup', to: 1, errno: 'ENOMEM' },
    { call: 'io_submit', to: 1, returned: 1 },
    { call: 'io_submit', from: 2, to: 2, errno: 'EAGAIN' },
    { call: 'io_getevents', from: 1, every: 2, returned: 2 },
    { call: 'io_getevents', from: 2, to: 2, event: { res: -5 } },
    { call: 'io_getevents', from: 3, to: 3, event: { res: 1 } },
  ],
};

/** Makes calls that the rules answer, and says what it was told. The prelude precedes it. */
export const ruledProgram = `
#include <poll.h>
#define SUBMIT(count, list) syscall(SYS_io_submit, ctx, (long)(count), list)
#define GET(least, most) syscall(SYS_io_getevents, ctx, (long)(least), (long)(most), events, NULL)
int main(void) {
  int fd = open("file", O_CREAT | O_RDWR, 0600), ends[2];
  aio_context_t ctx = 0;
  TRY("setup", syscall(SYS_io_setup, 8, &ctx));
  TRY("setup again", syscall(SYS_io_setup, 8, &ctx));
  struct iocb cbs[3] = {0}, *list[] = { cbs, cbs + 1, cbs + 2 };
  for (int i = 0; i < 3; i++)
    cbs[i] = (struct iocb){ .aio_lio_opcode = IOCB_CMD_PWRITE, .aio_fildes = fd,
                            .aio_buf = (unsigned long)"abcd", .aio_nbytes = 4 };
  struct io_event events[4] = {0};
  long count = 3, taken;
  __asm__ volatile("syscall" : "=a"(taken), "+S"(count)
                   : "a"(SYS_io_submit), "D"(ctx), "d"(list) : "rcx", "r11", "memory");
  TRY("taken", taken);
  TRY("its argument", count);
  TRY("refused", SUBMIT(2, list + 1));
  TRY("the rest", SUBMIT(2, list + 1));
  TRY("given", GET(3, 3));
  TRY("first res", events[0].res);
  TRY("second res", events[1].res);
  TRY("left", GET(1, 1));
  TRY("third res", events[0].res);
  pipe(ends);
  cbs[0] = cbs[1] = (struct iocb){ .aio_lio_opcode = IOCB_CMD_POLL, .aio_fildes = ends[0], .aio_buf = POLLIN };
  SUBMIT(2, list);
  // Its end wakes the wait in vain: what is made again must still ask for two at most.
  if (fork() == 0) { usleep(20000); _exit(0); }
  if (fork() == 0) { usleep(100000); write(ends[1], "x", 1); pause(); }
  TRY("woken", GET(2, 4));
}`;

export const ruledAnswers = {
  setup: 'ENOMEM',
  'setup again': '0',
  taken: '1',
  'its argument': '3',
  refused: 'EAGAIN',
  'the rest': '2',
  given: '2',
  'first res': '4',
  'second res': '-5',
  left: '1',
  'third res': '1',
  woken: '2',
};

/** Of each call, who answered it, and by which rules. */
export const ruledVerdicts = [
  ['io_setup', 'condition', [1]],
  ['io_setup', 'kernel', undefined],
  ['io_submit', 'condition', [2]],
  ['io_submit', 'condition', [3]],
  ['io_submit', 'kernel', undefined],
  ['io_getevents', 'condition', [4, 5]],
  ['io_getevents', 'condition', [6]],
  ['io_submit', 'kernel', undefined],
  ['io_getevents', 'condition', [4]],
];

/** The same for calls on files, of which the loader and libc make many of their own. */
export const ruledFilesConditions: Conditions = {
  answer: [
    { call: 'openat', to: 1, errno: 'ENOENT' },
    { call: 'openat', from: 3, errno: 'EMFILE' },
    { call: 'pwrite64', to: 1, returned: 2 },
    { call: 'pwrite64', from: 2, to: 2, errno: 'ENOSPC' },
    { call: 'read', from: 2, every: 2, returned: 1 },
    { call: 'fsync', errno: 'EIO' },
    { call: 'ftruncate', from: 2, to: 2, errno: 'EFBIG' },
  ],
};

export const ruledFilesProgram = `
int main(void) {
  char bytes[8] = "";
  int fd;
  TRY("first open", open("file", O_CREAT | O_RDWR, 0600));
  fd = open("file", O_CREAT | O_RDWR, 0600);
  TRY("second open", fd < 0);
  TRY("third open", open("/etc/passwd", O_RDONLY));
  TRY("short", pwrite(fd, "abcdef", 6, 0));
  TRY("full", pwrite(fd, "abcdef", 6, 2));
  TRY("the rest", pwrite(fd, "cdef", 4, 2));
  TRY("whole", read(fd, bytes, 4));
  TRY("one byte", read(fd, bytes, 4));
  TRY("that byte", bytes[0] == 'e');
  TRY("and the next", read(fd, bytes, 4));
  TRY("synced", fsync(fd));
  TRY("synced as data", fdatasync(fd));
  TRY("cut", ftruncate(fd, 3));
  TRY("not cut", ftruncate(fd, 1));
  TRY("is as cut first", lseek(fd, 0, SEEK_END));
  TRY("written", pwrite(fd, "x", 1, 0));
}`;

export const ruledFilesAnswers = {
  'first open': 'ENOENT',
  'second open': '0',
  'third open': 'EMFILE',
  short: '2',
  full: 'ENOSPC',
  'the rest': '4',
  whole: '4',
  'one byte': '1',
  'that byte': '1',
  'and the next': '1',
  synced: 'EIO',
  'synced as data': '0',
  cut: '0',
  'not cut': 'EFBIG',
  'is as cut first': '3',
  written: '1',
};

/** Of each call that a rule answered, by which. */
export const ruledFilesVerdicts = [
  ['openat', [1]],
  ['openat', [2]],
  ['pwrite64', [3]],
  ['pwrite64', [4]],
  ['read', [5]],
  ['fsync', [6]],
  ['ftruncate', [7]],
];
