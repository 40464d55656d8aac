import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as flags from '../../playground-server/uapi/aio-table.ts';
import { errnos } from '../../playground-server/uapi/errno-table.ts';
import * as structTables from '../../playground-server/uapi/x86-64/aio-struct-table.ts';
import { systemCalls } from '../../playground-server/uapi/x86-64/syscall-table.ts';
import { evaluate } from '../../scripts/tables/ask-gcc.ts';
import { callSchema } from '../../site/facts/call-schema.ts';
import { errnoSchema } from '../../site/facts/errno-schema.ts';
import { structSchema } from '../../site/facts/struct-schema.ts';

/** The numbers that readers see are in the YAML, beside their prose; the tables must agree. */
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

const layouts = { iocb: structTables.iocb, io_event: structTables.ioEvent };

describe.each(globSync('content/structs/*.yaml'))('%s', (path) => {
  const { struct, size, fields, constants } = structSchema.parse(read(path));
  const layout = layouts[struct];

  test('lays its fields out as the table does', () => {
    const told = fields.map(({ name, offset, size: bytes }) => [name, offset, 8 * bytes]);
    const places = Object.entries(layout.fields).map(([name, [offset, type]]) => [
      name,
      offset,
      Number(type.slice(1)),
    ]);
    expect(told).toEqual(places);
    expect(size).toBe(layout.bytes);
  });

  test('gives its constants, even the newest, the numbers of the table', () => {
    const { iocbCommands, iocbFlags, readWriteFlags } = flags;
    const table: Record<string, number> =
      struct === 'iocb' ? { ...iocbCommands, ...iocbFlags, ...readWriteFlags } : {};
    expect(Object.fromEntries(constants.map(({ name, value }) => [name, value]))).toEqual(table);
  });
});

test.each(globSync('content/errnos/*.yaml'))('%s has the number of the table', (path) => {
  const name = basename(path, '.yaml') as keyof typeof errnos;
  expect(errnoSchema.parse(read(path)).number).toBe(errnos[name]);
});

/** A name that the table lacks has no number, and so fails. */
const numberOf: Readonly<Record<string, number>> = systemCalls;

test.each(globSync('content/calls/*.yaml'))('%s has the numbers of both tables', (path) => {
  const { call, numbers } = callSchema.parse(read(path));
  expect(numbers.x86_64).toBe(numberOf[call]);
  expect([numbers.generic]).toEqual(evaluate('x86-64', ['asm-generic/unistd.h'], [`__NR_${call}`]));
});
