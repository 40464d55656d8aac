import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('starts with nothing in its environment but the working directory', async () => {
  process.env['SECRET_OF_THE_SERVER'] = 'do not tell';
  const run = await runC(`
    extern char **environ;
    int main(int argc, char **argv) {
      for (char **entry = environ; *entry; entry++) puts(*entry);
      printf("arguments %d %s\\n", argc, argv[0]);
    }`);
  expect(run.stdout).toBe('PWD=/work\narguments 1 /program\n');
});

it('starts with no descriptor open but its input, output and errors', async () => {
  const run = await runC(`
    int main(void) {
      for (int fd = 0; fd < 1024; fd++) {
        char link[64], target[256] = "";
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        if (readlink(link, target, sizeof target - 1) > 0) printf("%d %.5s\\n", fd, target);
      }
      TRY("read", read(0, &(char){0}, 1));
      TRY("write to its input", write(0, "x", 1));
      TRY("read its output", read(1, &(char){0}, 1));
    }`);
  expect(run.stdout).toMatch(/^0 \/dev\/\n1 pipe:\n2 pipe:\nread: 0\n/);
  expect(run.answers['read its output']).toBe('EBADF');
});

it('is in a session of its own, without a terminal', async () => {
  const run = await runC(`
    int main(void) {
      TRY("tty", open("/dev/tty", O_RDWR));
      printf("session: %d\\n", getsid(0));
    }`);
  expect(run.answers).toEqual({ tty: 'ENXIO', session: '1' });
});

it('may open its own output again by name', async () => {
  const run = await runC(`
    int main(void) {
      FILE *again = fopen("/dev/stdout", "w"), *errors = fopen("/dev/stderr", "w");
      fputs("said", again);
      fputs("complained", errors);
    }`);
  expect(run).toMatchObject({ stdout: 'said', stderr: 'complained' });
});
