import { expect, test } from '@playwright/test';

const paths = [
  '/en/',
  '/fr/man2/io_submit/',
  '/ru/playground/',
  '/en/status/',
  '/en/embed/io_setup-first/',
];

for (const path of paths) {
  test(`nothing is written to the browser's console by ${path}`, async ({ page }) => {
    const written: string[] = [];
    page.on('console', (message) => written.push(message.text()));
    page.on('pageerror', (error) => written.push(String(error)));
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(written).toEqual([]);
  });
}
