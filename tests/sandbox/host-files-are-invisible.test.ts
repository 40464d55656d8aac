import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { engine, runC } = useSandboxes();

const projectRoot = new URL('../..', import.meta.url).pathname;

it('lists nothing in its root but libraries, mount points, the program, three files of ours and an empty one', async () => {
  const run = await runC(`
    #include <dirent.h>
    static int plain(const struct dirent *entry) { return entry->d_name[0] != '.'; }
    static void list(const char *path) {
      struct dirent **names;
      int count = scandir(path, &names, plain, alphasort);
      printf("%s:", path);
      for (int i = 0; i < count; i++) printf(" %s", names[i]->d_name);
      printf("\\n");
    }
    int main(void) { list("/"); list("/etc"); list("/lib64"); list("/lib/x86_64-linux-gnu"); list("/work"); list("/tmp"); }`);
  expect(run.stdout.split('\n')).toEqual([
    '/: dev empty etc lib lib64 proc program tmp work',
    '/etc: hostname hosts passwd',
    '/lib64: ld-linux-x86-64.so.2',
    '/lib/x86_64-linux-gnu: libaio.so.1 libc.so.6 libgcc_s.so.1 libm.so.6 libstdc++.so.6',
    '/work:',
    '/tmp:',
    '',
  ]);
});

it('opens no file of a disk, which fsync(2) would make the host write out', async ({ skip }) => {
  const shared = (await engine().preflight()).find(({ name }) => name === 'shared files');
  if (!shared?.ok) skip(shared?.detail ?? 'the preflight does not know shared files');
  const run = await runC(`
    #include <sys/vfs.h>
    static int is_in_memory(const char *path) {
      struct statfs info;
      return statfs(path, &info) ? -1 : info.f_type == 0x01021994;
    }
    int main(void) {
      const char *paths[] = { "/", "/empty", "/lib/x86_64-linux-gnu/libc.so.6", "/program", "/tmp" };
      for (int i = 0; i < 5; i++) TRY(paths[i], is_in_memory(paths[i]));
    }`);
  expect(new Set(Object.values(run.answers))).toEqual(new Set(['1']));
});

it('finds no file of the host under its name', async () => {
  const paths = ['/etc/group', '/etc/shadow', '/home', '/root', '/var', '/usr/bin', '/bin/sh'];
  const all = [...paths, '/sys/kernel', '/run', '/boot', `${projectRoot}package.json`];
  const tries = all.map((path) => `TRY("${path}", open("${path}", O_RDONLY));`).join('\n');
  const run = await runC(`int main(void) { ${tries} }`);
  expect(run.answers).toEqual(Object.fromEntries(all.map((path) => [path, 'ENOENT'])));
});

it('comes out at the same root however far it climbs', async () => {
  const run = await runC(`
    int main(void) {
      TRY("dots", open("/../../../../../../etc/group", O_RDONLY));
      symlink("/../../../etc/group", "/work/link");
      TRY("link", open("/work/link", O_RDONLY));
      TRY("root of itself", open("/proc/self/root/etc/group", O_RDONLY));
      TRY("cwd of itself", open("/proc/self/cwd/../../etc/group", O_RDONLY));
    }`);
  expect(run.answers).toEqual({
    dots: 'ENOENT',
    link: 'ENOENT',
    'root of itself': 'ENOENT',
    'cwd of itself': 'ENOENT',
  });
});

it('sees no process but its own and the supervisor, and nothing inside the supervisor', async () => {
  const run = await runC(`
    #include <ctype.h>
    #include <dirent.h>
    int main(void) {
      struct dirent *entry;
      int processes = 0;
      for (DIR *proc = opendir("/proc"); (entry = readdir(proc));) processes += isdigit(entry->d_name[0]) != 0;
      printf("processes: %d\\n", processes);
      TRY("root", open("/proc/1/root/etc/group", O_RDONLY));
      TRY("environ", open("/proc/1/environ", O_RDONLY));
      TRY("mem", open("/proc/1/mem", O_RDWR));
      TRY("around", open("/proc/self/root/proc/1/mem", O_RDWR));
      TRY("task", open("/proc/1/task/1/mem", O_RDWR));
      TRY("fd", open("/proc/1/fd/1", O_RDWR));
      TRY("hidden", open("/proc/1/x", O_CREAT | O_RDWR, 0600));
    }`);
  expect(run.answers).toEqual({
    processes: '2',
    root: 'ENOENT',
    environ: 'ENOENT',
    mem: 'ENOENT',
    around: 'ENOENT',
    task: 'ENOENT',
    fd: 'ENOENT',
    hidden: 'EROFS',
  });
});

it('can change nothing outside its scratch directories', async () => {
  const places = ['/x', '/lib64/x', '/lib/x86_64-linux-gnu/x', '/dev/x', '/proc/x', '/proc/sys/x'];
  const tries = places.map((path) => `TRY("${path}", open("${path}", O_CREAT | O_RDWR, 0600));`);
  const run = await runC(`
    int main(void) {
      ${tries.join('\n')}
      TRY("program", open("/program", O_WRONLY));
      TRY("itself", open("/proc/self/exe", O_WRONLY));
      TRY("libc", open("/lib/x86_64-linux-gnu/libc.so.6", O_WRONLY));
      TRY("unlink", unlink("/lib/x86_64-linux-gnu/libc.so.6"));
      TRY("chmod", chmod("/program", 0777));
    }`);
  expect(run.answers).toEqual({
    '/x': 'EROFS',
    '/lib64/x': 'EROFS',
    '/lib/x86_64-linux-gnu/x': 'EROFS',
    '/dev/x': 'EROFS',
    '/proc/x': 'ENOENT',
    '/proc/sys/x': expect.stringMatching(/^(ENOENT|EACCES|EROFS)$/),
    program: expect.stringMatching(/^(EROFS|ETXTBSY|EACCES)$/),
    itself: expect.stringMatching(/^(EROFS|ETXTBSY|EACCES)$/),
    libc: expect.stringMatching(/^(EROFS|EACCES)$/),
    unlink: expect.stringMatching(/^(EROFS|EACCES)$/),
    chmod: expect.stringMatching(/^(EROFS|EPERM)$/),
  });
});
