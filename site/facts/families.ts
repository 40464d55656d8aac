import { getCollection } from 'astro:content';
import { pagePath } from './page-reference.ts';

export const families = (await getCollection('families')).map(({ data }) => data);

/** The pages of all families, such as `man2/io_setup`, in the order of the families. */
export const pageOrder = families.flatMap(({ pages }) => pages.map(pagePath));
