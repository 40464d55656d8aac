import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { startServer, type StartedServer } from './start-server.ts';

const program = (nr: number, end: string): string => `#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
    aio_context_t ctx = 0;
    printf("%ld\\n", syscall(SYS_io_setup, ${nr}, &ctx)); /* line 8 */
    ${end}
}
`;

let server: StartedServer;
let folder: string;
/** The commands as npm installs them from their packages. */
let command: string;
let checkCommand: string;
beforeAll(async () => {
  folder = temporaryFolder('command-line');
  [server] = await Promise.all([startServer({ LINKS: 'off' }), install()]);
  command = join(folder, 'node_modules/.bin/live-man');
  checkCommand = join(folder, 'node_modules/.bin/live-man-check');
});
afterAll(() => server.kill());

async function install(): Promise<void> {
  const run = promisify(execFile);
  const npm = (...args: string[]) => run('npm', [...args, '--silent', '--offline']);
  // The tests have been set up, which a package's own script would make sure of.
  for (const bundle of ['cli', 'check'])
    await run(process.execPath, [`scripts/bundle-${bundle}.ts`]);
  const packages = ['./cli', './site/embed/check'];
  const { stdout } = await npm(
    'pack',
    ...packages,
    '--ignore-scripts',
    '--pack-destination',
    folder,
  );
  const packed = stdout.trim().split('\n');
  await npm('install', '--prefix', folder, ...packed.map((name) => join(folder, name)));
}

function start(source: string, ...options: string[]) {
  const file = join(folder, 'x.c');
  writeFileSync(file, source);
  const env = { PATH: process.env['PATH'], LIVE_MAN_SERVER: server.url };
  return spawn(command, ['run', file, ...options], { env, cwd: folder });
}

async function run(source: string, ...options: string[]) {
  const child = start(source, ...options);
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await once(child, 'close')) as [number];
  const [stdout, stderr] = await said;
  return { status, stdout, stderr };
}

describe('the command, installed from its package into an empty folder', () => {
  it('has the output, the tape and the status of a program', async () => {
    const { status, stdout, stderr } = await run(program(8, 'return 3;'));
    expect(stdout).toBe('0\n');
    expect(stderr).toMatch(
      /^ {3}8 {2}io_setup\(8, \[0x[\da-f]+\]\) = 0\n {6}\+\+\+ exited with 3 \+\+\+\n$/,
    );
    expect(status).toBe(3);
  });

  it('shows a call that fails, and a program that is killed', async () => {
    const { status, stdout, stderr } = await run(program(0, '*(volatile int *)0 = 1;'), '--times');
    expect(stdout).toBe('-1\n');
    expect(stderr).toMatch(/^1 {5}\d+\.\d{6} io_setup\(0, \[0x0\]\) = -1 EINVAL <\d+\.\d{6}>$/m);
    expect(stderr).toMatch(/\+\+\+ killed by SIGSEGV \+\+\+\n$/);
    expect(status).toBe(139);
  });

  it('gives a program its arguments and its input', async () => {
    const echo = `#include <stdio.h>
int main(int argc, char **argv)
{
    char line[9] = "";
    fgets(line, sizeof line, stdin);
    printf("%d %s %s", argc, argv[1], line);
}
`;
    const input = join(folder, 'in.txt');
    writeFileSync(input, 'input');
    expect(await run(echo, '--stdin', input, 'one two')).toMatchObject({
      stdout: '2 one two input',
    });
  });

  it('says what the compiler says', async () => {
    const { status, stdout, stderr } = await run(program(8, 'return nothing;'));
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /x\.c:9:12: error: .*\n {4}9 \| {5}return nothing;\n {6}\| {12}\^~~~~~~\n/,
    );
    expect(status).toBe(126);
  });

  it('says in a sentence why there is no run', async () => {
    const refused = await run('', '--kernel', '2.4');
    expect(refused.stderr).toBe(
      'live-man: The kernel is not known: This server has no kernel "2.4". It has: host.\n',
    );
    const unreachable = await run('', '--server', 'http://127.0.0.1:1');
    expect(unreachable.stderr).toMatch(/^live-man: No run from http:\/\/127\.0\.0\.1:1: .*\n$/);
    expect([refused.status, unreachable.status]).toEqual([125, 125]);
  });

  it('cancels the run on Ctrl-C', async () => {
    const child = start(program(8, 'fflush(stdout); for (;;) pause();'));
    const stderr = text(child.stderr);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(await stderr).toMatch(/live-man: The run was cancelled\.\n$/);
  });
});

it('who has only curl needs no more than the file', async () => {
  // What `curl --data-binary @x.c` sends.
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' };
  const send = async (query: string) => {
    const init = { method: 'POST', headers, body: program(0, 'return 1;') };
    return (await fetch(`${server.url}/api/v1/runs?${query}`, init)).text();
  };
  // Calls and output arrive by two ways.
  expect((await send('language=c')).split('\n').sort()).toEqual(
    ['   8  io_setup(0, [0x0]) = -1 EINVAL', '-1', '      +++ exited with 1 +++', ''].sort(),
  );
  expect(await send('language=c&scratch=floppy')).toMatch(
    /^live-man: The condition is not known\. .*\n$/,
  );
});

it('the embeds of a built site are checked, with the names and the compiler of the server', async () => {
  const page = `<!doctype html>
<live-man example="io_setup-frist"><a href="/">A first context</a></live-man>
<live-man example="io_setup-first"></live-man>
<div class="live-man"></div>
<pre><code class="language-c">int main(void) { return nothing; }</code></pre>
`;
  writeFileSync(join(folder, 'page.html'), page);
  const child = spawn(checkCommand, ['page.html', '--server', server.url], { cwd: folder });
  const said = text(child.stdout);
  const [status] = (await once(child, 'close')) as [number];
  expect((await said).split('\n')).toEqual([
    'page.html:2: error: There is no example "io_setup-frist". Did you mean "io_setup-first"?',
    expect.stringMatching(/^page\.html:3: warning: /),
    expect.stringMatching(
      /^page\.html:4: error: The code does not compile: line 1: .nothing. undecl/,
    ),
    '3 embeds on 1 page: 2 errors, 1 warning.',
    '',
  ]);
  expect(status).toBe(1);
});
