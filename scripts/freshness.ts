/**
 * Lists translations that are behind the English text, and records what one was made from.
 *
 *   npm run freshness                     by language: pages that are stale or missing, and how many
 *                                         texts the facts and the interface lack; by release of
 *                                         man-pages: corrections that it does not bear out
 *   npm run freshness -- --update <file>  the translation matches the present English text
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lacking, targetLanguages, textsIn, type Lang } from '../site/facts/localized.ts';
import { missingSentences } from '../site/words/borrow-english.ts';
import type { Strings } from '../site/words/words.ts';
import { staleTexts, textHashes } from '../site/facts/text-hashes.ts';
import { readPage } from './freshness/read-page.ts';
import { reportPublished } from './freshness/report-published.ts';
import { withRenders } from './freshness/with-renders.ts';

const docs = 'content/docs';
const [option, ...files] = process.argv.slice(2);

if (option === '--update') files.forEach(update);
else {
  for (const lang of targetLanguages) report(lang);
  await reportPublished();
}

function update(file: string): void {
  const english = file.replace(/docs\/(?!en\/)[a-z]+\//, 'docs/en/');
  if (english === file || !existsSync(english)) {
    console.error(`${file} renders nothing: ${docs}/en/ has no such page, or it is that page.`);
    process.exitCode = 1;
    return;
  }
  const hashes = textHashes(readPage(english));
  writeFileSync(file, withRenders(readFileSync(file, 'utf8'), hashes));
}

function report(lang: Lang): void {
  reportPages(lang);
  reportFacts(lang);
  const missing = missingSentences(stringsOf(lang), stringsOf('en')).length;
  console.log(`content/i18n/${lang}.json  ${missing > 0 ? `${missing} missing` : 'whole'}`);
}

/** Names the files of facts in which a language lacks something. */
function reportFacts(lang: Lang): void {
  for (const file of globSync('content/**/*.yaml').sort()) {
    const missing = lacking(textsIn(parse(readFileSync(file, 'utf8'))), lang).length;
    if (missing > 0) console.log(`${file}  ${lang}: ${missing} missing`);
  }
}

function stringsOf(lang: Lang): Strings {
  return JSON.parse(readFileSync(`content/i18n/${lang}.json`, 'utf8')) as Strings;
}

function reportPages(lang: Lang): void {
  for (const path of globSync('**/*.mdx', { cwd: `${docs}/en` }).sort()) {
    const translation = `${docs}/${lang}/${path}`;
    const english = readPage(`${docs}/en/${path}`);
    const stale = existsSync(translation)
      ? staleTexts(english, readPage(translation).renders)
      : ['missing'];
    console.log(`${translation}  ${stale.join(' ') || 'fresh'}`);
  }
}
