import { publishedTags, type PublishedTag } from '../published/published-tags.ts';

export const getStaticPaths = () =>
  publishedTags.map((tag) => ({ params: { version: String(tag.version) }, props: tag }));

/** `/embed@1.js`: the tag as it was published, byte for byte. */
export const GET = ({ props }: { props: PublishedTag }): Response =>
  new Response(props.script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
