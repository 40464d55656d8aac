import { pathToFileURL } from 'node:url';
import { statedFacts, supplementOf, type Facts } from './collect-facts.ts';
import type { Group, TableFile } from './table-file.ts';

/** How a committed table stands to the headers of this machine; each line names one fact. */
export interface Comparison {
  /** the headers give the name another value, or the number another name: one of the two is wrong */
  contradictions: string[];
  /** the headers state what the table lacks */
  additions: string[];
  /** neither the headers nor the supplement know it */
  unstated: string[];
  /** rows of the supplement that the headers state by now */
  caughtUp: string[];
}

type Exports = Readonly<Record<string, unknown>>;

/** Compares what a table exports with what the headers say. */
export async function compareTable({ path, groups }: TableFile): Promise<Comparison> {
  const committed = (await import(pathToFileURL(path).href)) as Exports;
  const compared = groups.map((group) => compareGroup(path, group, committed));
  return {
    contradictions: compared.flatMap((each) => each.contradictions),
    additions: compared.flatMap((each) => each.additions),
    unstated: compared.flatMap((each) => each.unstated),
    caughtUp: compared.flatMap((each) => each.caughtUp),
  };
}

function compareGroup(path: string, group: Group, committed: Exports): Comparison {
  const stated = flatten(statedFacts(group));
  const table = new Map(Object.entries(tableOf(group, committed)));
  const supplement = new Map(supplementOf(group).map((row) => [row.name, row]));
  const names = byValue(table);
  const line = (name: string) =>
    `${path}: ${name} is ${table.get(name) ?? 'missing'}, in the headers ${stated.get(name) ?? 'missing'}`;
  const isUnique = group.kind === 'constants' && group.numbersAreUnique;
  const contradicts = ([name, value]: [string, string]): boolean => {
    if (table.has(name)) return table.get(name) !== value;
    const other = names.get(value);
    return Boolean(isUnique) && other !== undefined && stated.get(other) !== value;
  };
  const found = [...stated];
  return {
    contradictions: found.filter(contradicts).map(([name]) => line(name)),
    additions: found.filter(([name]) => !table.has(name)).map(([name]) => line(name)),
    unstated: [...table.keys()]
      .filter((name) => !stated.has(name) && !supplement.has(name))
      .map(line),
    caughtUp: [...supplement.keys()].filter((name) => stated.has(name)).map(line),
  };
}

const byValue = (table: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(Array.from(table, ([name, value]) => [value, name]));

/** Each fact as text: `22` of a constant, `20 u32` of a field. */
function flatten(facts: Facts): ReadonlyMap<string, string> {
  if (facts.kind === 'constants') {
    return new Map(Array.from(facts.values, ([name, value]) => [name, `${value}`]));
  }
  return new Map([
    ['sizeof', `${facts.bytes}`],
    ...Array.from(facts.fields, ([name, field]): [string, string] => [
      name,
      [field].flat().join(','),
    ]),
  ]);
}

/** The part of a table's exports that a group wrote. */
function tableOf(group: Group, committed: Exports): Record<string, string> {
  const own = ownExports(group, committed);
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)]));
}

function ownExports(group: Group, committed: Exports): Exports {
  if (group.kind === 'struct') {
    const { bytes, fields } = committed[group.object] as { bytes: number; fields: Exports };
    return { sizeof: bytes, ...fields };
  }
  const { object, names } = group;
  if (object !== null) return committed[object] as Exports;
  const isOwn = (name: string) =>
    names instanceof RegExp ? names.test(name) : names.includes(name);
  return Object.fromEntries(Object.entries(committed).filter(([name]) => isOwn(name)));
}
