import { refusableCalls } from '../../protocol/index.ts';

/** The AIO calls that a source names, for the description of its page: ` (io_setup, io_submit)`. */
export function callsNamed(source: string): string {
  const calls = refusableCalls.filter((call) => source.includes(call));
  return calls.length > 0 ? ` (${calls.join(', ')})` : '';
}
