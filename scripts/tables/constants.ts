import type { AbiName, ConstantGroup } from './table-file.ts';

const everyAbi: ConstantGroup['abis'] = ['x86-64', 'i386', 'x32'];

type Constants = Omit<ConstantGroup, 'kind' | 'abis' | 'headers'> & {
  from: string;
  abis?: ConstantGroup['abis'];
};

/** A group of constants of one header, the same for every ABI unless it says otherwise. */
export const constants = ({ from, abis = everyAbi, ...group }: Constants): ConstantGroup => ({
  kind: 'constants',
  abis,
  headers: [from],
  ...group,
});

/** The numbers of an ABI's system calls; asm/unistd.h chooses the header by the compiler's flag. */
export const systemCalls = (abi: AbiName, header: string): ConstantGroup =>
  constants({
    object: 'systemCalls',
    about: `System calls of ${abi} by name; ${header}.`,
    from: 'asm/unistd.h',
    abis: [abi],
    names: /^__NR_\w+$/,
    prefix: '__NR_',
    numbersAreUnique: true,
    topic: 'system calls',
    hexadecimal: abi === 'x32',
  });
