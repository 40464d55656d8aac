import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { getCollection, getEntry } from 'astro:content';
import { pathOfPage } from './components/path-of-page.ts';
import { anchorOf, inOrder } from './facts/correction-order.ts';
import { pageOrder } from './facts/families.ts';
import { errorGroups, type Shows } from './facts/error-groups.ts';
import { inLanguage } from './facts/localized.ts';
import { referrersOf } from './facts/manual.ts';
import { byProgram } from './facts/message-schema.ts';
import { readGallery } from './playground/page/read-gallery.ts';
import { changedExamples } from './recordings/changed-examples.ts';
import { sectionsOf, type SectionId } from './facts/sections.ts';
import { errnoEntriesOf, partsOf, topicsOf } from './facts/topics.ts';
import { referenceTo } from './facts/volumes.ts';

type TocItem = NonNullable<StarlightRouteData['toc']>['items'][number];

const item = (depth: number, slug: string, text: string, children: TocItem[] = []): TocItem => ({
  depth,
  slug,
  text,
  children,
});

/** Names in the contents of a page the headings that Starlight does not know: all but Markdown's. */
export const onRequest = defineRouteMiddleware(async (context) => {
  const { entry, toc } = context.locals.starlightRoute;
  if (!toc) return;
  const errors = await errorItems(entry.data.call, context.locals.t('errors.inEvent'));
  const body = entry.body ?? '';
  const topics = await topicItems(body, context.currentLocale);
  const sections = sectionsOf(body).map((id) =>
    item(2, id, context.locals.t(`section.${id}`), id === 'errors' ? errors : topics(id)),
  );
  const isCited = referrersOf(pathOfPage(context)).length > 0;
  const last = isCited ? [item(2, 'referenced-by', context.locals.t('section.referenced-by'))] : [];
  // Only sections begin at the top of a page; other headings have text before them.
  const [top, ...headings] = toc.items;
  const overview = top && sections.length === 0 ? [top] : [];
  const parts = partsOf(body).map(({ id, title }) => item(2, id, title));
  const items = [
    ...sections,
    ...(await listItems(body, context.currentLocale)),
    ...headings,
    ...parts,
    ...last,
  ];
  toc.items = [...overview, ...items];
});

/** What the contents name within a section: under headings, the examples that follow them. */
async function topicItems(body: string, lang: string | undefined) {
  const examples = await getCollection('examples', ({ id }) => body.includes(`"${id}"`));
  const titles = new Map(examples.map(({ id, data }) => [id, inLanguage(data.title, lang)]));
  return (section: SectionId) => {
    const items: TocItem[] = [];
    for (const topic of topicsOf(body, section)) {
      const heading = items.findLast(({ depth }) => depth === 3);
      if (topic.kind === 'heading') items.push(item(3, topic.id, topic.title));
      else (heading?.children ?? items).push(item(4, topic.id, titles.get(topic.id) ?? topic.id));
    }
    return items;
  };
}

/** Contents of the list pages, which have no sections like a manual page. */
async function listItems(body: string, lang: string | undefined): Promise<TocItem[]> {
  const errnos = errnoEntriesOf(body).map((errno) => item(2, errno.toLowerCase(), errno));
  if (body.includes('<ExampleGallery')) {
    return (await readGallery()).map(({ name }) => item(2, name, name));
  }
  if (body.includes('<Messages')) return messageItems();
  if (body.includes('<KernelChanges')) {
    const { kernel, machine } = await changedExamples();
    return [...kernel, ...machine].map(({ id, found }) =>
      item(2, id, inLanguage(found.facts.title, lang)),
    );
  }
  if (!body.includes('<Corrections')) return errnos;
  const corrections = inOrder(
    (await getCollection('corrections')).map(({ data }) => data),
    pageOrder,
  );
  const pages = new Set(corrections.map(({ page }) => page));
  return [...errnos, ...Array.from(pages, (page) => item(2, anchorOf(page), page))];
}

/** The conditions behind what programs log. */
async function messageItems(): Promise<TocItem[]> {
  const messages = (await getCollection('messages')).map(({ data }) => data);
  return [...new Set(messages.toSorted(byProgram).map(({ condition }) => condition))].map(
    (named) => {
      const [page = '', id = ''] = named.split('#');
      const errno = id.split('-')[0]?.toUpperCase();
      return item(2, id, `${errno} ${referenceTo('call', page)}`);
    },
  );
}

async function errorItems(call: string | undefined, inEvent: string): Promise<TocItem[]> {
  const facts = call && (await getEntry('calls', call));
  if (!facts) return [];
  const groups = (shows: Shows, depth: number) =>
    errorGroups(facts.data, shows).map(({ errno, id }) => item(depth, id, errno));
  const delivered = groups('event-res', 4);
  const part = item(3, 'errors-in-event', inEvent, delivered);
  return [...groups('return-value', 3), ...(delivered.length > 0 ? [part] : [])];
}
