import os from 'node:os';
import { libcVersion } from '../../linux/libc.ts';
import { forEachLanguage, type Environment, type Language } from '../../protocol/index.ts';
import { languageRows } from '../languages/language-table.ts';
import { firstLine } from './first-line.ts';

/** What does not change while the server runs. */
export type HostFacts = Omit<Environment, 'aioMaxNr' | 'scratch' | 'compiler'> & {
  compilers: Record<Language, string>;
};

/** Asks the host once, which takes about 10 ms. */
export function hostFacts(): HostFacts {
  return {
    kernel: os.release(),
    machine: os.machine(),
    libc: `glibc ${libcVersion()}`,
    libaio: firstLine('dpkg-query', '-W', '-f', '${Version}\n', 'libaio-dev'),
    compilers: forEachLanguage((language) => languageRows[language].compilerVersion()),
  };
}
