import { exampleOrder } from '../facts/manual.ts';
import { readExample, type Example } from '../facts/read-example.ts';
import { changeOf } from './kernel-groups.ts';

/** An example, by its id. */
export interface NamedExample {
  id: string;
  found: Example;
}

/** Every example of the manual, in its order. */
export const allExamples = (): Promise<NamedExample[]> =>
  Promise.all(exampleOrder.map(async (id) => ({ id, found: await readExample(id) })));

/** Those that do not do the same everywhere: first where it is the kernel, then the machine. */
export async function changedExamples(): Promise<Record<'kernel' | 'machine', NamedExample[]>> {
  const all = await allExamples();
  const by = (reason: 'kernel' | 'machine') =>
    all.filter(({ found }) => changeOf(found) === reason);
  return { kernel: by('kernel'), machine: by('machine') };
}
