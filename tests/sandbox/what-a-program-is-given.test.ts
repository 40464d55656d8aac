import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { testEngine } from '../tracees/oracle/run-on-engine.ts';
import { collectRun } from './collect-run.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close(0));

const source = `#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    char bytes[4096];
    long all = 0, got;
    for (int at = 1; at < argc; at++)
        printf("%s|", argv[at]);
    int again = open("/dev/stdin", O_RDONLY);
    while ((got = read(0, bytes, sizeof bytes)) > 0)
        all += got;
    printf("%ld %d %d\\n", all, again > 0, geteuid() == getuid());
}
`;

it('what would be an option of the sandbox is an argument of the program', async () => {
  const words = ['--bind', '/', '/', '--', '--uid', '0', '$(id)', ';id', '-', '', '\u202e'];
  const seen = await collectRun(engine, source, { arguments: words });
  expect(seen.stdout).toBe(`${words.join('|')}|0 1 1\n`);
});

it('a program reads all of 64 KiB, from a pipe that it may open again by its name', async () => {
  const seen = await collectRun(engine, source, { stdin: 'x'.repeat(65_536), tape: 'files' });
  expect(seen.stdout).toBe('65536 1 1\n');
});

it('a program that reads nothing of it ends as it would', async () => {
  const seen = await collectRun(engine, 'int main(void) { return 3; }', {
    stdin: 'x'.repeat(65_536),
  });
  expect(seen.outcome).toEqual({ kind: 'exited', status: 3 });
});

it('there are a passwd, a hostname and hosts, which are not those of the host', async () => {
  const names = `#include <stdio.h>
#include <unistd.h>
int main(void)
{
    char name[64], line[64];
    gethostname(name, sizeof name);
    fgets(line, sizeof line, fopen("/etc/passwd", "r"));
    printf("%s %s", name, line);
    printf("%d", fopen("/etc/hosts", "r+") == NULL);
}
`;
  expect((await collectRun(engine, names)).stdout).toBe('live-man root:x:0:0:root:/:/bin/false\n1');
});

it('a TypeScript snippet has arguments, and no input beside itself', async () => {
  const seen = await collectRun(engine, 'console.log(process.argv.slice(2).join());', {
    language: 'typescript',
    arguments: ['a', '--eval'],
  });
  expect(seen.stdout).toBe('a,--eval\n');
  expect(engine.unavailable({ language: 'typescript', source: '', stdin: 'x' })).toContain(
    'Ask for "stdin" with a C snippet',
  );
});
