import { expect, test, type Page } from '@playwright/test';
import { uiLanguages } from '../../playground-server/protocol/index.ts';

/**
 * The other formats offered to readers; oEmbed is for programs, and tested in
 * embed.desktop.spec.ts.
 */
const alternates = (page: Page) =>
  page.locator('link[rel="alternate"][type]:not([type$="+oembed"])').evaluateAll((links) =>
    links.map((link) => ({
      type: link.getAttribute('type') ?? '',
      href: link.getAttribute('href') ?? '',
    })),
  );

test.describe('a reader whose browser asks for French', () => {
  test.use({ locale: 'fr-CA' });

  test('is led from a short address to the French page, and to the same place in it', async ({
    page,
  }) => {
    await page.goto('/io_setup#einval-nr-zero');
    await expect(page).toHaveURL('/fr/man2/io_setup/#einval-nr-zero');
    await page.goto('/');
    await expect(page).toHaveURL('/fr/');
  });

  test('is led to the language chosen last from then on', async ({ page }) => {
    await page.goto('/fr/man2/io_setup/');
    await page.locator('.languages').getByRole('link', { name: 'Русский' }).click();
    await expect(page).toHaveURL('/ru/man2/io_setup/');
    await page.goto('/io_submit.2');
    await expect(page).toHaveURL('/ru/man2/io_submit/');
  });

  test('gets the not-found page for an unknown name', async ({ page }) => {
    const response = await page.goto('/io_setpu');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

for (const path of ['en/man2/io_setup', 'fr/man3/libaio', 'ru/man2type/iocb']) {
  test(`/${path}/ exists in each format that it offers`, async ({ page, request }) => {
    await page.goto(`/${path}/`);
    const known = await alternates(page);
    expect(known.map(({ type }) => type)).toEqual([
      'text/markdown',
      'text/plain',
      'application/json',
      'application/x-troff-man',
      'application/atom+xml',
    ]);
    for (const { type, href } of known) {
      const response = await request.get(href);
      expect([href, response.status()]).toEqual([href, 200]);
      expect(response.headers()['content-type']).toContain(type);
      await expect(page.locator(`.alternates a[href="${href}"]`)).toBeVisible();
    }
  });
}

test('a page tells search engines what it is, and where it is in the other languages', async ({
  page,
}) => {
  await page.goto('/ru/man2/io_setup/');
  const article = JSON.parse(
    await page.locator('script[type="application/ld+json"]').innerText(),
  ) as Record<string, unknown>;
  expect(article).toMatchObject({
    '@type': 'TechArticle',
    headline: 'io_setup(2)',
    inLanguage: 'ru',
  });
  const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
  expect(canonical).toBe(article['url']);
  const languages = page.locator('link[rel="alternate"][hreflang]');
  // One more for everybody else: x-default.
  await expect(languages).toHaveCount(uiLanguages.length + 1);
});

test('the feeds and the site map are well-formed', async ({ page, request }) => {
  await page.goto('/en/');
  const feeds = uiLanguages.map((lang) => `/${lang}/feed.xml`);
  for (const path of [...feeds, '/sitemap-index.xml']) {
    const xml = await (await request.get(path)).text();
    const errors = await page.evaluate(
      (text) =>
        new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')
          ?.textContent,
      xml,
    );
    expect([path, errors]).toEqual([path, undefined]);
  }
});

test('llms.txt leads to every page of the manual', async ({ request }) => {
  const text = await (await request.get('/llms.txt')).text();
  const addresses = Array.from(text.matchAll(/\]\(https?:\/\/[^/]+([^)]+)\)/g), ([, path]) => path);
  expect(addresses).toContain('/fr/man2/io_submit.md');
  for (const path of addresses) expect((await request.get(path ?? '')).status()).toBe(200);
});

test('a program that prefers Markdown gets it at the address of the page', async ({ request }) => {
  const ask = async (path: string, accept: string) => {
    const response = await request.get(path, { headers: { accept } });
    return { text: await response.text(), headers: response.headers() };
  };
  const markdown = await ask('/io_setup', 'text/markdown, */*;q=0.5');
  expect(markdown.text).toBe((await ask('/en/man2/io_setup.md', '*/*')).text);
  expect(markdown.headers['vary']).toContain('Accept');
  expect((await ask('/en/man2/io_setup/', 'text/html,*/*;q=0.8')).text).toMatch(
    /^<!DOCTYPE html>/i,
  );
  const whole = await ask('/ru/llms-full.txt', '*/*');
  expect(whole.text).toContain((await ask('/ru/man2/io_setup.md', '*/*')).text);
});
