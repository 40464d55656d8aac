import { describe, expect, it } from 'vitest';
import { decodeFlags } from '../../../../playground-server/decode/kinds/decode-flags.ts';
import {
  numberValue,
  pointerValue,
  unreadableValue,
} from '../../../../playground-server/decode/make-value.ts';
import { printValue } from '../../../../playground-server/protocol/index.ts';
import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { Predicate } from '../../../../site/facts/sign-schema.ts';
import { judge, judgeSign } from '../../../../site/playground/client/explain/judge-sign.ts';
import type { Scope } from '../../../../site/playground/client/explain/judge-sign.ts';

const values: Record<string, DecodedValue> = {
  nr: numberValue('nr', -1n),
  huge: numberValue('huge', 18446744073709551615n),
  flags: decodeFlags('flags', 6n, [[2n, 'A']]),
  buffer: printValue({
    name: 'buffer',
    kind: 'bytes',
    address: '0x404001',
    bytes: '68656c6c6f',
    lengthBytes: '5',
  }),
  nothing: unreadableValue('nothing', 0n),
  wild: unreadableValue('wild', 8n),
  unseen: pointerValue('unseen', 8n),
  list: printValue({ name: 'list', kind: 'array', count: '0', leftOut: '0', fields: [] }),
  // Values from a server of an older version have no kind.
  old: { name: 'old', text: '0x8 (unreadable)' } as unknown as DecodedValue,
};

const scope: Scope = {
  read: (path) => (values[path] ? [values[path]] : []),
  contextFate: () => 'destroyed',
  operationFate: () => null,
  aioMaxNr: 65536,
};

const no: Predicate = { value: 'nr', over: 0 };
const yes: Predicate = { value: 'nr', below: 0 };
const unknown: Predicate = { value: 'absent', is: 0 };

describe('judge', () => {
  it.each<[string, Predicate, string]>([
    ['a number that fits all its bounds', { value: 'nr', over: -2, below: 0 }, 'yes'],
    ['a number that misses one of them', { value: 'nr', over: -1, below: 5 }, 'no'],
    ['64 bits without loss', { value: 'huge', over: '18446744073709551614' }, 'yes'],
    ['a sum', { value: 'huge', plus: 'nr', is: '18446744073709551614' }, 'yes'],
    ['a bit', { value: 'flags', hasBit: 4 }, 'yes'],
    ['a bit that is not set', { value: 'flags', hasBit: 1 }, 'no'],
    ['one of a list', { value: 'nr', in: [-1, 4294967295] }, 'yes'],
    ['a misaligned address', { value: 'buffer', misaligned: 512 }, 'yes'],
    ['a null pointer as zero', { value: 'nothing', is: 0 }, 'yes'],
    ['another argument', { value: 'flags', over: { value: 'nr' } }, 'yes'],
    ['a limit of the machine', { value: 'flags', over: { environment: 'aioMaxNr' } }, 'no'],
    ['what the tape does not show', unknown, 'unknown'],
    ['what has no number', { value: 'list', is: 0 }, 'unknown'],
    ['a bound that the tape does not show', { value: 'nr', over: { value: 'absent' } }, 'unknown'],
    ['a pointer to nowhere', { unreadable: 'wild' }, 'yes'],
    ['a pointer that was not followed', { unreadable: 'unseen' }, 'no'],
    ['nothing by its text', { unreadable: 'old' }, 'no'],
    ['no number in a text', { value: 'old', is: 8 }, 'unknown'],
    ['NULL where it leads nowhere', { unreadable: 'nothing' }, 'yes'],
    ['NULL where it is allowed', { dangling: 'nothing' }, 'no'],
    ['a context by its fate', { context: 'nr', is: ['destroyed'] }, 'yes'],
    ['a context that may be gone otherwise', { context: 'nr', is: ['zero'] }, 'unknown'],
  ])('judges %s', (_, predicate, judgement) => {
    expect(judge(predicate, scope)).toBe(judgement);
  });

  it('does not guess: what is unknown stays so unless the rest decides', () => {
    expect(judge({ all: [yes, unknown] }, scope)).toBe('unknown');
    expect(judge({ all: [no, unknown] }, scope)).toBe('no');
    expect(judge({ any: [no, unknown] }, scope)).toBe('unknown');
    expect(judge({ any: [yes, unknown] }, scope)).toBe('yes');
    expect(judge({ not: unknown }, scope)).toBe('unknown');
  });
});

it('tells what is sufficient from what is necessary', () => {
  expect(judgeSign({ iff: no }, scope)).toBe('no');
  expect(judgeSign({ if: yes }, scope)).toBe('yes');
  expect(judgeSign({ if: no }, scope)).toBe('unknown');
  expect(judgeSign({ onlyIf: yes }, scope)).toBe('unknown');
  expect(judgeSign({ onlyIf: no }, scope)).toBe('no');
  expect(judgeSign(undefined, scope)).toBe('unknown');
});
