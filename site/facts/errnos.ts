import { getCollection } from 'astro:content';
import { errnoTable } from './errno-table.ts';

const calls = await getCollection('calls');

/** Every errno of every call, with the place in the manual that explains it. */
export const errnos = errnoTable(calls.map(({ data }) => data));
