import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('shows all that a program leaves in a pipe which it enlarged', async () => {
  const { stdout } = await runC(`int main(void) {
    static char bytes[200000];
    memset(bytes, 'x', sizeof bytes);
    fcntl(1, F_SETPIPE_SZ, 1 << 20);
    write(1, bytes, sizeof bytes);
  }`);
  expect(stdout).toBe('x'.repeat(200_000));
});

// The end of a program and its last words reach the server by two ways, in either order.
it('shows every line of a program that ends at once, fifty times', async () => {
  const source = `int main(void) {
    for (int i = 0; i < 5; i++) { printf("line %d\\n", i); syscall(SYS_io_uring_setup, 1, NULL); }
    puts("last");
  }`;
  const lines = ['line 0', 'line 1', 'line 2', 'line 3', 'line 4', 'last'];
  for (let i = 0; i < 50; i++) {
    const { stdout } = await runC(source);
    expect(stdout.trim().split('\n').sort()).toEqual(lines.toSorted());
  }
});
