import { syscallTable } from './syscall-table.ts';

const numbers: ReadonlyMap<string, number> = new Map(
  Array.from(syscallTable, ([number, name]) => [name, number]),
);

/** The x86-64 system call with this number; `syscall_0x1ff` for one the table does not know. */
export function syscallName(number: number): string {
  return syscallTable.get(number) ?? `syscall_0x${(number >>> 0).toString(16)}`;
}

/** The x86-64 number of the system call with this name, or null when the table does not know it. */
export function syscallNumber(name: string): number | null {
  return numbers.get(name) ?? null;
}
