import { expect, it } from 'vitest';
import { MiB } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { runC, engine, limits } = useSandboxes();

const fill = `
  static void fill(const char *folder) {
    static char block[${MiB}];
    memset(block, 1, sizeof block);
    long written = 0;
    char name[64];
    for (int i = 0; i < 8; i++) {
      snprintf(name, sizeof name, "%s/file%d", folder, i);
      int fd = open(name, O_CREAT | O_WRONLY, 0600);
      if (fd == -1) { printf("%s: %s\\n", folder, strerrorname_np(errno)); return; }
      for (ssize_t n; written < 64L * ${MiB};) {
        if ((n = write(fd, block, ${MiB / 4})) <= 0) break;
        written += n;
        if (lseek(fd, 0, SEEK_CUR) >= 15 * ${MiB}) { errno = 0; break; }
      }
      if (errno) break;
    }
    printf("%s: %ld KiB, %s\\n", folder, written / 1024, strerrorname_np(errno));
  }`;

it('bounds what can be written, in each place and together', async () => {
  const run = await runC(`${fill}
    int main(void) {
      for (int i = 0; i < 4; i++) {
        const char *folders[] = { "/work", "/tmp", "/dev/shm", "/dev" };
        fill(folders[i]);
      }
    }`);
  expect(run.answers).toEqual({
    '/work': '16384 KiB, ENOSPC',
    '/tmp': '8192 KiB, ENOSPC',
    '/dev/shm': '8192 KiB, ENOSPC',
    '/dev': 'EROFS',
  });
  expect((16 + 8 + 8) * MiB).toBe(limits().diskBytes);
});

it('gives all of the published space to the scratch disk, in blocks of 4 KiB', async ({ skip }) => {
  const request = { language: 'c' as const, source: '', conditions: { scratch: 'disk' as const } };
  const why = engine().unavailable(request);
  if (why) skip(why);
  const run = await runC(
    `#include <sys/statvfs.h>
    ${fill}
    int main(void) {
      struct statvfs disk;
      statvfs("/work", &disk);
      TRY("free", disk.f_bavail * disk.f_frsize);
      struct stat file;
      stat("/work", &file);
      TRY("block", file.st_blksize);
      fill("/work");
    }`,
    { conditions: { scratch: 'disk' } },
  );
  expect(run.answers).toMatchObject({
    free: String(limits().diskBytes),
    block: '4096',
    '/work': expect.stringMatching(/ KiB, ENOSPC$/),
  });
  const [written] = run.answers['/work']?.split(' ') ?? [];
  expect(Number(written) * 1024).toBeGreaterThan(limits().diskBytes - MiB);
});

it.each(['tmpfs', 'disk'] as const)(
  'holds a file of 1 GiB that is all holes: %s',
  async (scratch) => {
    const conditions = { scratch };
    if (engine().unavailable({ language: 'c', source: '', conditions })) return;
    const run = await runC(
      `int main(void) {
      int file = open("/work/sparse", O_CREAT | O_RDWR, 0600);
      TRY("size", ftruncate(file, 1L << 30));
      TRY("last", pwrite(file, "x", 1, (1L << 30) - 1));
    }`,
      { conditions },
    );
    expect(run.answers).toEqual({ size: '0', last: '1' });
  },
);

it('ends a program that makes one file too large', async () => {
  const beyond = limits().fileBytes + 1;
  const run = await runC(`
    int main(void) {
      int fd = open("/work/large", O_CREAT | O_WRONLY, 0600);
      puts("before");
      fflush(stdout);
      TRY("ftruncate", ftruncate(fd, ${beyond}));
    }`);
  expect(run.outcome).toEqual({ kind: 'limit-exceeded', limit: 'file-size' });
  expect(run.stdout).toBe('before\n');
});

it('tells a program that ignores SIGXFSZ the errno', async () => {
  const beyond = limits().fileBytes + 1;
  const run = await runC(`
    int main(void) {
      signal(SIGXFSZ, SIG_IGN);
      TRY("ftruncate", ftruncate(open("/work/large", O_CREAT | O_WRONLY, 0600), ${beyond}));
    }`);
  expect(run.answers).toEqual({ ftruncate: 'EFBIG' });
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
});

it('leaves a smaller limit that the program sets itself to the program', async () => {
  const run = await runC(`
    int main(void) {
      setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 4096, 8192 });
      ftruncate(open("/work/large", O_CREAT | O_WRONLY, 0600), 4097);
    }`);
  expect(run.outcome).toEqual({ kind: 'signalled', signal: 'SIGXFSZ' });
});

it('survives as many files and folders as can be made in its time', async () => {
  const run = await runC(`
    int main(void) {
      char name[64];
      for (long i = 0;; i++) {
        snprintf(name, sizeof name, "/work/%ld", i);
        if (i % 2 ? mkdir(name, 0700) : mknod(name, S_IFREG | 0600, 0)) {
          printf("%s\\n", strerrorname_np(errno));
          return 0;
        }
      }
    }`);
  const outcomes = [
    { kind: 'exited', status: 0 },
    { kind: 'limit-exceeded', limit: 'memory' },
    { kind: 'limit-exceeded', limit: 'cpu-time' },
    { kind: 'limit-exceeded', limit: 'wall-time' },
  ];
  expect(outcomes).toContainEqual(run.outcome);
  expect((await runC('int main(void) { return 7; }')).outcome).toEqual({
    kind: 'exited',
    status: 7,
  });
});

it('holds as many descriptors as the limit, and not one more', async () => {
  const run = await runC(`
    int main(void) {
      int last = 0;
      for (int fd; (fd = dup(0)) != -1;) last = fd;
      printf("open: %d %s\\n", last + 1, strerrorname_np(errno));
      TRY("raise", setrlimit(RLIMIT_NOFILE, &(struct rlimit){ 1024, 1024 }));
    }`);
  expect(run.answers).toEqual({
    open: `${limits().openFiles} EMFILE`,
    raise: 'EPERM',
  });
});
