import { getCollection } from 'astro:content';
import { byPlaceIn } from './by-place-in.ts';
import type { CallFacts } from './call-schema.ts';
import { pageOrder } from './families.ts';
import { pathTo } from './volumes.ts';

const compare = byPlaceIn(pageOrder);
const pathOf = ({ page }: CallFacts) => pathTo('call', page);

/** The calls of the manual, in the order in which their pages should be read. */
export const callsInOrder = (await getCollection('calls'))
  .map(({ data }) => data)
  .sort((a, b) => compare(pathOf(a), pathOf(b)));
