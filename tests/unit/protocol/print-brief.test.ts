import { describe, expect, it } from 'vitest';
import { briefPieces, printValue } from '../../../playground-server/protocol/index.ts';
import type { DecodedValue, UnprintedValue } from '../../../playground-server/protocol/index.ts';

const value = (name: string, facts: object): DecodedValue =>
  printValue({ name, ...facts } as unknown as UnprintedValue);
const names: Record<string, string> = { '0xc': 'ctx₁', '0xa': 'iocb₁' };
const brief = (facts: object): string =>
  briefPieces(value('x', facts), (hex) => names[hex] ?? null)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');

const constant = (name: string, symbol: string) =>
  value(name, { kind: 'constant', value: '0', symbol });
const number = (name: string, of: string) => value(name, { kind: 'number', value: of });

describe('a value in one line', () => {
  it('names a context, and says that there is none', () => {
    expect(brief({ kind: 'handle', handle: '0xc' })).toBe('ctx₁');
    expect(brief({ kind: 'handle', handle: '0x0' })).toBe('0');
    const target = value('ctx', { kind: 'handle', handle: '0xc' });
    expect(brief({ kind: 'address', address: '0x8', target: 'shown', fields: [target] })).toBe(
      '[ctx₁]',
    );
  });

  it('says of a pointer what decides the call: that it is NULL, or leads nowhere', () => {
    expect(brief({ kind: 'address', address: '0x0', target: 'null' })).toBe('NULL');
    expect(brief({ kind: 'address', address: '0x8', target: 'unreadable' })).toBe(
      '0x8 (unreadable)',
    );
  });

  const pread = [
    constant('aio_lio_opcode', 'IOCB_CMD_PREAD'),
    value('aio_fildes', { kind: 'descriptor', value: '3' }),
    value('aio_buf', { kind: 'address', address: '0x7', target: 'unseen' }),
    number('aio_nbytes', '64'),
    number('aio_offset', '0'),
  ];

  it('says what an iocb asks for, as one would say it', () => {
    expect(brief({ kind: 'struct', address: '0xb', fields: pread })).toBe('pread 3 64 @0');
    expect(brief({ kind: 'struct', address: '0xa', fields: pread })).toBe('iocb₁ pread 3 64 @0');
    const poll = [
      constant('aio_lio_opcode', 'IOCB_CMD_POLL'),
      value('aio_fildes', { kind: 'descriptor', value: '3' }),
      value('aio_buf', { kind: 'flags', value: '1', set: ['POLLIN'], rest: '0' }),
      { ...number('aio_nbytes', '0'), minor: true as const },
    ];
    expect(brief({ kind: 'struct', fields: poll })).toBe('poll 3 POLLIN');
    const unknown = [number('aio_lio_opcode', '99'), ...pread.slice(1)];
    expect(brief({ kind: 'struct', fields: unknown })).toBe('99 3 64 @0');
  });

  it('counts what a list has no room for', () => {
    const fields = [1, 2, 3, 4].map((of) => number(`[${of}]`, String(of)));
    expect(brief({ kind: 'array', count: '9', leftOut: '5', fields })).toBe('[1, 2, 3, … +6]');
  });

  it('gives of an event its operation and its result, whose errno can be linked', () => {
    const errno = { name: 'EINVAL', number: 22 };
    const event = value('e', {
      kind: 'struct',
      fields: [
        value('obj', { kind: 'address', address: '0xa', target: 'unseen' }),
        value('res', { kind: 'result', value: '-22', errno }),
      ],
    });
    expect(briefPieces(event, (hex) => names[hex] ?? null)).toEqual([
      'iocb₁ ',
      '-22 ',
      expect.objectContaining({ text: 'EINVAL' }),
    ]);
  });
});
