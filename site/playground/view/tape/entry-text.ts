import type { NameOf } from '../../../../playground-server/protocol/print-brief.ts';
import type { TapeEntry } from '../../client/tape-entries.ts';
import { duration } from '../../../words/quantity.ts';
import { briefly } from './call-text.ts';
import { resultLine } from './result-text.ts';

/** An entry of the tape in plain text: ` 12 io_setup(0, [0]) = -1 EINVAL  2 µs  ×3000`. */
export function entryText({ row, alike }: TapeEntry, nameOf: NameOf, lang: string): string {
  const { line, name, arguments: args, status } = row;
  const brief = args.map((value) =>
    briefly(value, nameOf)
      .map((piece) => (typeof piece === 'string' ? piece : piece.text))
      .join(''),
  );
  return [
    `${String(line ?? '·').padStart(3)} ${name}(${brief.join(', ')}) ${resultLine(status)}`,
    ...(status.kind === 'returned' ? [duration(status.elapsedNs, lang)] : []),
    ...(alike ? [`×${alike.count}`] : []),
  ].join('  ');
}
