import { getCollection } from 'astro:content';
import { variantId } from './variant-id.ts';
import { readExample, type Example, type Variant } from './read-example.ts';

/** One variant of an example, in a frame of its own. */
export interface FramedVariant {
  /** Also the id of its playground in the manual: `io_setup-first`, `io_setup-first-libaio`. */
  name: string;
  /** Id of the example. */
  example: string;
  facts: Example['facts'];
  variant: Variant;
}

/** Every variant of every example. */
export async function framedVariants(): Promise<FramedVariant[]> {
  const examples = await getCollection('examples');
  const framed = examples.map(async ({ id }) => {
    const found = await readExample(id);
    return found.variants.map((variant) => ({
      name: variantId(id, found, variant.lens),
      example: id,
      facts: found.facts,
      variant,
    }));
  });
  return (await Promise.all(framed)).flat();
}
