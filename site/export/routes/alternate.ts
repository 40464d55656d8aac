import type { APIContext, GetStaticPaths } from 'astro';
import { alternatesOf, type Alternate } from '../alternates.ts';
import { renderers } from '../formats.ts';
import type { Manual, ManualPage } from '../page-context.ts';
import { readManual } from '../read-manual.ts';
import { originOf } from '../../facts/origin.ts';
import { writeDocument } from '../write-document.ts';

interface Props extends Record<string, unknown> {
  manual: Manual;
  page: ManualPage;
  alternate: Alternate;
}

/** /en/man2/io_setup.md and the like: each page of the manual in each of its other formats. */
export const getStaticPaths = (async () => {
  const manual = await readManual(originOf(import.meta.env.SITE));
  return manual.pages.flatMap((page) =>
    alternatesOf(`${page.lang}/${page.path}`).map((alternate) => {
      const [, lang, folder, file] = alternate.href.split('/');
      return { params: { lang, folder, file }, props: { manual, page, alternate } };
    }),
  );
}) satisfies GetStaticPaths;

export function GET({ props: { manual, page, alternate } }: APIContext<Props>): Response {
  const text = renderers[alternate.format](writeDocument(manual, page), manual, page);
  return new Response(text, { headers: { 'content-type': `${alternate.type}; charset=utf-8` } });
}
