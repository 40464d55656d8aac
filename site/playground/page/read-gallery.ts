import { getCollection } from 'astro:content';
import { aioCalls } from '../../../playground-server/protocol/aio-call.ts';
import { exampleGroups, type ExampleGroup } from '../../facts/example-groups.ts';
import { pageOfExample } from '../../facts/manual.ts';

/** Overview first, then the calls as a program meets them; what is not named here comes after. */
const pages = ['man7/aio-native', ...aioCalls.map((call) => `man2/${call}`)];

/** All examples of the manual, by the page that shows them. */
export async function readGallery(): Promise<ExampleGroup[]> {
  const examples = await getCollection('examples');
  const entries = examples.map(({ id, data }) => ({ id, facts: data }));
  return exampleGroups(entries, pageOfExample, pages);
}
