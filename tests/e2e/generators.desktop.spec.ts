import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { LiveManElement } from '../../site/embed/tag/live-man-element.ts';
import { serveTutorial } from './pages/tutorial-site.ts';
import type { LocalServer } from '../local-server.ts';

const folder = new URL('../embed/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(new URL('pages/', folder));
const sources = [
  read('c.txt').trimEnd(),
  read('typescript.txt').trimEnd(),
  // With a callout, or a line that a diff removes.
  'int main(void)\n{\n    return 0;\n}',
];

let site: LocalServer;

test.beforeAll(async ({}, { project }) => {
  site = await serveTutorial(project.use.baseURL ?? '', (path) => read(`pages${path}`));
});
test.afterAll(() => site.close());

/** The sources of a page's tags and carriers, as soon as the author's code has been read. */
const tagsOn = (page: Page) =>
  page.evaluate(() => {
    const inside = (root: Document | ShadowRoot): LiveManElement[] =>
      [...root.querySelectorAll<LiveManElement>('live-man, .live-man')].flatMap((element) => {
        if (element.tagName === 'LIVE-MAN') return [element];
        return element.shadowRoot ? inside(element.shadowRoot) : [];
      });
    return inside(document).map(({ source }) => source);
  });

test('the code is read as its author wrote it, from what each generator makes of it', async ({
  page,
}) => {
  // What they show is another matter.
  await page.route('**/embed/', (route) => route.abort());
  for (const name of names) {
    await page.goto(site.url + name);
    const tags = await tagsOn(page);
    expect.soft(tags.length, name).toBeGreaterThan(1);
    for (const tag of tags) expect.soft(sources, name).toContain(tag);
    await expect.soft(page.getByText('The end.'), name).toBeVisible();
  }
});
