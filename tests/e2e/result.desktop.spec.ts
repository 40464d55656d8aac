import { expect, test, type Page } from '@playwright/test';
import { uiLanguages } from '../../playground-server/protocol/index.ts';
import { verifyResult } from '../../playground-server/results/verify-result.ts';
import { SharedPlayground } from './pages/shared-playground.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What the tape on a page says: each call, and what it returned. */
const tapeOn = (page: Page) =>
  page.locator('.tape li[data-call]').evaluateAll((rows) =>
    rows.map((row) => {
      const textOf = (part: string) => row.querySelector(part)?.textContent?.trim();
      return `${textOf('.call')} ${textOf('.result')}`;
    }),
  );

test('the result of a run is shared: read without JavaScript, looked at, verified', async ({
  page,
  browser,
}) => {
  const shared = new SharedPlayground(page);
  await page.goto('/en/playground/#new-c');
  await shared.root.locator('[data-part="takeaway"] summary').click();
  const button = shared.root.locator('[data-tool="share"]');
  await expect(button).toBeHidden();
  await shared.runButton.click();
  await expect(shared.report).toHaveAttribute('data-tone', 'ok');
  await button.click();
  const place = shared.root.locator('[data-part="command"]');
  await expect(place).toHaveText(/\/r\/[0-9a-z]{19}$/);
  const address = await page.evaluate(() => navigator.clipboard.readText());
  await expect(place).toHaveText(address);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  for (const lang of uiLanguages) {
    await reader.goto(address.replace('/r/', `/${lang}/r/`));
    await expect(reader.locator('html')).toHaveAttribute('lang', lang);
    expect(await tapeOn(reader)).toEqual(await tapeOn(page));
    await expect(reader.locator('.source [data-line="10"]')).toContainText('= 0');
    const open = reader.locator('.result-ways a').first();
    await expect(open).toHaveAttribute('href', new RegExp(`^/${lang}/playground/#v1\\.`));
  }
  expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
  const picture = await reader.goto(`${address}.svg`);
  expect(await picture?.text()).toMatch(/^<svg[^]*io_setup[^]*= 0[^]*<\/svg>$/);
  const promised = reader.locator('head > meta[property="og:image"]');
  await reader.goto(address);
  expect(await promised.getAttribute('content')).toMatch(
    new RegExp(`${new URL(address).pathname}\\.png$`),
  );
  await context.close();
  await page.goto(`${address}.png`);
  const size = await page
    .locator('img')
    .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect(size).toEqual([1200, 630]);

  const text = await (await page.request.get(`${address}.json`)).text();
  expect(verifyResult(text)).toMatchObject({ kind: 'genuine' });
  expect(verifyResult(text.replace('"returned":"0"', '"returned":"1"')).kind).toBe('refused');
});
