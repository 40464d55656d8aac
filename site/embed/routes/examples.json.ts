import { pageOfExample } from '../../facts/manual.ts';
import { withAliases } from '../../facts/example-alias-table.ts';
import { framedVariants } from '../../facts/framed-variants.ts';
import { frameHeight } from '../frame-height.ts';

/** `/embed/examples.json`: what the server's oEmbed endpoint knows of each variant of an example. */
export async function GET(): Promise<Response> {
  const framed = withAliases(await framedVariants());
  const entries = framed.map(({ name, example, facts, variant }) => {
    const height = frameHeight(variant.source, variant.recorded);
    return [name, { title: facts.title, page: pageOfExample(example), height }] as const;
  });
  return Response.json(Object.fromEntries(entries));
}
