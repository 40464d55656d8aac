import type { Random } from './random.ts';

/** How a program's calls are made, and what the choice of a step may be. */
export interface Style {
  random: Random;
  /** <libaio.h> instead of <linux/aio_abi.h>: its wrappers are among the ways */
  libaio: boolean;
}

/** Types of the arguments of libaio's wrappers. */
const casts = {
  io_setup: ['int', 'io_context_t *'],
  io_destroy: ['io_context_t'],
  io_submit: ['io_context_t', 'long', 'struct iocb **'],
  io_cancel: ['io_context_t', 'struct iocb *', 'struct io_event *'],
  io_getevents: ['io_context_t', 'long', 'long', 'struct io_event *', 'struct timespec *'],
  io_pgetevents: [
    ...['io_context_t', 'long', 'long', 'struct io_event *', 'struct timespec *'],
    'sigset_t *',
  ],
} as const satisfies Record<string, readonly string[]>;

/**
 * An expression that makes the call, on one line that names it: through syscall(2), through a
 * pointer to it, as an instruction of the program's own, or through libaio.
 * @param wrapped arguments for libaio; null where its wrapper would not reach the kernel
 */
export function callExpression(
  { random, libaio }: Style,
  name: keyof typeof casts,
  args: readonly string[],
  wrapped: readonly string[] | null = args,
): string {
  if (libaio && wrapped !== null && random.oneIn(2)) {
    return `${name}(${wrapped.map((arg, i) => `(${casts[name][i]})(${arg})`).join(', ')})`;
  }
  // Six registers, so that those a call does not use hold something.
  const six = [...args, ...random.times(6 - args.length, () => random.pick(['0L', '-1L', '7L']))];
  switch (random.below(6)) {
    case 0:
      return `INLINED(SYS_${name}, ${six.map((arg) => `(${arg})`).join(', ')})`;
    case 1:
      return `via(SYS_${name}, ${args.join(', ')})`;
    default:
      return `syscall(SYS_${name}, ${args.join(', ')})`;
  }
}
