import { toolchainPath } from './toolchain-root.ts';

/** The command lines of build-c.sh, with paths as they are in the compile sandbox. */
export interface CCommands {
  cc1: string;
  as: string;
  ld: string;
  /** Linker arguments before the snippet's object. */
  before: string;
  /** Linker arguments after it and its libraries. */
  after: string;
  libraries: { include: RegExp; path: string }[];
}

/** Flags that readers may rely on; the rest of the command line is what gcc -### passes to cc1. */
export const languageFlags = '-std=gnu17 -g -O0 -Wall -Wextra';

const compilerFlags = [
  '-quiet -imultiarch x86_64-linux-gnu -mtune=generic -march=x86-64 -fasynchronous-unwind-tables',
  '-dumpbase snippet.c -dumpbase-ext .c',
  // No -fmax-errors: with it, gcc 12 exits without printing its JSON.
  '-fdiagnostics-format=json',
].join(' ');

// --no-map-whole-files: most of libc.so.6 is never read, and mapping it takes 0.6 ms.
const linkerFlags = [
  '-m elf_x86_64 --hash-style=gnu --as-needed --eh-frame-hdr --build-id=none',
  '--no-map-whole-files -dynamic-linker /lib64/ld-linux-x86-64.so.2 -o -',
].join(' ');

/** Libraries that headers stand for: linked when the snippet includes the header. */
const headerLibraries: [RegExp, string][] = [
  [/^[ \t]*#[ \t]*include[ \t]*<libaio\.h>/m, 'libaio.so.1'],
  [/^[ \t]*#[ \t]*include[ \t]*<(math|complex|tgmath|fenv)\.h>/m, 'libm.so.6'],
];

/** Asks the host's gcc for its parts, once at start-up. */
export async function cCommands(): Promise<CCommands> {
  const file = (name: string) => toolchainPath('file', name);
  const start = await Promise.all(['crt1.o', 'crti.o', 'crtbegin.o'].map(file));
  // In the order of gcc's own linker script, libc.so, which is then not needed.
  const end = ['libgcc.a', 'libc.so.6', 'libc_nonshared.a', 'crtend.o', 'crtn.o'];
  return {
    cc1: `${await toolchainPath('prog', 'cc1')} ${compilerFlags} ${languageFlags}`,
    as: '/usr/bin/as --64',
    ld: `/usr/bin/ld.gold ${linkerFlags}`,
    before: start.join(' '),
    after: (await Promise.all(end.map(file))).join(' '),
    libraries: await Promise.all(
      headerLibraries.map(async ([include, name]) => ({ include, path: await file(name) })),
    ),
  };
}

/** Linker arguments for the libraries whose headers the snippet includes, separated by spaces. */
export function librariesOf(source: string, commands: CCommands): string {
  return commands.libraries
    .filter(({ include }) => include.test(source))
    .map(({ path }) => path)
    .join(' ');
}
