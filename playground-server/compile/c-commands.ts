import { extname } from 'node:path';
import { snippetFile } from '../protocol/index.ts';
import { readGccJson } from './gcc-diagnostics.ts';
import type { ReadMessages } from './gcc-messages.ts';
import { readGccText } from './gcc-text.ts';
import { cppLibraries, toolchainPath } from './toolchain-root.ts';

/** The command lines of a build, with paths as they are in the compile sandbox. */
export interface CCommands {
  /** of the snippet */
  fileName: string;
  cc1: string;
  as: string;
  /** empty where an object is all that is wanted */
  ld: string;
  /** Linker arguments before the snippet's libraries. */
  before: string;
  /** Shared libraries of every snippet, after its own. */
  shared: string;
  /** Linker arguments after the snippet's object. */
  after: string;
  libraries: { include: RegExp; path: string }[];
}

/** One of the languages that gcc compiles. */
export interface GccLanguage {
  /** what a snippet is called; gcc's messages and the line table name it */
  fileName: string;
  /** the compiler proper, gcc -print-prog-name */
  frontEnd: string;
  /** Flags that readers may rely on; the rest of the command line is what gcc -### passes on. */
  flags: string;
  /** How its messages are told and read. */
  messages: { flags: string; read: ReadMessages };
  /** What every program is linked with, if it needs it, before the C library. */
  libraries: readonly string[];
}

// _GNU_SOURCE as most projects have it. Without a value: the same as `#define _GNU_SOURCE`.
const commonFlags = '-D_GNU_SOURCE= -g -O0 -Wall -Wextra';

export const gccC: GccLanguage = {
  fileName: snippetFile('c'),
  frontEnd: 'cc1',
  flags: `-std=gnu17 ${commonFlags}`,
  // Not SARIF, which came with gcc 13: Debian 12 has the one before.
  // No -fmax-errors: with it, gcc 12 exits without printing its JSON.
  messages: { flags: '-fdiagnostics-format=json', read: readGccJson },
  libraries: [],
};

export const gccCpp: GccLanguage = {
  fileName: snippetFile('cpp'),
  frontEnd: 'cc1plus',
  // Later than gcc 12's own C++17: Seastar and Ceph are written in C++20, and with coroutines.
  flags: `-std=gnu++20 ${commonFlags}`,
  messages: {
    flags: '-fdiagnostics-plain-output -fdiagnostics-column-unit=byte -fmax-errors=20',
    read: readGccText,
  },
  libraries: cppLibraries,
};

const compilerFlags = ({ fileName }: GccLanguage) =>
  [
    '-quiet -imultiarch x86_64-linux-gnu -mtune=generic -march=x86-64 -fasynchronous-unwind-tables',
    `-dumpbase ${fileName} -dumpbase-ext ${extname(fileName)}`,
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
export async function cCommands(language: GccLanguage): Promise<CCommands> {
  const file = (name: string) => toolchainPath('file', name);
  const start = await Promise.all(['crt1.o', 'crti.o', 'crtbegin.o'].map(file));
  // As in gcc's own linker script, libc.so, which is then not needed, but for the shared libraries:
  // wherever they are, the snippet's own definitions come before theirs, except for secondNames.
  const shared = [...language.libraries, 'libc.so.6'];
  const end = ['libgcc.a', 'libc_nonshared.a', 'crtend.o', 'crtn.o'];
  const frontEnd = await toolchainPath('prog', language.frontEnd);
  return {
    fileName: language.fileName,
    cc1: `${frontEnd} ${compilerFlags(language)} ${language.messages.flags} ${language.flags}`,
    as: '/usr/bin/as --64',
    // gold is no longer developed, but `-o -` of GNU ld is a file of that name: without gold, the
    // program has to come out of build-c.sh in another way.
    ld: `/usr/bin/ld.gold ${linkerFlags}`,
    before: start.join(' '),
    shared: (await Promise.all(shared.map(file))).join(' '),
    after: (await Promise.all(end.map(file))).join(' '),
    libraries: await Promise.all(
      headerLibraries.map(async ([include, name]) => ({ include, path: await file(name) })),
    ),
  };
}

/** The same for a library that is preloaded into a compiler. */
export async function preloadCommands(): Promise<CCommands> {
  const commands = await cCommands(gccC);
  return {
    ...commands,
    cc1: `${commands.cc1} -fPIC`,
    ld: '/usr/bin/ld.gold -m elf_x86_64 -shared -o -',
    before: '',
    after: '',
  };
}

/** What build-c.sh calls the object that it makes of a snippet. */
const object = 'snippet.o';

/**
 * Variables that the shared libraries have under a second name. Of a snippet's own variable of such a
 * name, gold makes the library's, which then writes to it, if it has read the library before.
 */
const secondNames = /environ|timezone|daylight|tzname|program_invocation_|__progname|signgam/;

/**
 * Linker arguments for the libraries whose headers the snippet includes, separated by spaces; before
 * them its object, where that has to come first.
 */
export function librariesOf(source: string, commands: CCommands): string {
  const libraries = commands.libraries
    .filter(({ include }) => include.test(source))
    .map(({ path }) => path);
  return (secondNames.test(source) ? [object, ...libraries] : libraries).join(' ');
}

/**
 * What a linker reads, in this order, separated by spaces. The snippet's object comes after the
 * libraries where it may: what is read before it, a zygote reads once for all snippets.
 *
 * @param libraries those of the snippet, as `librariesOf` says
 */
export function linkerInputs(libraries: string, { before, shared, after }: CCommands): string {
  const last = libraries.startsWith(object) ? '' : object;
  return [before, libraries, shared, last, after].join(' ');
}
