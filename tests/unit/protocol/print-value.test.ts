import { describe, expect, it } from 'vitest';
import { printPieces, printValue, shownText } from '../../../playground-server/protocol/index.ts';
import type { DecodedValue, UnprintedValue } from '../../../playground-server/protocol/index.ts';

type Kind = UnprintedValue['kind'];
type Facts<K extends Kind> = Omit<Extract<UnprintedValue, { kind: K }>, 'kind' | 'name'>;

const value = <K extends Kind>(kind: K, facts: Facts<K>, name = 'x'): DecodedValue =>
  printValue<UnprintedValue>({ kind, name, ...facts } as unknown as UnprintedValue);
const print = <K extends Kind>(kind: K, facts: Facts<K>): string =>
  shownText(value(kind, facts).text);
const number = (name: string, of: number) => value('number', { value: `${of}` }, name);

describe('the text of a value', () => {
  it('writes a number in its base', () => {
    expect(print('number', { value: '-7' })).toBe('-7');
    expect(print('number', { value: '18446744073709551615', base: 'hex' })).toBe(
      '0xffffffffffffffff',
    );
    expect(print('number', { value: '420', base: 'octal' })).toBe('0644');
  });

  it('writes a constant as a program does', () => {
    expect(print('constant', { value: '5', symbol: 'IOCB_CMD_POLL' })).toBe('IOCB_CMD_POLL');
  });

  it('joins flags, and keeps bits without a name', () => {
    expect(print('flags', { value: '3', set: ['A', 'B'], rest: '0' })).toBe('A|B');
    expect(print('flags', { value: '65', set: ['A'], rest: '64' })).toBe('A|0x40');
    expect(print('flags', { value: '64', set: [], rest: '64' })).toBe('0x40');
    expect(print('flags', { value: '0', set: [], rest: '0' })).toBe('0');
  });

  it('names the errno of a result', () => {
    const errno = { name: 'EINVAL', number: 22 };
    expect(print('result', { value: '512', errno: null })).toBe('512');
    expect(print('result', { value: '-22', errno })).toBe('-22 EINVAL');
  });

  it('writes a descriptor as a number, and no context as 0', () => {
    expect(print('descriptor', { value: '-1' })).toBe('-1');
    expect(print('handle', { handle: '0x7f1200000000' })).toBe('0x7f1200000000');
    expect(print('handle', { handle: '0x0' })).toBe('0');
  });

  it('says what became of the target of a pointer', () => {
    const handle = value('handle', { handle: '0xc' });
    expect(print('address', { address: '0x8', target: 'unseen' })).toBe('0x8');
    expect(print('address', { address: '0x8', target: 'unreadable' })).toBe('0x8 (unreadable)');
    expect(print('address', { address: '0x0', target: 'null' })).toBe('NULL');
    expect(print('address', { address: '0x8', target: 'shown', fields: [handle] })).toBe(
      '0x8 → 0xc',
    );
  });

  it('writes a structure as a designated initialiser, with its address where it is known by it', () => {
    const fields = [number('a', 1), { ...number('b', 0), minor: true as const }, number('c', 3)];
    expect(print('struct', { address: '0x8', fields })).toBe('{a = 1, c = 3}');
    expect(print('struct', { address: '0x8', byAddress: true, fields })).toBe(
      '0x8 → {a = 1, c = 3}',
    );
    expect(print('struct', { fields: [] })).toBe('{}');
  });

  it('writes four elements of an array, and counts the others', () => {
    const fields = [1, 2, 3, 4, 5].map((of) => number(`x[${of}]`, of));
    const array = (given: DecodedValue[], leftOut: string) =>
      print('array', { count: '9', leftOut, fields: given });
    expect(array(fields.slice(0, 2), '0')).toBe('[1, 2]');
    expect(array(fields, '0')).toBe('[1, 2, 3, 4, … and 1 more]');
    expect(array(fields, '9223372036854775802')).toBe(
      '[1, 2, 3, 4, … and 9223372036854775803 more]',
    );
  });

  it('previews 32 bytes of data, and says where no more could be read', () => {
    const data = (text: string, lengthBytes: number, cut?: true) =>
      print('bytes', {
        address: '0x8',
        bytes: Buffer.from(text).toString('hex'),
        lengthBytes: `${lengthBytes}`,
        cut,
      });
    expect(data('hello', 5)).toBe('0x8 "hello"');
    expect(data('A'.repeat(64), 512)).toBe(`0x8 "${'A'.repeat(32)}"…`);
    expect(data('hel', 5, true)).toBe('0x8 "hel"… (then unreadable)');
    expect(data('A'.repeat(33), 64, true)).toBe(`0x8 "${'A'.repeat(32)}"…`);
  });

  it('quotes a string, and never passes on what would act on a terminal', () => {
    expect(print('string', { content: '/tmp/a "b"\n' })).toBe('"/tmp/a \\"b\\"\\n"');
    expect(print('string', { content: 'long', cut: true })).toBe('"long"…');
    expect(print('string', { content: '\x1b[31m' })).toBe('1b 5b 33 31 6d');
  });

  it('lists signals, or those that are lacking', () => {
    expect(print('signals', { set: ['SIGUSR1', 'SIGALRM'] })).toBe('[SIGUSR1 SIGALRM]');
    expect(print('signals', { set: ['SIGKILL'], inverted: true })).toBe('~[SIGKILL]');
  });
});

describe('the pieces of a text', () => {
  const result = value('result', { value: '-22', errno: { name: 'EINVAL', number: 22 } }, 'res');
  const event = value('struct', { fields: [number('data', 7), result] }, 'events[0]');
  const events = value('array', { count: '1', leftOut: '0', fields: [event] }, 'events');

  it('are the text, when joined', () => {
    const joined = printPieces(events).map((piece) =>
      typeof piece === 'string' ? piece : piece.text,
    );
    expect(joined.join('')).toBe(events.text);
    expect(events.text).toBe('[{data = 7, res = -22 EINVAL}]');
  });

  it('tell the name of an errno apart, with the result that it belongs to', () => {
    const named = printPieces(events).filter((piece) => typeof piece !== 'string');
    expect(named).toEqual([{ text: 'EINVAL', result }]);
    expect(named[0]?.result).toBe(result);
  });
});
