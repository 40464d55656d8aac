import type { APIContext, GetStaticPaths } from 'astro';
import { withAliases } from '../../facts/example-alias-table.ts';
import { framedVariants, type FramedVariant } from '../../facts/framed-variants.ts';
import { languages, type Lang } from '../../facts/localized.ts';
import { cardOfExample } from '../example-card.ts';
import { renderPicture } from '../picture/render-picture.ts';

/** What the server draws `/en/embed/io_setup-first.png` from. */
export const getStaticPaths = (async () => {
  const framed = withAliases(await framedVariants());
  return languages.flatMap((lang) =>
    framed.map((props) => ({
      params: { lang, card: props.name },
      props: { ...props, lang },
    })),
  );
}) satisfies GetStaticPaths;

export const GET = ({ props }: APIContext<FramedVariant & { lang: Lang }>): Response =>
  new Response(renderPicture(cardOfExample(props, props.lang)), {
    headers: { 'content-type': 'image/svg+xml' },
  });
