import { familyOf } from '../facts/family-schema.ts';
import { inLanguage, lacking } from '../facts/localized.ts';
import { textsOfPage } from '../facts/texts-of-page.ts';
import type { DocumentSection, ManualDocument } from './document.ts';
import { link, text } from './inlines.ts';
import { callOf, type Manual, type ManualPage, type PageContext } from './page-context.ts';
import { readMdx } from './read-mdx.ts';
import { wordsOf } from '../words/words-of.ts';

/** Turns a page of the manual into the document from which every format is rendered. */
export function writeDocument(manual: Manual, page: ManualPage): ManualDocument {
  const words = wordsOf(page.lang);
  const url = `${manual.origin}/${page.lang}/${page.path}/`;
  const absolute = (href: string) => new URL(href, url).href;
  const context: PageContext = { manual, page, words, absolute };
  const [, volume = '', name = ''] = /^man(\d\w*)\/(.+)$/.exec(page.path) ?? [];
  return {
    lang: page.lang,
    name,
    volume,
    title: `${name}(${volume})`,
    description: page.description,
    url,
    modified: page.modified,
    subject: subjectIn(manual, page),
    sections: [...readMdx(context), aboutThisPage(context, url)],
  };
}

/** The subject of the page's family, or the page's own if it has none. */
function subjectIn({ families }: Manual, { path, lang }: ManualPage): string {
  const family = familyOf(families, path);
  return family ? inLanguage(family.subject, lang) : '';
}

/** The notes at the end of the page. */
function aboutThisPage(context: PageContext, url: string): DocumentSection {
  const { page, words } = context;
  const sentences = [
    ...translationNotice(context),
    ...(page.call ? [checked(context)] : []),
    `${words.say('manual.license')}.`,
  ];
  return {
    id: 'about-this-page',
    title: words.say('alternates.about'),
    blocks: [
      { kind: 'paragraph', children: [text(sentences.join(' '))] },
      {
        kind: 'paragraph',
        children: [text(`${words.say('alternates.run')} `), link(url, [text(url)])],
      },
    ],
  };
}

function translationNotice({ manual, page, words }: PageContext): string[] {
  if (!page.isTranslated) return [words.say('i18n.untranslatedContent')];
  const examples = new Map(Array.from(manual.examples, ([id, { facts }]) => [id, facts]));
  const texts = textsOfPage(page, { ...manual, examples, messages: [], corrections: [] });
  return lacking(texts, page.lang).length > 0 ? [words.say('translations.someEnglish')] : [];
}

function checked(context: PageContext): string {
  const { source, seenOn } = callOf(context).provenance;
  const day = new Intl.DateTimeFormat(context.page.lang, { dateStyle: 'long', timeZone: 'UTC' });
  const sentence = context.words.say('provenance.checked', { source, ...seenOn });
  // A Russian date already ends in a full stop.
  return `${sentence} ${day.format(new Date(seenOn.date))}.`.replace(/\.+$/, '.');
}
