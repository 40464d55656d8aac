import { evaluate, identifiers } from './ask-gcc.ts';
import { supplementTable, type SupplementRow } from './supplement-table.ts';
import type { AbiName, ConstantGroup, Group, StructGroup } from './table-file.ts';

/** Offset, and type where the table tells it. */
type Field = number | readonly [offset: number, type: string];

/** What a group's object holds. */
export type Facts =
  | { kind: 'constants'; values: ReadonlyMap<string, number> }
  | { kind: 'struct'; bytes: number; fields: ReadonlyMap<string, Field> };

/** Each group is asked for once a process: gcc takes its time. */
const asked = new WeakMap<Group, Facts>();

/** What the headers of this machine say. Throws where two ABIs disagree that a group treats alike. */
export function statedFacts(group: Group): Facts {
  const facts = asked.get(group) ?? askHeaders(group);
  asked.set(group, facts);
  return facts;
}

function askHeaders(group: Group): Facts {
  const ask = (abi: AbiName): Facts =>
    group.kind === 'constants' ? constants(group, abi) : structure(group, abi);
  const [first, ...others] = group.abis;
  const stated = ask(first);
  if (others.some((abi) => printed(ask(abi)) !== printed(stated))) {
    throw new Error(`${group.object ?? group.about}: ${group.abis.join(', ')} do not agree`);
  }
  return stated;
}

const printed = (facts: Facts): string =>
  JSON.stringify(facts, (_, value: unknown) => (value instanceof Map ? [...value] : value));

function constants(group: ConstantGroup, abi: AbiName): Facts {
  const { names, except = [], prefix = '', headers } = group;
  const mentioned = [...identifiers(abi, headers)];
  const wanted = mentioned.filter(
    (name) =>
      !except.includes(name) && (names instanceof RegExp ? names.test(name) : names.includes(name)),
  );
  const values = evaluate(abi, headers, wanted);
  const pairs = wanted.map((name, index) => [name.slice(prefix.length), values[index]!] as const);
  const kept = group.numbersAreUnique
    ? pairs.filter(([, value], index) => values.indexOf(value) === index)
    : pairs;
  return { kind: 'constants', values: new Map(kept.toSorted(([, a], [, b]) => a - b)) };
}

function structure(
  { type, fields, shape, headers, declaration }: StructGroup,
  abi: AbiName,
): Facts {
  const one = `((${type} *)0)`;
  const asked = Object.values(fields).flatMap((path) => [
    `__builtin_offsetof(${type}, ${path})`,
    `sizeof(${one}->${path})`,
    `(__typeof__(${one}->${path}))-1 < (__typeof__(${one}->${path}))1`,
  ]);
  const [bytes = 0, ...answers] = evaluate(
    abi,
    headers,
    [`sizeof(${type})`, ...asked],
    declaration,
  );
  const places = Object.keys(fields).map((name, index): [string, Field] => {
    const [offset, size, isSigned] = answers.slice(3 * index, 3 * index + 3) as [
      number,
      number,
      number,
    ];
    return [name, shape === 'offsets' ? offset : [offset, `${isSigned ? 's' : 'u'}${8 * size}`]];
  });
  return { kind: 'struct', bytes, fields: new Map(places) };
}

/** The rows of the supplement that belong to a group. */
export function supplementOf(group: Group): readonly SupplementRow[] {
  if (group.kind === 'struct') return [];
  const { topic, abis } = group;
  return supplementTable.filter((row) => row.topic === topic && row.abis.includes(abis[0]));
}

/** What a table holds: the headers' facts, and what they do not state. */
export function completeFacts(group: Group): Facts {
  const facts = statedFacts(group);
  if (facts.kind === 'struct' || group.kind === 'struct') return facts;
  const values = new Map(supplementOf(group).map(({ name, value }) => [name, value]));
  for (const [name, value] of facts.values) values.set(name, value);
  const absent = Array.isArray(group.names)
    ? (group.names as readonly string[]).filter((name) => !values.has(name))
    : [];
  if (absent.length > 0) throw new Error(`${group.headers.join(', ')}: no ${absent.join(', ')}`);
  return { kind: 'constants', values: new Map([...values].toSorted(([, a], [, b]) => a - b)) };
}
