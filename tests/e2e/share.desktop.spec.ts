import { deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { uiLanguages } from '../../playground-server/protocol/index.ts';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';
import { SharedPlayground } from './pages/shared-playground.ts';
import { threeInALoop } from './pages/snippets.ts';

const permalink = async (source: string, lang = 'en') =>
  `/${lang}/playground/#${await encodeSnippet({ language: 'c', source })}`;
const fragmentOf = (json: unknown) =>
  `v1.${deflateSync(JSON.stringify(json)).toString('base64url')}`;

test('nothing can be run before it is known what the address asks for', async ({ page }) => {
  const shared = new SharedPlayground(page);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(/shared-snippet-of/, async (route) => {
    await released;
    await route.continue();
  });
  const asked = page.waitForRequest(/shared-snippet-of/);
  await page.goto(await permalink('// mine\nint main(void) { return 3; }'));
  await asked;
  await expect(shared.root).toHaveAttribute('data-held');
  await expect(shared.runButton).toBeHidden();
  release();
  await expect(shared.title).toHaveText('mine');
  await shared.runButton.click();
  await expect(shared.report).toHaveText('The program ended with status 3.');
});

test('a link of which not even the reader can be had says so, and leaves the example', async ({
  page,
}) => {
  const shared = new SharedPlayground(page);
  await page.route(/shared-snippet-of/, (route) => route.abort());
  await page.goto(await permalink('// mine'));
  await expect(shared.notice).toContainText('does not answer');
  await expect(shared.runButton).toBeVisible();
});

test('a link carries what was changed to the playground, and runs nothing by itself', async ({
  page,
}) => {
  const shared = new SharedPlayground(page);
  await page.goto('/en/man2/io_setup/');
  await shared.typeAtTheTop('// «ядро» 🐧\n');
  const link = await shared.sharedLink();
  const runs: string[] = [];
  page.on('request', (request) => request.url().endsWith('/runs') && runs.push(request.url()));
  await page.goto(link);
  await expect(shared.title).toHaveText('«ядро» 🐧');
  await expect(shared.source).toContainText('// «ядро» 🐧');
  await expect(page).toHaveTitle(/^«ядро» 🐧/);
  await expect(shared.tapeRows).toHaveCount(0);
  expect(runs).toEqual([]);
  await shared.runButton.click();
  await expect(shared.tapeRows.first()).toContainText('io_setup');
});

for (const lang of uiLanguages) {
  test(`an example is shared with readers of the same language (${lang})`, async ({ page }) => {
    const shared = new SharedPlayground(page);
    await page.goto(`/${lang}/`);
    const link = await shared.sharedLink();
    expect(link).toContain(`/${lang}/playground/#v1.`);
    const title = await shared.title.textContent();
    await page.goto(link);
    await expect(shared.root).toHaveAttribute('id', /^shared-/);
    await expect(shared.title).toHaveText(title ?? '');
    await expect(shared.root.locator('.lesson')).toContainText(title ?? '');
  });
}

test('a snippet of 64 KiB arrives whole', async ({ page }) => {
  const [head = '', tail = ''] = threeInALoop.split('return 0;');
  const filler = Array.from({ length: 1000 }, (_, line) => `// ${line} ядро ${line * 7919}`);
  const source = [head, ...filler, 'return 0; /* end */', tail].join('\n');
  const shared = new SharedPlayground(page);
  await page.goto(await permalink(source.padEnd(60_000, ' \n')));
  await expect(shared.source).toContainText('// 999 ядро 7911081');
  await expect(shared.source).toContainText('/* end */');
  await shared.runButton.click();
  await expect(shared.tapeRows).toHaveCount(3);
});

test('a snippet is text, whatever it says', async ({ page }) => {
  const hostile = '/* </script><img src=x onerror=alert(1)> */\nint main(void) {}';
  const shared = new SharedPlayground(page);
  await page.goto(await permalink(hostile));
  await expect(shared.title).toHaveText('</script><img src=x onerror=alert(1)>');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

for (const [claim, fragment, sentence] of [
  ['cut off is called damaged', 'v1.eJyrVspJzEsvTUxP', /damaged/],
  ['of a later version is named as one', 'v7.abc', /later release.*v7/],
  [
    'with a bomb is called too large',
    `v1.${deflateSync(Buffer.alloc(1e8)).toString('base64url')}`,
    /more than a snippet may/,
  ],
  [
    'in another language shows its text',
    fragmentOf({ language: 'basic', source: 'PRINT 1' }),
    /does not run: basic/,
  ],
  ['to a short link that is not kept says so', 's.0000000000000000000', /no such short link/],
] as const) {
  test(`a link ${claim}, and its address stays as it is`, async ({ page }) => {
    const shared = new SharedPlayground(page);
    await page.goto(`/en/playground/#${fragment}`);
    await expect(shared.notice).toContainText(sentence);
    await expect(shared.runButton).toBeVisible();
    expect(new URL(page.url()).hash).toBe(`#${fragment}`);
    const text = page.locator('[data-share="text"]');
    await expect(text).toHaveText(
      fragment.startsWith('v1.') && claim.includes('text') ? 'PRINT 1' : '',
    );
  });
}

test('an unknown condition is left out, and named', async ({ page }) => {
  const shared = new SharedPlayground(page);
  const conditions = { moon: 'full', refuse: { io_setup: 'ENOSYS' } };
  await page.goto(
    `/en/playground/#${fragmentOf({ language: 'c', source: threeInALoop, conditions })}`,
  );
  await expect(shared.notice).toContainText('moon');
  await shared.runButton.click();
  await expect(shared.tapeRows.first()).toContainText('ENOSYS');
});

test('starting over is a real start, and leaves the previous draft under Recent', async ({
  page,
}) => {
  const shared = new SharedPlayground(page);
  await page.goto('/en/playground/#new-libaio');
  await expect(shared.source).toContainText('#include <libaio.h>');
  await expect(page).toHaveURL(/#d\.draft-libaio-[0-9a-z]+$/);
  const recent = page.locator('[data-recent]');
  await expect(recent).toBeHidden();
  await shared.typeAtTheTop('// Mine\n');
  await page.getByRole('link', { name: 'C++', exact: true }).click();
  await expect(shared.source).toContainText('#include <system_error>');
  await expect(shared.source).not.toContainText('// Mine');
  await shared.runButton.click();
  await expect(shared.tapeRows.last()).toContainText('io_destroy');
  await recent.locator('summary').click();
  await expect(recent.getByRole('listitem')).toHaveCount(1);
  await expect(recent.getByRole('listitem')).toContainText(/Mine.*libaio/s);
  await recent.getByRole('link', { name: 'Mine' }).click();
  await expect(shared.title).toHaveText('Mine');
  await expect(shared.source).toContainText('// Mine');
  await page.reload();
  await expect(shared.source).toContainText('// Mine');
  await recent.locator('summary').click();
  await recent.getByRole('button', { name: 'Forget “Mine”' }).click();
  await expect(recent).toBeHidden();
});

test('another link in the address replaces the snippet', async ({ page }) => {
  const shared = new SharedPlayground(page);
  await page.goto(await permalink('// one\n'));
  await expect(shared.title).toHaveText('one');
  const { hash } = new URL(await permalink('// two\n'), 'http://localhost');
  await page.evaluate((next) => void (location.hash = next), hash);
  await expect(shared.title).toHaveText('two');
});

test.describe('a short link', () => {
  test.use({ locale: 'fr-FR' });

  test('leads each reader to the playground in their own language', async ({ page }) => {
    const shared = new SharedPlayground(page);
    await page.goto(await permalink('// short and kept\n'));
    await shared.sharedLink();
    await shared.shorten.click();
    await expect(shared.said).toHaveText('The short link is copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/s\/[0-9a-z]{19}$/);
    await page.goto(link);
    await expect(page).toHaveURL(/\/fr\/playground\/#s\.[0-9a-z]{19}$/);
    await expect(shared.title).toHaveText('short and kept');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('shows the snippet, and says to a crawler what it is', async ({ page, request }) => {
      const source = '/* A ring & a <tag> */\nint main(void) {}';
      const made = await request.post('/api/v1/links', { data: { language: 'c', source } });
      const { path } = (await made.json()) as { path: string };
      await page.goto(path);
      await expect(page.locator('pre')).toHaveText(source);
      await expect(page.getByRole('heading')).toHaveText('A ring & a <tag>');
      const title = page.locator('meta[property="og:title"]');
      await expect(title).toHaveAttribute('content', 'A ring & a <tag>');
      await page.getByRole('button', { name: 'Exécuter' }).click();
      await expect(page).toHaveURL('/fr/run/');
      await expect(page.getByRole('textbox')).toHaveValue(source);
      await expect(page.locator('.report')).toContainText('code de sortie 0');
      await page.goBack();
      await page.getByRole('link', { name: 'Texte brut' }).click();
      await expect(page.locator('body')).toHaveText(source);
    });
  });
});

test('sharing works with the keyboard alone', async ({ page }) => {
  const shared = new SharedPlayground(page);
  await page.goto('/en/playground/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await shared.shareButton.focus();
  await page.keyboard.press('Enter');
  await expect(shared.said).toHaveText('The link is copied.');
  await expect(shared.shareButton).toHaveAttribute('aria-expanded', 'true');
  // The buttons that follow this one, then the panel.
  for (const name of ['Embed', 'Run']) {
    await page.keyboard.press('Tab');
    await expect(shared.root.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(shared.panel.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(shared.panel).toBeHidden();
  await expect(shared.shareButton).toBeFocused();
});

test.describe('the gallery', () => {
  test('is narrowed down by words in any language', async ({ page }) => {
    await page.goto('/ru/playground/');
    const entries = page.locator('[data-example]:visible');
    const all = await entries.count();
    await page.locator('#gallery-filter').fill('EINVAL nr');
    await expect(page.locator('example-gallery').getByRole('status')).toContainText(/\d/);
    const some = await entries.count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all / 4);
    await page.locator('#gallery-filter').fill('ничегошеньки');
    await expect(entries).toHaveCount(0);
  });

  test('opens an example on the page, in the variant asked for, with its recorded tape', async ({
    page,
  }) => {
    const shared = new SharedPlayground(page);
    await page.goto('/ru/playground/');
    const entry = page.locator('[data-example="io_setup-einval-zero"]');
    await entry.locator('a.title').click();
    await expect(shared.root).toHaveAttribute('id', 'io_setup-einval-zero');
    await expect(shared.root).toBeInViewport();
    await expect(shared.tapeRows).toHaveCount(1);
    await entry.getByRole('link', { name: 'TypeScript' }).click();
    await expect(shared.root).toHaveAttribute('id', 'io_setup-einval-zero-typescript');
    await shared.runButton.click();
    await expect(shared.report).toHaveText('Программа завершилась с кодом выхода 0.');
    await page.goto('/ru/playground/#e.no-such-example');
    await expect(shared.notice).toContainText('no-such-example');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('lists every example with its lesson, and leads to where it runs', async ({ page }) => {
      await page.goto('/fr/playground/');
      const entries = page.locator('[data-example]');
      expect(await entries.count()).toBeGreaterThan(100);
      await expect(entries.first().locator('p')).not.toBeEmpty();
      await page.locator('[data-example="io_setup-einval-zero"] a.title').click();
      await expect(page).toHaveURL('/fr/man2/io_setup/#io_setup-einval-zero');
      await expect(page.locator('#gallery-filter')).toHaveCount(0);
    });
  });
});

for (const language of ['C', 'TypeScript']) {
  test(`a reader can start over in ${language}, and finds it again after a reload`, async ({
    page,
  }) => {
    const shared = new SharedPlayground(page);
    await page.goto('/en/playground/');
    await page.getByRole('link', { name: language, exact: true }).click();
    await expect(shared.title).toHaveText('New snippet');
    await shared.typeAtTheTop('// mine\n');
    await shared.runButton.click();
    await expect(shared.tapeRows.first()).toContainText('io_setup');
    await page.reload();
    await expect(shared.root).toContainText('// mine');
  });
}
