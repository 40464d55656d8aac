import { getCollection } from 'astro:content';
import { exampleGroups, type ExampleGroup } from '../../facts/example-groups.ts';
import { pageOrder } from '../../facts/families.ts';
import { exampleOrder, pageOfExample } from '../../facts/manual.ts';

/** All examples of the manual, by the page that shows them and in its order. */
export async function readGallery(): Promise<ExampleGroup[]> {
  const examples = await getCollection('examples');
  const entries = examples
    .map(({ id, data }) => ({ id, facts: data }))
    .sort((a, b) => exampleOrder.indexOf(a.id) - exampleOrder.indexOf(b.id));
  return exampleGroups(entries, pageOfExample, pageOrder);
}
