import { expect, test, type FileChooser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const program = (name: string) => readFileSync(`content/goals/two-at-once/${name}.c`, 'utf8');

const parts = (page: Page) => page.locator('live-man-goal [data-state]');
const status = (page: Page) => page.locator('[data-goal-part="status"]');
const solution = (page: Page) => page.locator('[data-goal-part="solution"]');

async function runWith(page: Page, source: string): Promise<void> {
  const playground = page.locator('live-man-playground');
  const textarea = playground.locator('[data-part="editor"] textarea[spellcheck]');
  if (!(await textarea.isVisible())) await playground.locator('[data-action="edit"]').click();
  await textarea.fill(source);
  await playground.locator('[data-action="run"]').click();
}

test('a goal is missed, met and remembered, and all of it can be exported and cleared', async ({
  page,
}) => {
  await page.goto('/en/learn/two-at-once/');
  await solution(page).locator('summary').click();
  await expect(page.locator('[data-goal-advice]')).toContainText('not run a change of your own');
  await expect(solution(page)).not.toHaveAttribute('open');
  await page.getByText('Hint 1').click();
  await expect(page.getByText('takes an array of pointers')).toBeVisible();

  // Half of it: the two requests are taken at once, but their events fetched one by one.
  await runWith(page, program('solution').replace('2L, 2L, events', '1L, 1L, events'));
  await expect(status(page)).toHaveText('Missing from the last run: io_getevents returns 2.');
  await expect(parts(page).nth(0)).toHaveAttribute('data-state', 'met');
  await expect(parts(page).nth(1)).toContainText('the last one returned 1');
  // Where the reader is, the parts are out of sight.
  const brief = page.locator('.run-bar .brief');
  await expect(brief).toHaveText('Goal: 2 of 3');
  await expect(page.locator('.parts')).toMatchAriaSnapshot(`
    - paragraph: What the tape has to show, in this order
    - list "What the tape has to show, in this order":
      - listitem:
        - code: io_submit
        - text: returns 2 (met)
      - listitem:
        - code: io_getevents
        - text: returns 2 (not yet) the last one returned 1
      - listitem: the program ends by itself (met)
    - status:
      - text: "Missing from the last run:"
      - code: io_getevents
      - text: returns 2.
  `);
  await solution(page).locator('summary').click();
  await expect(solution(page)).toHaveAttribute('open');

  await runWith(page, program('solution'));
  await expect(status(page)).toHaveText('You have met the goal.');
  await expect(brief).toBeInViewport();
  await expect(brief).toHaveText('Goal met');
  await brief.click();
  await expect(status(page)).toBeInViewport();
  await expect(page.getByText('far more than an entry in a list')).toBeVisible();
  await page.reload();
  await expect(status(page)).toHaveText(/You have met th(e|is) goal/);
  await expect(page.getByRole('link', { name: /^Next: Whose event/ })).toBeVisible();

  await page.getByRole('link', { name: 'All goals' }).click();
  const progress = page.locator('[data-progress]');
  await expect(progress).toHaveText('1 of 29 met');
  await expect(page.locator('[data-goal="two-at-once"]')).toHaveAttribute('data-met');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8')) as object;
  expect(exported).toMatchObject({
    goals: { 'two-at-once': { tries: 2, hints: 1, sawSolution: true } },
  });
  const clear = page.getByRole('button', { name: 'Clear' });
  await clear.click();
  await expect(progress).toContainText('Press once more');
  await clear.click();
  await expect(progress).toHaveText('Cleared.');
  await page.reload();
  await expect(progress).toHaveText('0 of 29 met');

  const choose = async (file: Parameters<FileChooser['setFiles']>[0]) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Import' }).press('Enter'),
    ]);
    await chooser.setFiles(file);
  };
  await choose('package.json');
  await expect(progress).toHaveText(/^package\.json holds no progress\. Choose a file/);
  await choose(await download.path());
  await expect(progress).toHaveText('1 of 29 met');
});

test('without JavaScript, task, hints and solution can be read, in every language', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [lang, task, missing, shown] of [
    ['fr', 'Faites-le en deux', 'io_submit renvoie 2', 'Solution'],
    ['ru', 'Обойдитесь двумя', 'io_submit возвращает 2', 'Решение'],
  ] as const) {
    await page.goto(`${baseURL}/${lang}/learn/two-at-once/`);
    await expect(page.getByText(task)).toBeVisible();
    await expect(parts(page).first()).toContainText(missing);
    await page.getByText(shown, { exact: true }).click();
    await expect(solution(page).locator('pre')).toContainText('2L, 2L, events');
  }
  await context.close();
});
