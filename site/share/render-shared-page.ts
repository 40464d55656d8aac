import { Html, html } from '../markup/html.ts';
import { pictureMeta } from '../markup/picture-meta.ts';
import type { Words } from '../words/words.ts';
import tokens from '../styles/tokens.css?raw';
import style from './shared-page.css?raw';

export const sharedPageKinds = ['kept', 'unknown', 'unreachable'] as const;
export type SharedPageKind = (typeof sharedPageKinds)[number];

/**
 * Without scripts, the reader's system chooses the theme: the dark tokens, under another condition.
 */
const [darkBlock] = /(?<=\[data-theme='dark'\] )\{[^}]*\}/.exec(tokens) ?? [];
const darkTokens = `@media screen and (prefers-color-scheme: dark) { :root ${darkBlock ?? ''} }`;

/**
 * The page that answers the address of a short link. The server fills its slots `%%…%%`
 * (fill-template.ts). Browsers with JavaScript redirect before anything is painted; readers without
 * it can read the snippet here, and crawlers find its title.
 */
export function renderSharedPage(kind: SharedPageKind, words: Words, origin: string): string {
  const { head, body } = parts[kind](words, origin);
  const { markup } = html`<html lang="${words.lang}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      ${head}
      <style>
        ${new Html(tokens + darkTokens + style)}
      </style>
    </head>
    <body>
      <header><a href="/${words.lang}/">live-man</a></header>
      <main>${body}</main>
    </body>
  </html>`;
  return `<!doctype html>\n${markup}\n`;
}

interface Part {
  head: Html;
  body: Html;
}

function kept(words: Words, origin: string): Part {
  const playground = `/${words.lang}/playground/#s.%%id%%`;
  const title = `%%title|${words.say('shared.title')}%%`;
  const description = `${words.say('shared.description')}%%calls%%`;
  const oembed = `${origin}/oembed?format=json&url=${encodeURIComponent(`${origin}/s/`)}%%id%%`;
  return {
    head: html`<title>${title} · live-man</title>
      <meta name="description" content="${description}" />
      <meta property="og:title" content="${title}" />
      <meta property="og:description" content="${description}" />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="live-man" />
      <meta property="og:locale" content="${words.lang}" />
      <meta property="og:url" content="${origin}/s/%%id%%" />
      ${pictureMeta(`${origin}/s/%%id%%.png`, words.say('shared.pictureOfSource')).map(
        ({ property, content }) => html`<meta property="${property}" content="${content}" />`,
      )}
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="alternate" type="application/json+oembed" href="${oembed}" title="${title}" />
      <meta name="live-man-playground" content="${playground}" />
      <script>
        location.replace(document.querySelector('[name=live-man-playground]').content);
      </script>`,
    body: html`<h1>${title}</h1>
      <p>${words.say('shared.withoutScript')}</p>
      <pre><code>%%source%%</code></pre>
      <p class="conditions" data-label="${words.say('shared.conditions')}">%%asked%%</p>
      <p class="conditions" data-label="${words.say('playground.kernel')}">%%kernel%%</p>
      ${runAsItIs(words, playground)}
      <p class="ways">
        <a href="${playground}">${words.say('shared.open')}</a>
        <a href="/s/%%id%%/raw">${words.say('shared.raw')}</a>
        <a href="/api/v1/links/%%id%%">JSON</a>
      </p>`,
  };
}

/** For those who have read it: the snippet can then be changed, and run again. */
const runAsItIs = (words: Words, from: string): Html => {
  const fields = {
    source: '%%source%%',
    language: '%%language%%',
    conditions: '%%conditions%%',
    kernel: '%%kernel%%',
    rules: '%%rules%%',
    tape: '%%tape%%',
    arguments: '%%arguments%%',
    stdin: '%%stdin%%',
    from,
  };
  return html`<form method="post" action="/${words.lang}/run/">
    ${Object.entries(fields).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <button type="submit">${words.say('playground.run')}</button>
  </form>`;
};

/** Only a heading and a sentence, and the way to the playground. */
const nothing =
  (
    title: 'shared.unknownTitle' | 'shared.unreachableTitle',
    text: 'shared.unknown' | 'problem.links-unreachable',
  ) =>
  (words: Words): Part => ({
    head: html`<title>${words.say(title)} · live-man</title>`,
    body: html`<h1>${words.say(title)}</h1>
      <p>${words.say(text)}</p>
      <p class="ways">
        <a href="/${words.lang}/playground/">${words.say('playgroundPage.title')}</a>
      </p>`,
  });

const parts: Record<SharedPageKind, (words: Words, origin: string) => Part> = {
  kept,
  unknown: nothing('shared.unknownTitle', 'shared.unknown'),
  unreachable: nothing('shared.unreachableTitle', 'problem.links-unreachable'),
};
