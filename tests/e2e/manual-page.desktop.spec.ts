import { expect, test, type Page } from '@playwright/test';

const long = '/en/man2/io_submit/';

/** Elements of the page, and its length in screens. */
const size = (page: Page) =>
  page.evaluate(() => ({
    elements: document.querySelectorAll('*').length,
    screens: document.documentElement.scrollHeight / innerHeight,
  }));

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('the longest page is read in sixteen screens, and the rest of it comes on demand', async ({
    page,
  }) => {
    await page.goto(long, { waitUntil: 'networkidle' });
    const before = await size(page);
    expect(before.screens).toBeLessThan(16);
    expect(before.elements).toBeLessThan(6000);
    const example = page.locator('live-man-example[data-example="io_submit-append"]');
    await expect(example).toContainText('the file has 11 bytes');
    await expect(example.locator('.source')).toHaveCount(0);
    await example.getByRole('link', { name: 'Open and run' }).press('Enter');
    await expect(example.locator('.source')).toContainText('RWF_APPEND');
    await expect(example.getByRole('log')).toContainText('io_getevents');
    await expect(example.locator('live-man-playground')).toBeFocused();
    await expect(page.locator('#live-man-playground-facts')).toHaveCount(1);
  });

  test('an address leads into an example that is folded, a variant of it and its line', async ({
    page,
  }) => {
    await page.goto(`${long}#io_submit-hidden-errno-libaio-L12`);
    const line = page.locator('#io_submit-hidden-errno-libaio-L12');
    await expect(line).toBeInViewport();
    await expect(line).toHaveJSProperty('tagName', 'SPAN');
    expect(await line.evaluate((element) => element.matches(':target'))).toBe(true);
    await page.goto(`${long}#io_submit-ebadf`);
    const folded = page.locator('#ebadf-not-open live-man-playground#io_submit-ebadf-libaio');
    await expect(folded.or(page.locator('#ebadf-not-open #io_submit-ebadf')).first()).toBeVisible();
  });

  test('where an example cannot be fetched, it says so and stays as it is', async ({ page }) => {
    await page.goto(long);
    await page.route('**/embed/io_submit-append/', (route) => route.abort());
    const example = page.locator('live-man-example[data-example="io_submit-append"]');
    await example.getByRole('link', { name: 'Open and run' }).click();
    await expect(example.getByRole('status')).toContainText('cannot be fetched');
    await expect(example).toContainText('the file has 11 bytes');
  });

  test('the contents stand beside the text, name its examples, and follow', async ({ page }) => {
    await page.goto(long);
    const contents = page.getByRole('complementary');
    const current = contents.locator('[aria-current]');
    await expect(contents.getByRole('link', { name: 'Three requests in one call' })).toBeVisible();
    await page.locator('#espipe-socket-offset').scrollIntoViewIfNeeded();
    await expect(current).toBeInViewport();
    await page.locator('#see-also').scrollIntoViewIfNeeded();
    await expect(current).not.toHaveText(/^\s*Name\s*$/);
    await expect(current).toBeInViewport();
  });

  test('switching the language keeps the reader’s place', async ({ page }) => {
    await page.goto(long);
    await page.evaluate(() => document.getElementById('notes')!.scrollIntoView());
    await expect(page.locator('starlight-toc [aria-current]')).toHaveText(/Notes/);
    await page.locator('.languages').getByRole('link', { name: 'Русский' }).click();
    await expect(page).toHaveURL('/ru/man2/io_submit/#notes');
    await expect(page.locator('#notes')).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.languages').getByRole('link', { name: 'Français' }).click();
    await expect(page).toHaveURL('/fr/man2/io_submit/');
  });

  test('on paper there is no control, what is folded stays folded, and the tape is whole', async ({
    page,
  }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(long, { waitUntil: 'networkidle' });
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText('Open and run').filter({ visible: true })).toHaveCount(0);
    const cut = await page
      .locator('pre, .source, .tape')
      .evaluateAll(
        (boxes) =>
          boxes.filter(
            (box) =>
              box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1,
          ).length,
      );
    expect(cut).toBe(0);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThan(30);
  });
});

test('an address that leads nowhere is answered in its language, with what may have been meant', async ({
  page,
}) => {
  const response = await page.goto('/fr/man2/io_sumbit/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/rien à cette adresse/);
  await expect(page.locator('[data-meant] a')).toHaveAttribute('href', '/fr/man2/io_submit/');
  await expect(page.locator('.contents a', { hasText: 'io_cancel(2)' })).toBeVisible();
  await page.locator('main').getByRole('searchbox').fill('einval');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue('einval');
  const results = page.getByRole('dialog').locator('li a').filter({ visible: true });
  await expect(results.first()).toContainText('EINVAL');
});

test('a browser is told how to search here, and a robot what there is', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap-index\.xml$/m);
  const search = await request.get('/ru/opensearch.xml');
  expect(search.headers()['content-type']).toContain('opensearchdescription+xml');
  expect(await search.text()).toContain('/ru/?q={searchTerms}');
});

/** Text in a weight or a style that has no face of its own, and links in the browser's own blue. */
const madeUp = () => {
  const faces = new Set(
    [...document.fonts].map(({ family, weight, style }) =>
      [family.replaceAll('"', ''), weight === 'normal' ? '400' : weight, style].join(' '),
    ),
  );
  const seen = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.nodeValue!.trim(),
    );
    if (!own || !element.checkVisibility()) continue;
    const { fontFamily, fontWeight, fontStyle, color } = getComputedStyle(element);
    const family = fontFamily.split(',')[0]!.replaceAll('"', '').trim();
    const face = [family, fontWeight, fontStyle].join(' ');
    if (family.startsWith('IBM') && !faces.has(face))
      seen.add(`${face}: ${element.textContent.slice(0, 40)}`);
    if (['rgb(0, 0, 238)', 'rgb(158, 158, 255)'].includes(color))
      seen.add(`blue: ${element.textContent}`);
  }
  return [...seen];
};

for (const [path, scheme] of [
  [long, 'light'],
  ['/ru/', 'dark'],
  ['/fr/errnos/', 'light'],
  ['/en/compare/io_submit-several/', 'dark'],
  ['/en/embedding/', 'light'],
  ['/ru/playground/', 'dark'],
  ['/en/embed/io_setup-first/', 'light'],
  ['/en/status/', 'light'],
] as const) {
  test(`no letter is smeared and no link is the browser’s blue on ${path}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(path);
    expect(await page.evaluate(madeUp)).toEqual([]);
  });
}

test('the table of errnos fits beside the navigation, and without it', async ({ page }) => {
  await page.goto('/fr/errnos/');
  for (const width of [1280, 990, 800, 790, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed).toBeLessThanOrEqual(width);
  }
});

test('the search is in one place on every page, at every width', async ({ page }) => {
  const places = new Set<number>();
  for (const path of [long, '/en/nothing/']) {
    await page.goto(path);
    for (const width of [1024, 1440, 1920, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      places.add((await page.locator('site-search [data-open]').boundingBox())!.x);
    }
  }
  expect([...places]).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [scheme, paper] of [
    ['light', 'rgb(251, 250, 246)'],
    ['dark', 'rgb(21, 22, 26)'],
  ] as const) {
    test(`a page and an example of it are ${scheme}, as the system is`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(long);
      await expect(page.locator('body')).toHaveCSS('background-color', paper);
      await page.locator('#io_submit-append').getByRole('link', { name: 'Open and run' }).click();
      await expect(page).toHaveURL('/en/embed/io_submit-append/');
      await expect(page.locator('html')).toHaveCSS('background-color', paper);
      await expect(page.getByRole('log')).toContainText('io_getevents');
    });
  }
});
