import type { SupplementTopic } from './supplement-table.ts';

/** The ABIs of one kernel, by the names that psABI documents and man pages use. */
export type AbiName = 'x86-64' | 'i386' | 'x32';

/** One `-table.ts` file that the headers fill. */
export interface TableFile {
  /** from the root of the repository */
  path: string;
  groups: readonly Group[];
}

export type Group = ConstantGroup | StructGroup;

interface Asked {
  /** what the comment above the group says */
  about: string;
  headers: readonly string[];
  /** who is asked; where there are several, they must agree */
  abis: readonly [AbiName, ...AbiName[]];
}

/** Constants by name. */
export interface ConstantGroup extends Asked {
  kind: 'constants';
  /** name of the object that holds them; null: each is exported by its own name */
  object: string | null;
  /** all identifiers of this form, or just these */
  names: RegExp | readonly string[];
  except?: readonly string[];
  /** rows of the supplement that belong here */
  topic?: SupplementTopic | undefined;
  /** what is cut off in front of each name */
  prefix?: string;
  /** of several names for one number, the first is kept */
  numbersAreUnique?: boolean;
  hexadecimal?: boolean;
}

/** One structure: its size, and where its fields lie. */
export interface StructGroup extends Asked {
  kind: 'struct';
  object: string;
  /** as C writes it, such as "struct iocb" */
  type: string;
  /** our name of a field, and its path in C */
  fields: Readonly<Record<string, string>>;
  /** 'layout' tells offset and type of a field, 'offsets' its offset alone */
  shape: 'layout' | 'offsets';
  /** C that declares the structure where no header does */
  declaration?: string;
}
