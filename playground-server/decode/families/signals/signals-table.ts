import { handlerBits, maskChanges } from '../../../uapi/x86-64/arguments/other-table.ts';
import { sigaction } from '../../../uapi/x86-64/arguments/struct-table.ts';
import { constant, signal } from '../../kinds/constants.ts';
import { decodeFlags } from '../../kinds/decode-flags.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { pointer, size, int } from '../../kinds/numbers.ts';
import { maskValue, signalSet } from '../../kinds/signal-set.ts';
import { structure, type FieldKind } from '../../kinds/structures.ts';
import { timespec } from '../../kinds/timespec.ts';
import { constantValue, pointerValue } from '../../make-value.ts';
import { call, type Family } from '../family.ts';

const flagBits = flagTable(handlerBits);

/** SIG_DFL and SIG_IGN of asm-generic/signal-defs.h are no addresses. */
const handler: FieldKind = (name, value) => {
  const symbol = ['SIG_DFL', 'SIG_IGN'][Number(value < 2n ? value : 2n)];
  return symbol === undefined ? pointerValue(name, value) : constantValue(name, value, symbol);
};

const kinds = {
  sa_handler: handler,
  sa_flags: (name: string, value: bigint) => decodeFlags(name, value, flagBits),
  sa_restorer: null,
  sa_mask: (name: string, value: bigint) => maskValue(name, value),
};

/** Signals: what is done at one, which wait, and waiting for one. */
export const signalsFamily: Family = {
  id: 'signals',
  tape: 'all',
  shown: 'own-line',
  calls: [
    call('rt_sigaction', 'kernel/signal.c; sigaction(2)', {
      signum: signal,
      act: structure(sigaction, 'given', kinds),
      oldact: structure(sigaction, 'filled', kinds),
      sigsetsize: size,
    }),
    call('rt_sigprocmask', 'kernel/signal.c; sigprocmask(2)', {
      how: constant(maskChanges),
      set: signalSet('given'),
      oldset: signalSet('filled'),
      sigsetsize: size,
    }),
    call('rt_sigpending', 'kernel/signal.c; sigpending(2)', {
      set: signalSet('filled'),
      sigsetsize: size,
    }),
    call('rt_sigtimedwait', 'kernel/signal.c; sigtimedwait(2)', {
      set: signalSet('given'),
      info: pointer,
      timeout: timespec,
      sigsetsize: size,
    }),
    call('rt_sigsuspend', 'kernel/signal.c; sigsuspend(2)', {
      mask: signalSet('given'),
      sigsetsize: size,
    }),
    call('rt_sigqueueinfo', 'kernel/signal.c; rt_sigqueueinfo(2)', {
      tgid: int,
      sig: signal,
      info: pointer,
    }),
    call('rt_tgsigqueueinfo', 'kernel/signal.c; rt_tgsigqueueinfo(2)', {
      tgid: int,
      tid: int,
      sig: signal,
      info: pointer,
    }),
    call('sigaltstack', 'kernel/signal.c; sigaltstack(2)', { ss: pointer, old_ss: pointer }),
    call('pause', 'kernel/signal.c; pause(2)', {}),
  ],
};
