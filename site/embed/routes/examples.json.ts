import { pageOfExample } from '../../facts/manual.ts';
import { framedVariants } from '../../facts/framed-variants.ts';

/** `/embed/examples.json`: what the server's oEmbed endpoint knows of each variant of an example. */
export async function GET(): Promise<Response> {
  const framed = await framedVariants();
  const entries = framed.map(({ name, example, facts, variant }) => {
    const calls = variant.recorded.filter(({ kind }) => kind === 'syscall-entry').length;
    const lines = variant.source.trimEnd().split('\n').length;
    return [name, { title: facts.title, page: pageOfExample(example), lines, calls }] as const;
  });
  return Response.json(Object.fromEntries(entries));
}
