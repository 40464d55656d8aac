import type { APIContext, GetStaticPaths } from 'astro';
import { withAliases } from '../../facts/example-alias-table.ts';
import { framedVariants, type FramedVariant } from '../../facts/framed-variants.ts';
import { exampleCard } from '../example-card.ts';

/** `/embed/io_setup-first.svg`: each variant of an example with its recorded results. */
export const getStaticPaths = (async () =>
  withAliases(await framedVariants()).map((props) => ({
    params: { card: props.name },
    props: { ...props },
  }))) satisfies GetStaticPaths;

export const GET = ({ props }: APIContext<FramedVariant>): Response =>
  new Response(exampleCard(props), { headers: { 'content-type': 'image/svg+xml' } });
