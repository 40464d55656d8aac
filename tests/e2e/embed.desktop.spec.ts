import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Embedded } from './pages/embedded.ts';
import { serveTutorial } from './pages/tutorial-site.ts';
import type { LocalServer } from '../local-server.ts';

const ownCode = `#include &lt;linux/aio_abi.h&gt;
#include &lt;sys/syscall.h&gt;
#include &lt;unistd.h&gt;

int main(void)
{
    aio_context_t ctx = 0;

    return syscall(SYS_io_setup, 0, &amp;ctx) == 0;
}`;

const body = `
  <p>Before.</p>
  <live-man id="example" example="io_setup-first" ui-lang="en" theme="light" lines="6-18"></live-man>
  <live-man id="own" label="La mienne" run="visible">
    <pre><code class="language-c">${ownCode}</code></pre>
  </live-man>
  <live-man id="wrong" example="io_setup-einval-zero" ui-lang="en" colour="red" theme="blue" read-only tape="closed"></live-man>
  <live-man id="folded" example="io_setup-first" ui-lang="en" theme="light" lines="6-18" tape="closed"></live-man>
  <live-man id="unknown" example="io_nothing" ui-lang="en"></live-man>
  <live-man id="gone" example="io_nothing" ui-lang="en"><a href="/mine">My own link</a></live-man>
  <div style="height: 300vh"></div>
  <live-man id="far" example="io_submit-first"><pre>far away</pre></live-man>
  <live-man id="asked" example="io_setup-first" ui-lang="ru" load="click"></live-man>`;

let site: LocalServer;

test.beforeAll(async ({}, { project }) => {
  site = await serveTutorial(project.use.baseURL ?? '', body);
});
test.afterAll(() => site.close());

test('an example runs on a page of another origin, and is as high as it needs to be', async ({
  page,
}) => {
  await page.goto(site.url);
  const embedded = new Embedded(page, 'example');
  await embedded.wake();
  await expect(embedded.line(10)).toContainText('= 0');
  await embedded.runButton.click();
  await expect(embedded.playground.getByRole('status')).toHaveText(
    'The program ended with status 0.',
  );
  await expect(embedded.line(5)).toBeHidden();
  await embedded.frame.getByRole('button', { name: '5 hidden lines' }).press('Enter');
  await expect(embedded.line(5)).toBeVisible();
  await embedded.fits();
  // The style sheet of the page stays outside.
  await expect(embedded.iframe).toHaveCSS('border-top-width', '0px');
});

test('the theme follows the attribute while the page is open', async ({ page }) => {
  await page.goto(site.url);
  const embedded = new Embedded(page, 'example');
  await expect(embedded.runButton).toBeVisible();
  expect(await embedded.theme()).toBe('light');
  await embedded.tag.evaluate((tag) => tag.setAttribute('theme', 'dark'));
  await expect.poll(() => embedded.theme()).toBe('dark');
});

test('a change of the theme leaves open what the reader has opened', async ({ page }) => {
  await page.goto(site.url);
  const embedded = new Embedded(page, 'folded');
  await embedded.wake();
  await expect(embedded.playground.getByRole('log')).toBeHidden();
  await embedded.frame.getByRole('button', { name: 'Show the tape' }).press('Enter');
  await embedded.frame.getByRole('button', { name: '5 hidden lines' }).press('Enter');
  await embedded.tag.evaluate((tag) => tag.setAttribute('theme', 'dark'));
  await expect.poll(() => embedded.theme()).toBe('dark');
  await expect(embedded.playground.getByRole('log')).toBeVisible();
  await expect(embedded.line(5)).toBeVisible();
  // A new setting counts.
  await embedded.tag.evaluate((tag) => tag.setAttribute('lines', '8-18'));
  await expect(embedded.line(5)).toBeHidden();
});

test("the author's own code is replaced by a frame that runs it, with its errno explained", async ({
  page,
  context,
}) => {
  await page.goto(site.url);
  const embedded = new Embedded(page, 'own');
  await embedded.wake();
  await expect(embedded.line(9)).toContainText('= -1 EINVAL');
  await expect(page.locator('#own pre')).toBeHidden();
  await expect(embedded.playground).toHaveAccessibleName(/La mienne/);
  const opened = context.waitForEvent('page');
  await embedded.line(9).getByRole('link', { name: 'EINVAL' }).click();
  await expect(await opened).toHaveURL(/\/fr\/man2\/io_setup\/#einval/);
  expect(page.url()).toBe(site.url);
});

test('of all snippets that a page wants to run unasked, one runs, once per page load and minute', async ({
  page,
  baseURL,
}) => {
  const wish = (id: string) =>
    `<live-man id="${id}" example="io_setup-first" ui-lang="en" run="visible" tape="closed"></live-man>`;
  const eager = await serveTutorial(baseURL ?? '', wish('first') + wish('second'));
  let runs = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/runs')) runs += 1;
  });
  // A lock decides which frame may run; each frame reports here what it was told.
  await page.addInitScript(() => {
    const { locks } = navigator;
    const request = locks.request.bind(locks) as (
      name: string,
      options: LockOptions,
      granted: LockGrantedCallback<unknown>,
    ) => Promise<unknown>;
    const saying: typeof request = (name, options, granted) =>
      request(name, options, (lock) => {
        document.documentElement.dataset['mayRun'] = String(lock !== null);
        return granted(lock);
      });
    locks.request = saying as typeof locks.request;
  });
  const [first, second] = [new Embedded(page, 'first'), new Embedded(page, 'second')];
  const told = async (tutorial: Embedded) => {
    const html = tutorial.frame.locator('html');
    await tutorial.wake();
    // A frame that left the view too early would wait until it is in view again.
    await expect(html).toHaveAttribute('data-may-run');
    return html.getAttribute('data-may-run');
  };
  const wake = async () => {
    // Both may be in view at once, and either may come first.
    const mayRun = [await told(first), await told(second)];
    expect(mayRun.map(String).toSorted()).toEqual(['false', 'true']);
  };

  await page.goto(eager.url);
  await wake();
  await expect.poll(() => runs).toBe(1);

  await page.reload();
  await wake();
  await second.runButton.click();
  await expect(second.playground.getByRole('status')).toHaveText(
    'The program ended with status 0.',
  );
  expect(runs).toBe(2);
  eager.close();
});

test('the reader’s changes go along to the playground', async ({ page, context }) => {
  await page.goto(site.url);
  const embedded = new Embedded(page, 'example');
  await embedded.playground.locator('[data-action="edit"]').click();
  await embedded.playground.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.type('// mine');
  await expect(embedded.playground.locator('.monaco-editor')).toContainText('// mine');
  const opened = context.waitForEvent('page');
  await embedded.frame.getByRole('button', { name: 'Open in the playground' }).click();
  const playground = await opened;
  await expect(playground).toHaveURL(/\/en\/playground\/#v1\./);
  await expect(playground.locator('.source').first()).toContainText(
    '// mine#include <linux/aio_abi.h>',
  );
});

test('the author’s mistakes are told to the console, and readers see none of them', async ({
  page,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.goto(site.url);
  const wrong = new Embedded(page, 'wrong');
  await wrong.wake();
  await expect.poll(() => warnings.join('\n')).toMatch(/“blue”.*theme.*light \| dark/);
  await expect(wrong.playground.getByRole('log')).toBeHidden();
  await expect(wrong.playground.getByRole('button', { name: 'Edit' })).toBeHidden();
  await wrong.frame.getByRole('button', { name: 'Show the tape' }).click();
  await expect(wrong.playground.getByRole('log')).toBeVisible();
  const unknown = new Embedded(page, 'unknown');
  await unknown.tag.scrollIntoViewIfNeeded();
  await expect(unknown.frame.getByText('This snippet is not available.')).toBeVisible();
  await expect.poll(() => warnings.join('\n')).toContain('“io_nothing”');
  for (const { frame } of [wrong, unknown])
    await expect(frame.getByText(/“(?:blue|colour|io_nothing)”/)).toHaveCount(0);
  // What the author wrote is better than a frame with nothing in it.
  const gone = new Embedded(page, 'gone');
  await gone.tag.scrollIntoViewIfNeeded();
  await expect(gone.iframe).toHaveCount(0);
  await expect(gone.tag.getByRole('link', { name: 'My own link' })).toBeVisible();
});

test('a kernel that the server lacks is named in the frame, and the snippet runs on the server’s', async ({
  page,
  baseURL,
}) => {
  const sentences = {
    en: 'server does not have',
    fr: 'ce serveur n’a pas',
    ru: 'этом сервере нет',
  };
  const tags = Object.keys(sentences).map(
    (lang) =>
      `<live-man id="${lang}" example="io_setup-first" ui-lang="${lang}" kernel="9.9"></live-man>`,
  );
  const tutorial = await serveTutorial(baseURL ?? '', tags.join('\n'));
  await page.goto(tutorial.url);
  for (const [lang, sentence] of Object.entries(sentences)) {
    const embedded = new Embedded(page, lang);
    await embedded.wake();
    await expect(embedded.frame.locator('[data-embed="kernel"]')).toContainText(sentence);
  }
  const embedded = new Embedded(page, 'en');
  await embedded.wake();
  await embedded.runButton.click();
  await expect(embedded.playground.getByRole('status')).toHaveText(
    'The program ended with status 0.',
  );
  // What nobody can have is a mistake of the author's.
  const warned = page.waitForEvent('console', (message) => /“Linux 6.1”/.test(message.text()));
  await embedded.tag.evaluate((tag) => tag.setAttribute('kernel', 'Linux 6.1'));
  expect((await warned).text()).toMatch(/kernel.*host \| 6\.1/);
  await expect(embedded.frame.locator('[data-embed="kernel"]')).toBeHidden();
  tutorial.close();
});

test('nothing is requested before it is near, or clicked', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site.url);
  await expect(new Embedded(page, 'example').runButton).toBeVisible();
  expect(asked).not.toContainEqual(expect.stringContaining('io_submit-first'));
  await expect(page.locator('#far pre')).toHaveText('far away');
  await new Embedded(page, 'far').wake();
  const click = new Embedded(page, 'asked');
  await expect(click.iframe).toHaveCount(0);
  // By the keyboard: a frame above may still grow, and move the button away from under a mouse.
  await click.tag.getByRole('button', { name: 'Запустить здесь' }).press('Enter');
  await expect(click.line(10)).toContainText('SYS_io_setup');
  await click.wake();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the tutorial reads as its author wrote it', async ({ page }) => {
    await page.goto(site.url);
    await expect(page.locator('#own pre')).toContainText('SYS_io_setup, 0, &ctx');
    await expect(page.locator('iframe')).toHaveCount(0);
  });

  test('the frame of an example shows its source and its recorded tape', async ({ page }) => {
    await page.goto('/en/embed/io_setup-first/');
    await expect(page.locator('.source')).toContainText('SYS_io_setup, 128, &ctx');
    await expect(page.getByRole('log')).toContainText('io_setup(128');
  });
});

test('no page can be framed except those made for it', async ({ page, baseURL }) => {
  const thief = await serveTutorial(baseURL ?? '', '<iframe></iframe>');
  await page.goto(thief.url);
  const refused = page.waitForEvent('console', (message) =>
    message.text().includes("frame-ancestors 'none'"),
  );
  await page.locator('iframe').evaluate((iframe: HTMLIFrameElement, src) => {
    iframe.src = src;
  }, `${baseURL}/en/man2/io_setup/`);
  await refused;
  thief.close();
});

test('a page that only knows oEmbed gives a frame about the height that it needs', async ({
  page,
  baseURL,
}) => {
  for (const example of ['io_setup-first', 'io_submit-several']) {
    const url = `${baseURL}/en/embed/${example}/`;
    const answer = await page.request.get(`/oembed?${new URLSearchParams({ url })}`);
    const { width, height } = (await answer.json()) as { width: number; height: number };
    await page.setViewportSize({ width, height: 300 });
    await page.goto(url);
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(Math.abs(height - needed) / needed, example).toBeLessThan(0.2);
  }
});

test('axe has nothing to say about a frame', async ({ page }) => {
  await page.goto('/ru/embed/io_setup-einval-zero/?colour=red&lines=7-12&theme=dark');
  await expect(page.locator('[data-action="run"]')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
});
