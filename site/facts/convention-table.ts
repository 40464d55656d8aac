import type { UiKey } from './ui-strings-schema.ts';

export interface ConventionNames {
  /** As in the manual. */
  title: string;
  label: UiKey;
}

/** The ways in which a program may make a call, in the order in which pages show them. */
export const conventionTable = {
  syscall: { title: 'syscall(2)', label: 'convention.syscall' },
  libc: { title: 'libc(7)', label: 'convention.libc' },
  libaio: { title: 'libaio(3)', label: 'convention.libaio' },
} as const satisfies Record<string, ConventionNames>;

export type ConventionId = keyof typeof conventionTable;

export const conventionIds = Object.keys(conventionTable) as ConventionId[];

/** The ways in which one call can be made, each with its names. */
export const waysOf = <Way>(ways: Partial<Record<ConventionId, Way>>) =>
  conventionIds.flatMap((id) => {
    const way = ways[id];
    return way === undefined ? [] : [{ ...conventionTable[id], way }];
  });
