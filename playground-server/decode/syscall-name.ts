import { x86_64 } from './abi/x86-64.ts';

/** The x86-64 system call with this number; `syscall_0x1ff` for one that is not in the table. */
export function syscallName(number: number): string {
  return x86_64.callNames.get(number) ?? `syscall_0x${(number >>> 0).toString(16)}`;
}

/** The x86-64 number of the system call with this name, or null if it is not in the table. */
export function syscallNumber(name: string): number | null {
  return x86_64.callNumbers.get(name) ?? null;
}
