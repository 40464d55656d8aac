import type { TapeRow } from '../playground/client/run-state.ts';

/** What the kernel returned, according to the first tape that saw it: `= -22 EINVAL`. */
export function kernelAnswer(rows: readonly (TapeRow | null)[]): string {
  const status = rows.find((row) => row !== null)?.status;
  if (status?.kind !== 'returned') return '= ?';
  return ['=', status.raw, status.errno?.name].filter(Boolean).join(' ');
}
