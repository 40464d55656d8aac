import { expect, test } from '@playwright/test';
import type { LiveManElement } from '../../site/embed/tag/live-man-element.ts';
import { demo, guideCode } from '../../site/embed/guide/guide-code.ts';
import { Embedded } from './pages/embedded.ts';
import { startRecordStore, statementSchema } from './pages/record-store.ts';
import { serveTutorial } from './pages/tutorial-site.ts';

// The listings of the guide have scripts of their own.
test.use({ bypassCSP: true });

const block = (source: string) =>
  `<pre><code class="language-c">${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></pre>`;

test('a page keeps a score, presses Run and reads the result, as the guide says', async ({
  page,
  baseURL,
}) => {
  const guide = await (await page.request.get('/en/embedding/')).text();
  const [integrity = ''] = /sha384-[\w+/=]{64}/.exec(guide) ?? [];
  const [, version] = /embed@(\d+)\.js/.exec(guide) ?? [];
  const {
    score,
    pinned,
    'own-code': ownCode,
  } = guideCode(baseURL!, 'en', { version: Number(version), integrity });
  const failing = demo.source.replace('SYS_io_setup, 8', 'SYS_io_setup, 0');
  const site = await serveTutorial(
    baseURL!,
    `${score}${ownCode}<div class="live-man" data-start-line="120" data-ui-lang="de" data-label-run="Ausführen"></div>${block(failing)}<p>After.</p>`,
    pinned,
  );
  await page.goto(site.url);
  const own = page.locator('live-man:not([id])').first();
  expect(await own.evaluate((tag: LiveManElement) => tag.source)).toBe(demo.source);

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
  // Lines are called as their author calls them.
  await expect(frame.getByRole('log').locator('.line').first()).toHaveText('128');
  await expect(frame.locator('.source [data-line="9"]')).toHaveAttribute('data-number', '128');
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

test('the lines for a learning system tell its record store that the goal was met', async ({
  page,
  baseURL,
}) => {
  const store = await startRecordStore();
  const { lms } = guideCode(baseURL!, 'en', { version: 1, integrity: '' });
  const site = await serveTutorial(baseURL!, lms);
  const actor = { name: 'A student', mbox: 'mailto:student@school.example' };
  const launch = new URLSearchParams({
    endpoint: `${store.url}xapi/`,
    auth: 'Basic c3R1ZGVudDprZXk=',
    actor: JSON.stringify(actor),
    registration: '6f2b1c66-8f0e-4b6f-9c1a-0c8b7d1e2f3a',
    activity_id: 'https://school.example/activities/aio-1',
  });
  const frame = page.locator('live-man iframe').contentFrame();
  const said = frame.locator('[data-embed="goal"]');
  let requests = 0;
  page.on('request', (request) => (requests += Number(request.url().includes('/statements'))));

  // Opened by itself, the page has nobody to tell.
  await page.goto(site.url);
  await frame.locator('[data-action="edit"]').click();
  await frame.locator('[data-action="plainEditor"]').click();
  const failing = demo.source.replace('SYS_io_setup, 8', 'SYS_io_setup, 0');
  await frame.locator('[data-part="editor"] textarea[spellcheck]').fill(failing);
  await frame.locator('[data-action="run"]').click();
  await expect(said).toHaveText('Vous avez atteint l’objectif.');
  expect(requests).toBe(0);

  // The learning system opens it: what its reader has written is still there.
  await page.goto(`${site.url}?${launch}`);
  await frame.locator('[data-action="run"]').click();
  await expect(said).toHaveText('Vous avez atteint l’objectif.');
  const { path, headers, statement } = await store.told;
  expect(path).toBe('/xapi/statements');
  expect(headers).toMatchObject({
    authorization: 'Basic c3R1ZGVudDprZXk=',
    'content-type': 'application/json',
    'x-experience-api-version': '1.0.3',
  });
  expect(statementSchema.parse(statement)).toEqual({
    actor,
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: { id: 'https://school.example/activities/aio-1' },
    context: { registration: '6f2b1c66-8f0e-4b6f-9c1a-0c8b7d1e2f3a' },
  });
  store.close();
  site.close();
});

test('a block that a framework makes anew gives way too, and counts if it says something else', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(
    baseURL!,
    `<div class="live-man" data-ui-lang="en"></div>${block(demo.source)}<p>After.</p>`,
  );
  await page.goto(site.url);
  const frame = page.locator('.live-man iframe').contentFrame();
  const status = frame.locator('live-man-playground').getByRole('status');
  const pre = page.locator('.live-man + pre');
  const makeAnew = (markup: string) =>
    pre.evaluate((element, made) => (element.outerHTML = made), markup);
  await frame.locator('[data-action="run"]').click();
  await expect(status).toHaveText('The program ended with status 0.');
  await expect(pre).toBeHidden();
  await makeAnew(block(demo.source));
  await expect(pre).toBeHidden();
  // It says the same, so that what the reader sees stays.
  await expect(status).toHaveText('The program ended with status 0.');
  await makeAnew(block('int main(void) { return 7; }'));
  await expect(frame.locator('.source')).toHaveText(/return 7/);
  await expect(pre).toBeHidden();
  site.close();
});

test('embeds move nothing that is being read, and a deep link stays where it leads', async ({
  page,
  baseURL,
}) => {
  const text = '<p style="height: 900px">Text.</p>';
  const target = '<h2 id="target">Target</h2><p style="height: 200vh">The end.</p>';
  const forty = '<live-man example="io_setup-first"></live-man><p>Text.</p>'.repeat(40);
  const three = `<script>
       window.shifts = [];
       new PerformanceObserver((list) => {
         for (const { value, sources } of list.getEntries())
           shifts.push({ value, moved: sources.map(({ node }) => node?.id || node?.nodeName) });
       }).observe({ type: 'layout-shift', buffered: true });
     </script>
     ${text}<live-man id="own">${block(demo.source)}</live-man>${text}
     <live-man id="named" example="io_setup-first"></live-man>${text}
     <live-man id="third" example="io_setup-einval-zero"></live-man>${target}`;
  const site = await serveTutorial(baseURL!, (path) =>
    path === '/forty' ? forty + target : three,
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
  expect(await page.evaluate('shifts')).toEqual([]);

  await page.goto(`${site.url}forty#target`);
  const top = () =>
    page.locator('#target').evaluate((element) => element.getBoundingClientRect().top);
  await expect(page.locator('live-man').last().locator('iframe')).not.toHaveCSS(
    'visibility',
    'hidden',
  );
  await expect.poll(async () => Math.abs(await top())).toBeLessThan(1);
  site.close();
});

test('a frame without an origin runs, and tells its height to pages that have never heard of it', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(
    baseURL!,
    `<script>
       window.heard = [];
       addEventListener('message', ({ data, source }) => {
         heard.push(JSON.stringify(data));
         if (data.sentinel) source.postMessage({ liveMan: 1, kind: 'run' }, '*');
       });
     </script>
     <iframe sandbox="allow-scripts" src="${baseURL}/en/embed/io_setup-first/#?secret=abc123"></iframe>`,
  );
  const runs: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/runs')) runs.push(request.method());
  });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const awake = page.waitForResponse(/\/api\/v1\/kernels$/);
  await page.goto(site.url);
  // Whoever looks into a frame by script counts as having touched it: not before it is awake.
  await awake;
  const frame = page.locator('iframe').contentFrame();
  await expect(frame.locator('[data-action="run"]')).toBeVisible();
  await expect(frame.getByRole('log')).toContainText('io_setup(128');
  // Its page has asked for a run, and nobody else.
  expect(runs).toEqual([]);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join());
  for (const dialect of ['embed-size', 'iframe.resize', 'lti.frameResize', 'abc123'])
    expect(heard).toContain(dialect);
  const status = frame.locator('live-man-playground').getByRole('status');
  await frame.locator('[data-action="run"]').click();
  await expect(status).toHaveText('The program ended with status 0.');
  expect(runs.filter((method) => method === 'POST')).toHaveLength(1);
  expect(errors).toEqual([]);
  site.close();
});
