import { expect, test } from '@playwright/test';

/** The texts of the page's lines whose result covers their code. */
const coveredLines = () =>
  [...document.querySelectorAll('.source .line')].filter((line) => {
    const code = line.querySelector('.line-text')!.getBoundingClientRect();
    const result = line.querySelector('.line-result')?.getBoundingClientRect();
    if (!result || code.width === 0) return false;
    return result.left < code.right && result.top < code.bottom && result.bottom > code.top;
  }).length;

test('no result covers code on a page of any width', async ({ page }) => {
  await page.goto('/en/man2/io_getevents/');
  await page.addStyleTag({ content: '.source { content-visibility: visible !important }' });
  await expect(page.locator('.line-result').first()).toBeAttached();
  for (const width of [360, 768, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(coveredLines), `${width} px`).toBe(0);
  }
});

test('an errno in an event leads to what the manual says about it', async ({ page }) => {
  await page.goto('/en/man2/io_submit/#epipe-no-reader');
  const condition = page.locator('#epipe-no-reader');
  await condition.locator('summary').first().click();
  const link = condition.locator('.argument').getByRole('link', { name: 'EPIPE' });
  await expect(link).toHaveAttribute('href', '/en/man2/io_submit/#epipe-no-reader');
});

test('the page of a link is fetched ahead while the reader rests on it', async ({ page }) => {
  await page.goto('/en/man2/io_setup/');
  const fetched = page.waitForRequest(/\/en\/man2\/io_destroy\/$/);
  await page.locator('main a[href="/en/man2/io_destroy/"]').first().hover();
  await fetched;
});
