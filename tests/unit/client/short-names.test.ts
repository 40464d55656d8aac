import { expect, it } from 'vitest';
import type { DecodedValue } from '../../../playground-server/protocol/index.ts';
import { shortNames } from '../../../site/playground/client/short-names.ts';
import { after, entry, exit } from './events.ts';

const handle = (hex: string) =>
  [{ kind: 'handle', name: 'ctx_id', text: hex, handle: hex }] as unknown as DecodedValue[];
const called = (call: number, hex: string) => [
  { ...entry(call), arguments: handle(hex) } as ReturnType<typeof entry>,
  { ...exit(call), arguments: handle(hex) } as ReturnType<typeof exit>,
];

it('keeps the names of a tape that grows, and gives another tape names of its own', () => {
  const first = after(...called(1, '0xa'));
  const grown = after(...called(1, '0xa'), ...called(2, '0xb'));
  const other = after(...called(1, '0xb'));
  expect(shortNames(first.rows).nameOf('0xa')).toBe('ctx₁');
  const longer = [...first.rows, grown.rows[1]!];
  expect(['0xa', '0xb'].map(shortNames(longer).nameOf)).toEqual(['ctx₁', 'ctx₂']);
  expect(['0xa', '0xb'].map(shortNames(other.rows).nameOf)).toEqual([null, 'ctx₁']);
});
