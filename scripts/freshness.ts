/**
 * Tells which translations are behind the English text, and records what one was made from.
 *
 *   npm run freshness                     page × language: what is stale or missing
 *   npm run freshness -- --update <file>  the translation renders the English text of today
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { languages } from '../site/facts/localized.ts';
import { staleTexts, textHashes } from '../site/facts/text-hashes.ts';
import { readPage } from './freshness/read-page.ts';
import { withRenders } from './freshness/with-renders.ts';

const docs = 'content/docs';
const [option, ...files] = process.argv.slice(2);

if (option === '--update') files.forEach(update);
else for (const lang of languages.filter((known) => known !== 'en')) report(lang);

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

function report(lang: string): void {
  for (const path of globSync('**/*.mdx', { cwd: `${docs}/en` }).sort()) {
    const translation = `${docs}/${lang}/${path}`;
    const english = readPage(`${docs}/en/${path}`);
    const stale = existsSync(translation)
      ? staleTexts(english, readPage(translation).renders)
      : ['missing'];
    console.log(`${translation}  ${stale.join(' ') || 'fresh'}`);
  }
}
