import { expect, test } from '@playwright/test';
import { SeePage } from './pages/see-page.ts';
import { waiting } from './pages/snippets.ts';

let see: SeePage;

test.beforeEach(async ({ page }) => {
  see = new SeePage(page);
  await see.open();
});

test('a refused call says who answered, how it differs from the record, and why', async ({
  page,
}) => {
  await see.refuse('io_setup', 'EPERM');
  await expect(see.conditions.locator('summary')).toContainText('io_setup: EPERM');
  await see.run();
  await expect(see.row(1)).toContainText('answered by the condition you asked for');
  await expect(see.row(1)).toContainText('recorded: = 0');
  await expect(see.row(1)).toContainText('returns -1, errno == 1');
  await expect(see.tape.locator('.missing')).toContainText('io_destroy');
  await see.row(1).getByRole('link', { name: 'EPERM' }).click();
  const panel = page.locator('.errno-panel');
  await expect(panel).toContainText('seccomp');
  await panel.locator('a.open').click();
  await expect(page).toHaveURL(/#eperm-filtered$/);
});

test('the conditions of the example come back', async () => {
  await see.refuse('io_setup', 'EPERM');
  await see.conditions.getByRole('button').click();
  await expect(see.conditions.locator('summary')).toContainText('as usual');
  await see.run();
  await expect(see.row(1).locator('.result')).toHaveText('= 0');
});

test('a long call is drawn over time, and described in words', async () => {
  await see.run();
  await see.lane.locator('summary').first().click();
  await expect(see.lane.getByRole('img')).toHaveAccessibleName(/io_destroy \(line 16\) took/);
  await see.lane.getByText('The same in words').click();
  await expect(see.lane.getByRole('listitem').last()).toContainText('io_destroy (line 16) took');
});

test('a run is announced to screen readers, without the tape being read out', async () => {
  const announced = await see.listen();
  await see.run();
  await expect(see.tape).toHaveAttribute('aria-live', 'off');
  await expect.poll(announced).toMatch(/io_setup = 0.*io_destroy = 0/s);
});

test('the arrow keys walk the calls, each marking its line', async ({ page }) => {
  await see.run();
  await see.tape.focus();
  await page.keyboard.press('ArrowDown');
  await expect(see.row(1)).toBeFocused();
  await expect(see.staticLine(10)).toHaveAttribute('data-marked');
  await page.keyboard.press('ArrowDown');
  await expect(see.row(2)).toHaveAttribute('aria-current', 'true');
  await expect(see.staticLine(16)).toHaveAttribute('data-marked');
});

test('the events can be seen as they came', async () => {
  await see.run();
  await see.events.locator('summary').click();
  const lines = (await see.events.locator('pre').innerText()).split('\n');
  const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds[0]).toBe('accepted');
  expect(kinds.at(-1)).toBe('finished');
  await expect(see.events.getByRole('link')).toHaveAttribute('href', /^blob:/);
});

test.describe('a call that waits', () => {
  // The time limit ends it, too, so each test is brief.
  test.beforeEach(async () => {
    await see.writePlain(waiting);
    await see.runButton.click();
  });

  test('says so, breathes, and says that it never returned once it is cancelled', async () => {
    const result = see.row(2).locator('.result');
    await expect(result).toHaveText('waiting');
    await expect(result).not.toHaveCSS('animation-name', 'none');
    await see.cancelButton.click();
    await expect(result).toHaveText('never returned');
  });

  test.describe('where motion is unwanted', () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' } });

    test('is at rest', async () => {
      const result = see.row(2).locator('.result');
      await expect(result).toHaveText('waiting');
      await expect(result).toHaveCSS('animation-name', 'none');
    });
  });
});
