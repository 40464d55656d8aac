// @ts-check

/**
 * A package of the system, by Debian's name; what it is here for; and the file that proves that it
 * is there, whoever installed it.
 *
 * @typedef {{ kind: 'command' | 'header' | 'library', name: string }} Proof
 * @typedef {{ name: string, purpose: string, testsOnly: boolean, proof: Proof }} SystemPackage
 */

/** @type {readonly SystemPackage[]} */
export const systemPackageTable = [
  row('bubblewrap', 'puts each run into a sandbox', { kind: 'command', name: 'bwrap' }),
  row('gcc', 'compiles C snippets', { kind: 'command', name: 'gcc' }),
  row('g++', 'compiles C++ snippets', { kind: 'command', name: 'g++' }),
  row('libc6-dev', 'headers for C snippets', { kind: 'header', name: 'stdio.h' }),
  row('binutils', 'assembles and links C snippets', { kind: 'command', name: 'ld.gold' }),
  row('libaio-dev', 'libaio for C snippets', { kind: 'header', name: 'libaio.h' }),
  row('libseccomp2', 'compiles the seccomp policy', { kind: 'library', name: 'libseccomp.so.2' }),
  row('strace', 'the yardstick for the tape', { kind: 'command', name: 'strace' }),
  row('e2fsprogs', 'makes the ext4 scratch disk', { kind: 'command', name: 'mkfs.ext4' }),
  {
    // Chromium without its windows: pages arrive in half the time.
    ...row('chromium-headless-shell', 'the browser of the tests', {
      kind: 'command',
      name: 'chromium-headless-shell',
    }),
    testsOnly: true,
  },
  {
    // Debian's redis-server is this file by another name; its package would also start a service.
    ...row('redis-tools', 'counts runs of clients', { kind: 'command', name: 'redis-check-rdb' }),
    testsOnly: true,
  },
  {
    ...row('mandoc', 'judges the man pages', { kind: 'command', name: 'mandoc' }),
    testsOnly: true,
  },
];

/**
 * @param {string} name
 * @param {string} purpose
 * @param {Proof} proof
 * @returns {SystemPackage}
 */
function row(name, purpose, proof) {
  return { name, purpose, testsOnly: false, proof };
}
