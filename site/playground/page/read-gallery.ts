import { getCollection } from 'astro:content';
import { exampleGroups, type ExampleGroup } from '../../facts/example-groups.ts';
import { pageOrder } from '../../facts/families.ts';
import { pageOfExample } from '../../facts/manual.ts';

/** All examples of the manual, by the page that shows them. */
export async function readGallery(): Promise<ExampleGroup[]> {
  const examples = await getCollection('examples');
  const entries = examples.map(({ id, data }) => ({ id, facts: data }));
  return exampleGroups(entries, pageOfExample, pageOrder);
}
