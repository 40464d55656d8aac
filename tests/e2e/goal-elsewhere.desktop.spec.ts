import { expect, test } from '@playwright/test';
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
