import type { DecodedValue } from './decoded-value.ts';

/** The parts of a value: fields of a structure, elements of an array, the target of a pointer. */
export const fieldsOf = (value: DecodedValue): readonly DecodedValue[] =>
  ('fields' in value && value.fields) || [];

/** The value with this name in a list: an argument of a call, or a field of a structure. */
export const named = (values: readonly DecodedValue[], name: string): DecodedValue | undefined =>
  values.find((value) => value.name === name);
