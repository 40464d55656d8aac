import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Embedded } from './pages/embedded.ts';
import { serveTutorial } from './pages/tutorial-site.ts';

const own = `<live-man id="own" ui-lang="en"><pre><code class="language-c">#include &lt;unistd.h&gt;

int main(void)
{
    return 7 &amp;&amp; getpid() &lt; 0;
}</code></pre></live-man>`;
const example = '<live-man id="example" example="io_setup-first" ui-lang="en"></live-man>';

/** The example and the author's own code appear, and run. */
async function proveThatBothRun(page: Page): Promise<void> {
  for (const id of ['example', 'own']) {
    const embedded = new Embedded(page, id);
    await embedded.wake();
    await embedded.runButton.click();
    await expect(embedded.playground.getByRole('status')).toHaveText(
      'The program ended with status 0.',
    );
    await embedded.fits();
  }
  await expect(page.locator('#own pre')).toBeHidden();
}

test('a page that is read from a disk embeds like any other', async ({
  page,
  baseURL,
}, testInfo) => {
  const path = testInfo.outputPath('tutorial.html');
  const script = `<script src="${baseURL}/embed.js" async></script>`;
  writeFileSync(path, `<!doctype html><meta charset="utf-8">${script}${example}${own}`);
  await page.goto(String(pathToFileURL(path)));
  expect(await page.evaluate(() => self.origin)).toBe('null');
  await proveThatBothRun(page);
});

test('a page that is isolated from other origins, as WebAssembly threads need it, embeds as well', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(baseURL!, example + own, undefined, {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  });
  await page.goto(site.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await proveThatBothRun(page);
  site.close();
});

test('a compact frame fits a slide of 700 pixels, also with what it printed, and nothing in it scrolls', async ({
  page,
  baseURL,
}) => {
  for (const width of [960, 700]) {
    await page.setViewportSize({ width, height: 700 });
    const tag = '<live-man id="slide" example="io_setup-first" ui-lang="en" compact></live-man>';
    const site = await serveTutorial(baseURL!, `<style>* { margin: 0 }</style>${tag}`);
    await page.goto(site.url);
    const slide = new Embedded(page, 'slide');
    await slide.wake();
    await slide.runButton.click();
    await expect(slide.playground.getByRole('status')).toHaveText(
      'The program ended with status 0.',
    );
    await expect(slide.frame.getByText('is ready', { exact: false }).last()).toBeVisible();
    await slide.fits();
    for (const shown of [slide.runButton, slide.line(1), slide.line(18)])
      await expect(shown).toBeInViewport({ ratio: 1 });
    await expect(slide.playground.getByRole('log')).toContainText('io_destroy');
    const height = await slide.iframe.evaluate((iframe) => iframe.clientHeight);
    expect(height, `at ${width} pixels`).toBeLessThanOrEqual(700);
    const scrollers = await slide.frame.locator('body *').evaluateAll((elements) =>
      elements
        .filter((element) => {
          const { overflowY } = getComputedStyle(element);
          const isHigher = element.scrollHeight > element.clientHeight + 1;
          return element.clientHeight > 0 && isHigher && /auto|scroll/.test(overflowY);
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(scrollers).toEqual([]);
    site.close();
  }
});

test('a short link runs in a frame that its page has put into a sandbox, as WordPress does', async ({
  page,
  baseURL,
}) => {
  const data = { language: 'c', source: 'int main(void) { return 5; }' };
  const kept = await page.request.post('/api/v1/links', { data });
  const { id } = (await kept.json()) as { id: string };
  const site = await serveTutorial(
    baseURL!,
    `<iframe sandbox="allow-scripts" src="${baseURL}/en/embed/#s.${id}"></iframe>`,
  );
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(site.url);
  const frame = page.locator('iframe').contentFrame();
  await frame.locator('[data-action="run"]').click();
  await expect(frame.locator('live-man-playground').getByRole('status')).toHaveText(
    'The program ended with status 5.',
  );
  expect(complaints).toEqual([]);
  site.close();
});
