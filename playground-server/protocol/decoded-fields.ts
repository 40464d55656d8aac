import type { DecodedValue } from './decoded-value.ts';

/** What a value holds: fields of a structure, elements of an array, the target of a pointer. */
export const fieldsOf = (value: DecodedValue): readonly DecodedValue[] =>
  ('fields' in value && value.fields) || [];

/** The value of this name among some: an argument of a call, a field of a structure. */
export const named = (values: readonly DecodedValue[], name: string): DecodedValue | undefined =>
  values.find((value) => value.name === name);
