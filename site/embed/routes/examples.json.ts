import { getCollection } from 'astro:content';
import { exampleHref } from '../../facts/manual.ts';
import { readExample } from '../../playground/view/read-example.ts';

/** `/embed/examples.json`: what the server's oEmbed endpoint knows of each example. */
export async function GET(): Promise<Response> {
  const examples = await getCollection('examples');
  const entries = examples.map(async ({ id, data }) => {
    const { source, recorded } = (await readExample(id)).variants[0];
    const [, page] = /^\/en\/(.*)\/#/.exec(exampleHref('en', id)) ?? [];
    const calls = recorded.filter(({ kind }) => kind === 'syscall-entry').length;
    const lines = source.trimEnd().split('\n').length;
    return [id, { title: data.title, page, lines, calls }] as const;
  });
  return Response.json(Object.fromEntries(await Promise.all(entries)));
}
