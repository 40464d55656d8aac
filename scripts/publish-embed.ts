/**
 * Publishes the tag as it is now under the next number, /embed@2.js after /embed@1.js. A published
 * script never changes, because pages name it with its hash:
 *
 *   node scripts/publish-embed.ts
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleTag } from '../site/embed/bundle-tag.ts';
import { integrityOf } from '../site/embed/published/integrity.ts';

const folder = new URL('../site/embed/published/', import.meta.url);
const published = readdirSync(folder).filter((name) => name.endsWith('.js')).length;
const path = fileURLToPath(new URL(`embed@${published + 1}.js`, folder));
const code = await bundleTag();
writeFileSync(path, code, { flag: 'wx' });
console.log(`${path}\n${integrityOf(code)}\ntests/unit/embed/published.test.ts keeps it as it is.`);
