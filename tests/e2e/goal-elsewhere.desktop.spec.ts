import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { serveTutorial } from './pages/tutorial-site.ts';

test('a tag with a goal says what is asked, what came of a run, and tells the page when it is met', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(
    baseURL!,
    `<live-man id="met" example="io_setup-einval-zero" goal="io_setup = EINVAL" ui-lang="en"></live-man>
     <live-man id="missed" example="io_setup-first" goal="ring-full" ui-lang="fr"></live-man>`,
  );
  await page.goto(site.url);
  const solved = page.evaluate(
    () =>
      new Promise((told) =>
        addEventListener('solved', (event) => told((event as CustomEvent<unknown>).detail)),
      ),
  );
  const said = (id: string) => {
    const frame = page.frameLocator(`#${id} iframe`);
    return { frame, line: frame.locator('[data-embed="goal"]') };
  };
  const [met, missed] = [said('met'), said('missed')];
  await expect(met.line).toHaveText(/^The goal: io_setup fails with EINVAL/);
  await met.frame.locator('[data-action="run"]').click();
  await expect(met.line).toHaveText('You have met the goal.');
  expect(await solved).toEqual({ goal: 'io_setup = EINVAL' });
  await page.locator('#missed').scrollIntoViewIfNeeded();
  await missed.frame.locator('[data-action="run"]').click();
  await expect(missed.line).toContainText('io_submit échoue avec EAGAIN');
  site.close();
});

test('a tag with nothing but a goal brings its task and its program, in each form', async ({
  page,
  baseURL,
}) => {
  const start = readFileSync('content/goals/a-context/start.c', 'utf8');
  const solution = readFileSync('content/goals/a-context/solution.c', 'utf8');
  const link = '<a href="/learn">The goal</a>';
  const site = await serveTutorial(
    baseURL!,
    `<live-man id="tag" goal="a-context" ui-lang="en">${link}</live-man>
     <div class="live-man" data-goal="a-context" data-ui-lang="ru"></div><p>Text.</p>
     <iframe id="plain" src="${baseURL}/fr/embed/?goal=a-context" height="900"></iframe>
     <live-man id="own" goal="a-context" ui-lang="en"><pre>${solution.replaceAll('<', '&lt;')}</pre></live-man>
     <live-man id="unknown" goal="no-such-goal">${link}</live-man>
     <live-man id="spelt" goal="io_submit = EAGAIN">${link}</live-man>`,
  );
  await page.goto(site.url);
  const solved = page.evaluate(
    () =>
      new Promise((told) =>
        addEventListener('solved', (event) => {
          const { target, detail } = event as CustomEvent<unknown>;
          told([(target as Element).id, detail]);
        }),
      ),
  );
  const framed = async (place: string) => {
    await page.locator(place).scrollIntoViewIfNeeded();
    return page.locator(place).locator('iframe').contentFrame();
  };

  // Its own program, which does not meet it as it stands.
  const tag = await framed('#tag');
  await expect(tag.getByText('Make a context with io_setup, and destroy it')).toBeVisible();
  await expect(tag.locator('[data-embed="goal"]')).toContainText('io_setup returns 0');
  expect((await tag.locator('.source').innerText()).replace(/\s/g, '')).toContain(
    start.replace(/\s/g, ''),
  );
  await tag.locator('[data-action="run"]').click();
  await expect(tag.locator('[data-embed="goal"]')).toContainText('Missing from the last run');
  await expect(page.locator('#tag a')).toBeHidden();

  const carried = await framed('div.live-man');
  await expect(carried.getByText('Создайте контекст вызовом')).toBeVisible();
  await page.locator('#plain').scrollIntoViewIfNeeded();
  const plain = page.frameLocator('#plain');
  await expect(plain.getByText('Créez un contexte avec io_setup')).toBeVisible();
  await expect(plain.locator('[data-action="run"]')).toBeVisible();

  // The author's own code stays, and is asked the same.
  const own = await framed('#own');
  await expect(own.locator('[data-embed="goal"]')).toContainText('The goal: io_setup returns 0');
  await own.locator('[data-action="run"]').click();
  await expect(own.locator('[data-embed="goal"]')).toHaveText('You have met the goal.');
  expect(await solved).toEqual(['own', { goal: 'a-context' }]);

  // Where there is no program, what the author wrote stays.
  for (const id of ['unknown', 'spelt']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(page.locator(`#${id} a`)).toBeVisible();
    await expect(page.locator(`#${id} iframe`)).toHaveCount(0);
  }

  // Another goal is another task and program.
  await page.evaluate(() => document.querySelector('#tag')!.setAttribute('goal', 'ring-full'));
  await page.locator('#tag').scrollIntoViewIfNeeded();
  await expect(tag.locator('main')).toHaveAttribute('data-goal', 'ring-full');
  await expect(tag.locator('[data-embed="goal"]')).toContainText('EAGAIN');
  site.close();
});

test('the frame of a goal can be read and run without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/ru/embed/goal-a-context/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Создать контекст и вернуть его',
  );
  await expect(page.getByText('Создайте контекст вызовом')).toBeVisible();
  await expect(page.locator('.source')).toContainText('io_setup');
  await expect(page.locator('.plain-form')).toBeVisible();
  await context.close();
});

test('the dialogue on the page of a goal embeds the goal', async ({ page, baseURL }) => {
  await page.goto('/en/learn/a-context/');
  const playground = page.locator('live-man-playground');
  await playground.getByRole('button', { name: 'Embed' }).click();
  const dialog = page.locator('.embed-dialog');
  const tag = dialog.getByLabel(/^As a tag/);
  await expect(tag).toHaveValue(/<live-man goal="a-context" ui-lang="en" height="\d+"><a href/);
  await expect(dialog.getByLabel(/^As an iframe/)).toHaveValue(
    new RegExp(`src="${baseURL}/en/embed/goal-a-context/"`),
  );
  const preview = dialog.locator('live-man iframe').contentFrame();
  await expect(preview.getByText('Make a context with io_setup, and destroy it')).toBeVisible();
});

test('a reader predicts what a line returns, and the run confirms or corrects', async ({
  page,
}) => {
  await page.goto('/en/man2/io_cancel/');
  const prediction = page.locator('live-man-prediction[data-example="io_cancel-poll"]');
  const [guess, said] = [prediction.getByRole('textbox'), prediction.getByRole('status')];
  await guess.fill('0');
  await guess.press('Enter');
  await expect(said).toContainText('You said 0; the kernel answers −1 EINPROGRESS.');
  await expect(said.getByRole('link')).toHaveAttribute('href', /#einprogress-started$/);
  await guess.fill('einprogress');
  await guess.press('Enter');
  await expect(said).toContainText('As you said: −1 EINPROGRESS.');
});

test('error conditions are marked once the reader asks, and only those that were met', async ({
  page,
}) => {
  await page.goto('/en/man2/io_cancel/');
  const coverage = page.locator('live-man-coverage');
  await coverage.getByRole('button').click();
  await expect(coverage).toContainText('have met 0 of');
  const playground = page.locator('live-man-playground#io_cancel-poll');
  await playground.locator('[data-action="run"]').click();
  await expect(coverage).toContainText('have met 1 of');
  await expect(page.locator('article.condition[data-met]')).toHaveId('einprogress-started');
});

test('a run that ends before its goal has come is held against it all the same', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(
    baseURL!,
    `<live-man id="slow" example="io_setup-first" goal="ring-full" ui-lang="en"></live-man>`,
  );
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  await page.route('**/embed/goals/en.json', async (route) => {
    await ended;
    await route.continue();
  });
  await page.goto(site.url);
  const finished = page.evaluate(
    () => new Promise((told) => addEventListener('finished', () => told(null))),
  );
  const frame = page.frameLocator('#slow iframe');
  await frame.locator('[data-action="run"]').click();
  await finished;
  await expect(frame.locator('[data-embed="goal"]')).toBeHidden();
  end();
  await expect(frame.locator('[data-embed="goal"]')).toContainText('Missing from the last run');
  site.close();
});
