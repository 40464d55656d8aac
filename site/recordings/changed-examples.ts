import { exampleOrder } from '../facts/manual.ts';
import { readExample, type Example } from '../facts/read-example.ts';
import { hasChanged } from './kernel-groups.ts';

/** An example, by its id. */
export interface NamedExample {
  id: string;
  found: Example;
}

/** Every example of the manual, in its order. */
export const allExamples = (): Promise<NamedExample[]> =>
  Promise.all(exampleOrder.map(async (id) => ({ id, found: await readExample(id) })));

/** Those that do not do the same on all kernels. */
export const changedExamples = async (): Promise<NamedExample[]> =>
  (await allExamples()).filter(({ found }) => hasChanged(found));
