import type { TapeRow } from '../playground/client/run-state.ts';

/** What the kernel gave, as the first tape that saw it says: `= -22 EINVAL`. */
export function kernelAnswer(rows: readonly (TapeRow | null)[]): string {
  const status = rows.find((row) => row !== null)?.status;
  if (status?.kind !== 'returned') return '= ?';
  return ['=', status.raw, status.errno?.name].filter(Boolean).join(' ');
}
