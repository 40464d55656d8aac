import {
  mapBits,
  memoryAdvice,
  mlockallBits,
  mlockBits,
  msyncBits,
  protectionBits,
  remapBits,
} from '../../../uapi/x86-64/arguments/other-table.ts';
import { constant } from '../../kinds/constants.ts';
import { decodeFlags } from '../../kinds/decode-flags.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { onlyIf, type ArgumentKind } from '../../kinds/argument-kind.ts';
import { descriptor, flags, int, long, pointer, size } from '../../kinds/numbers.ts';
import { constantValue } from '../../make-value.ts';
import { call, type Family } from '../family.ts';

const protectionTable = flagTable(protectionBits);

/** What may be done to memory: nothing has a name of its own. */
const prot: ArgumentKind = {
  decode: (name, register) =>
    register === 0n
      ? constantValue(name, register, 'PROT_NONE')
      : decodeFlags(name, BigInt.asUintN(32, register), protectionTable),
};

const range = { addr: pointer, size };
const fixedPlace = BigInt(remapBits.MREMAP_FIXED);

/** Memory: mappings, protection, locks. */
export const memoryFamily: Family = {
  id: 'memory',
  tape: 'all',
  shown: 'own-line',
  calls: [
    call('mmap', 'mm/mmap.c; mmap(2)', {
      addr: pointer,
      length: size,
      prot,
      flags: flags(flagTable(mapBits)),
      fd: descriptor,
      offset: long,
    }),
    call('munmap', 'mm/mmap.c; munmap(2)', { addr: pointer, length: size }),
    call('mprotect', 'mm/mprotect.c; mprotect(2)', { ...range, prot }),
    call('mremap', 'mm/mremap.c; mremap(2)', {
      old_address: pointer,
      old_size: size,
      new_size: size,
      flags: flags(flagTable(remapBits)),
      new_address: onlyIf((registers) => ((registers[3] ?? 0n) & fixedPlace) !== 0n, pointer),
    }),
    call('madvise', 'mm/madvise.c; madvise(2)', { ...range, advice: constant(memoryAdvice) }),
    call('msync', 'mm/msync.c; msync(2)', {
      addr: pointer,
      length: size,
      flags: flags(flagTable(msyncBits)),
    }),
    call('mincore', 'mm/mincore.c; mincore(2)', { addr: pointer, length: size, vec: pointer }),
    call('mlock', 'mm/mlock.c; mlock(2)', range),
    call('mlock2', 'mm/mlock.c; mlock2(2)', { ...range, flags: flags(flagTable(mlockBits)) }),
    call('munlock', 'mm/mlock.c; munlock(2)', range),
    call('mlockall', 'mm/mlock.c; mlockall(2)', { flags: flags(flagTable(mlockallBits)) }),
    call('munlockall', 'mm/mlock.c; munlockall(2)', {}),
    call('brk', 'mm/mmap.c; brk(2)', { addr: pointer }),
    call('pkey_alloc', 'mm/mprotect.c; pkey_alloc(2)', { flags: size, access_rights: size }),
    call('pkey_free', 'mm/mprotect.c; pkey_free(2)', { pkey: int }),
    call('pkey_mprotect', 'mm/mprotect.c; pkey_mprotect(2)', { ...range, prot, pkey: int }),
  ],
};
