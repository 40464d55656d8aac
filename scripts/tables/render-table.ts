import { format, resolveConfig } from 'prettier';
import { completeFacts, type Facts } from './collect-facts.ts';
import type { Group, TableFile } from './table-file.ts';

const howToRenew = 'Written by `npm run tables`: edit scripts/tables/ instead.';

/** The text of a table, as the headers of this machine and the supplement have it. */
export function renderTable({ path, groups }: TableFile): Promise<string> {
  return pretty(
    path,
    groups.map((group) => renderGroup(group, completeFacts(group))),
  );
}

/** Where the version of the headers is kept that the tables were made from. */
export const versionPath = 'scripts/tables/version-table.ts';

export const renderVersion = (version: readonly number[]): Promise<string> =>
  pretty(versionPath, [
    `/** The Linux whose headers the tables were made from; linux/version.h. */
    export const tablesVersion: readonly number[] = ${JSON.stringify(version)};`,
  ]);

async function pretty(path: string, parts: readonly string[]): Promise<string> {
  const text = [`// ${howToRenew}`, ...parts].join('\n\n');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function renderGroup(group: Group, facts: Facts): string {
  const comment = `/** ${group.about} */`;
  const number = (value: number) =>
    group.kind === 'constants' && group.hexadecimal ? `0x${value.toString(16)}` : `${value}`;
  if (facts.kind === 'struct')
    return `${comment}\nexport const ${group.object} = ${structText(facts)}`;
  const pairs = [...facts.values];
  if (group.object === null) {
    return [
      comment,
      ...pairs.map(([name, value]) => `export const ${name} = ${number(value)};`),
    ].join('\n');
  }
  const lines = pairs.map(([name, value]) => `${name}: ${number(value)},`);
  return `${comment}\nexport const ${group.object} = {\n${lines.join('\n')}\n} as const;`;
}

function structText({ bytes, fields }: Extract<Facts, { kind: 'struct' }>): string {
  const lines = [...fields].map(([name, field]) => `${name}: ${JSON.stringify(field)},`);
  return `{\nbytes: ${bytes},\nfields: {\n${lines.join('\n')}\n},\n} as const;`;
}
