import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cCommands, gccCpp, librariesOf } from '../../../playground-server/compile/c-commands.ts';
import { createCCompiler } from '../../../playground-server/compile/c-compiler.ts';
import type { Compiler } from '../../../playground-server/compile/compiler.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { realTools } from './real-tools.ts';

let sandboxes: Awaited<ReturnType<typeof realTools>>;
let compiler: Compiler;

beforeAll(async () => {
  sandboxes = await realTools();
  compiler = await createCCompiler(sandboxes.tools);
});
afterAll(async () => {
  compiler.close();
  await sandboxes.close();
});

const { signal } = new AbortController();
const reader = { client: '127.0.0.1', isHeavy: false };

test.each(['environ', 'timezone', 'daylight', 'program_invocation_name'])(
  "a snippet's own %s is not the library's",
  async (name) => {
    const source = `#include <stdio.h>
extern void tzset(void);
extern int setenv(const char *, const char *, int);
int ${name} = 5, beside = 7;
int main(void) {
  setenv("TZ", "EST5EDT", 1);
  tzset();
  printf("%d %d\\n", ${name}, beside);
}
`;
    const build = await compiler.build(source, signal, reader);
    if (build.kind !== 'compiled' || build.program.kind !== 'elf')
      throw new Error(JSON.stringify(build));
    const program = join(temporaryFolder('program'), 'program');
    writeFileSync(program, build.program.image, { mode: 0o700 });
    expect(spawnSync(program).stdout.toString()).toBe('5 7\n');
  },
);

interface Variable {
  name: string;
  at: string;
  isWeak: boolean;
}

/** What a library has to offer beside functions; readelf(1). */
function variablesOf(library: string): Variable[] {
  const table = execFileSync('readelf', ['--wide', '--dyn-syms', library]).toString();
  return table.split('\n').flatMap((line) => {
    const [, at = '', , type, binding, , section, name = ''] = line.trim().split(/\s+/);
    if (type !== 'OBJECT' || section === 'UND') return [];
    return [{ name: name.replace(/@.*/, ''), at: `${section} ${at}`, isWeak: binding === 'WEAK' }];
  });
}

test('no variable of a library has a second name of which this is not known', async () => {
  const commands = await cCommands(gccCpp);
  const libraries = [...commands.shared.split(' '), ...commands.libraries.map(({ path }) => path)];
  const unknown = [...new Set(libraries)].flatMap((library) =>
    Map.groupBy(variablesOf(library), ({ at }) => at)
      .values()
      .filter((names) => names.some(({ isWeak }) => isWeak) && !names.every(({ isWeak }) => isWeak))
      .flatMap((names) => names.map(({ name }) => name))
      .filter((name) => !librariesOf(`int ${name};`, commands).startsWith('snippet.o'))
      .toArray(),
  );
  expect(unknown).toEqual([]);
});
