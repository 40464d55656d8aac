import { expect, test } from '@playwright/test';
import type { LiveManElement } from '../../site/embed/tag/live-man-element.ts';
import { demo, guideCode } from '../../site/embed/guide/guide-code.ts';
import { Embedded } from './pages/embedded.ts';
import { serveTutorial } from './pages/tutorial-site.ts';

// The listings of the guide have scripts of their own.
test.use({ bypassCSP: true });

const block = (source: string) =>
  `<pre><code class="language-c">${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></pre>`;

test('a page keeps a score, presses Run and reads the result, as the guide says', async ({
  page,
  baseURL,
}) => {
  const { score, 'own-code': ownCode } = guideCode(baseURL!, 'en');
  const failing = demo.source.replace('SYS_io_setup, 8', 'SYS_io_setup, 0');
  const site = await serveTutorial(
    baseURL!,
    `${score}${ownCode}<div class="live-man" data-ui-lang="de" data-label-run="Ausführen"></div>${block(failing)}<p>After.</p>`,
  );
  await page.goto(site.url);
  const own = page.locator('live-man:not([id])').first();
  expect(await own.evaluate((tag: LiveManElement) => tag.source)).toBe(`${demo.source}\n`);

  const task = new Embedded(page, 'task');
  await task.wake();
  const finished = await task.tag.evaluate(
    (tag: LiveManElement) =>
      new Promise((resolve) => {
        tag.addEventListener('finished', () => resolve(tag.result), { once: true });
        tag.run();
      }),
  );
  expect(finished).toMatchObject({
    outcome: 'exited',
    status: 0,
    calls: [{ name: 'io_setup', line: 10, returned: '0', errno: null }, { name: 'io_destroy' }],
  });
  await expect(page.locator('#score')).toHaveText('0');

  // Neither the page nor another frame of it can speak for the frame, or to it.
  await page.evaluate(async () => {
    postMessage({ liveMan: 1, kind: 'missing' }, '*');
    const other = document.body.appendChild(document.createElement('iframe'));
    other.srcdoc = `<script>
      const { shadowRoot } = parent.document.querySelector('#task');
      shadowRoot.querySelector('iframe').contentWindow.postMessage({ liveMan: 1, kind: 'show', settings: { theme: 'dark' } }, '*');
      parent.postMessage({ liveMan: 1, kind: 'missing' }, '*');
    </script>`;
    await new Promise((resolve) => (other.onload = resolve));
    other.remove();
  });
  await expect(task.iframe).toHaveCount(1);
  expect(await task.theme()).toBe('light');

  // A carrier's events are its own, and its block gives way.
  const carrier = page.locator('div.live-man');
  await carrier.scrollIntoViewIfNeeded();
  const frame = carrier.locator('iframe').contentFrame();
  const outcome = carrier.evaluate(
    (div) =>
      new Promise((resolve) =>
        div.addEventListener('finished', (event) => resolve((event as CustomEvent).detail), {
          once: true,
        }),
      ),
  );
  await frame.getByRole('button', { name: 'Ausführen' }).click();
  expect(await outcome).toMatchObject({ status: 255, calls: [{ errno: 'EINVAL' }] });
  await expect(page.locator('div.live-man + pre')).toBeHidden();
  await expect(page.getByText('After.')).toBeVisible();

  // The page turns dark, and the frame with it; on paper there is the author's code.
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('div.live-man + pre')).toBeVisible();
  await expect(carrier.locator('iframe')).toBeHidden();
  site.close();
});

test('embeds move nothing that is being read, and a deep link stays where it leads', async ({
  page,
  baseURL,
}) => {
  const text = '<p style="height: 900px">Text.</p>';
  const site = await serveTutorial(
    baseURL!,
    `<script>
       window.shifted = 0;
       new PerformanceObserver((list) => {
         for (const shift of list.getEntries()) window.shifted += shift.value;
       }).observe({ type: 'layout-shift', buffered: true });
     </script>
     ${text}<live-man id="own">${block(demo.source)}</live-man>${text}
     <live-man id="named" example="io_setup-first"></live-man>${text}
     <live-man id="third" example="io_setup-einval-zero"></live-man>
     <h2 id="target">Target</h2><p style="height: 200vh">The end.</p>`,
  );
  await page.goto(site.url);
  for (const id of ['own', 'named', 'third']) {
    const embedded = new Embedded(page, id);
    // Its reader comes near, and then to it.
    await embedded.tag.evaluate((tag) =>
      scrollTo(0, scrollY + tag.getBoundingClientRect().top - innerHeight - 100),
    );
    await expect(embedded.iframe).not.toHaveCSS('visibility', 'hidden');
    await embedded.tag.evaluate((tag) => scrollBy(0, tag.getBoundingClientRect().top - 100));
    await expect(embedded.runButton).toBeVisible();
  }
  const shifted = () => page.evaluate(() => (window as unknown as { shifted: number }).shifted);
  expect(await shifted()).toBeLessThan(0.05);

  await page.goto('about:blank');
  await page.goto(`${site.url}#target`);
  await expect(new Embedded(page, 'third').iframe).not.toHaveCSS('visibility', 'hidden');
  const top = () =>
    page.locator('#target').evaluate((element) => element.getBoundingClientRect().top);
  await expect.poll(async () => Math.abs(await top())).toBeLessThan(25);
  site.close();
});

test('a frame without an origin wakes up, and tells its height to pages that have never heard of it', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(
    baseURL!,
    `<script>
       window.heard = [];
       addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
     </script>
     <iframe sandbox="allow-scripts" src="${baseURL}/en/embed/io_setup-first/#?secret=abc123"></iframe>`,
  );
  await page.goto(site.url);
  const frame = page.locator('iframe').contentFrame();
  await expect(frame.locator('[data-action="run"]')).toBeVisible();
  await expect(frame.getByRole('log')).toContainText('io_setup(128');
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join());
  for (const dialect of ['embed-size', 'iframe.resize', 'lti.frameResize', 'abc123'])
    expect(heard).toContain(dialect);
  site.close();
});
