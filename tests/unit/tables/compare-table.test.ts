import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cannotAsk } from '../../../scripts/tables/ask-gcc.ts';
import { compareTable } from '../../../scripts/tables/compare-table.ts';
import type { ConstantGroup, TableFile } from '../../../scripts/tables/table-file.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

const signals: ConstantGroup = {
  kind: 'constants',
  object: 'signals',
  about: '',
  headers: ['asm/signal.h'],
  abis: ['x86-64'],
  names: ['SIGHUP', 'SIGINT', 'SIGQUIT'],
  numbersAreUnique: true,
};

/** A table that somebody has changed by hand. */
function tableWith(text: string, groups: TableFile['groups'] = [signals]): TableFile {
  const path = join(temporaryFolder('tables'), 'a-table.ts');
  writeFileSync(path, `export const ${text};\n`);
  return { path, groups };
}

const x86 = it.skipIf(cannotAsk() !== null);

x86('a wrong value contradicts the headers', async () => {
  const { contradictions } = await compareTable(
    tableWith('signals = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 4 }'),
  );
  expect(contradictions).toEqual([expect.stringMatching(/SIGQUIT is 4, in the headers 3$/)]);
});

x86('so does another name for a number', async () => {
  const { contradictions, unstated } = await compareTable(
    tableWith('signals = { SIGHUP: 1, SIGINT: 2, SIGHALT: 3 }'),
  );
  expect(contradictions).toEqual([expect.stringMatching(/SIGQUIT is missing, in the headers 3$/)]);
  expect(unstated).toEqual([expect.stringMatching(/SIGHALT is 3, in the headers missing$/)]);
});

x86('a name that the table lacks is told apart from a wrong one', async () => {
  const found = await compareTable(tableWith('signals = { SIGHUP: 1, SIGINT: 2 }'));
  expect(found.contradictions).toEqual([]);
  expect(found.additions).toEqual([expect.stringMatching(/SIGQUIT is missing/)]);
});

x86('a field that lies elsewhere contradicts the compiler', async () => {
  const { contradictions } = await compareTable(
    tableWith('iovec = { bytes: 16, fields: { iov_base: 0, iov_len: 4 } }', [
      {
        kind: 'struct',
        object: 'iovec',
        about: '',
        headers: ['linux/uio.h'],
        abis: ['x86-64'],
        type: 'struct iovec',
        shape: 'offsets',
        fields: { iov_base: 'iov_base', iov_len: 'iov_len' },
      },
    ]),
  );
  expect(contradictions).toEqual([expect.stringMatching(/iov_len is 4, in the headers 8$/)]);
});
