import { existsSync, readFileSync } from 'node:fs';
import { expect, test, type Locator } from '@playwright/test';
import type { KernelFacts } from '../../playground-server/protocol/index.ts';
import { startServer, type ServerProcess } from '../../scripts/server-process.ts';
import { decodeFragment } from '../../site/share/decode-fragment.ts';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';
import { Embedded } from './pages/embedded.ts';
import { PlaygroundPage } from './pages/playground-page.ts';
import { SharedPlayground } from './pages/shared-playground.ts';
import { serveTutorial } from './pages/tutorial-site.ts';

/** The newest that is here: an old one does not boot on every processor. */
const kernel = ['7.2', '6.12', '6.1'].find((id) => existsSync(`.kernels/${id}/linux.uml`)) ?? '';

const source = `#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    FILE *setting = fopen("/proc/sys/fs/aio-max-nr", "w");
    if (setting) {
        fputs("16", setting);
        fclose(setting);
    }
    aio_context_t ctx = 0;
    return syscall(SYS_io_setup, 64, &ctx) != 0;
}
`;

/** Opens everything that an example on a page is folded into. */
async function unfold(example: Locator): Promise<void> {
  await example.evaluate((element) => {
    for (let around = element.parentElement; around; around = around.parentElement)
      if (around instanceof HTMLDetailsElement) around.open = true;
  });
  await example.scrollIntoViewIfNeeded();
}

/** Shows a snippet that an address carries; the page puts it in the place of another. */
async function open(playground: SharedPlayground, address: string): Promise<void> {
  await playground.page.goto(address);
  await expect(playground.root).toHaveAttribute('id', /^shared-/);
  await playground.root.scrollIntoViewIfNeeded();
}

test.describe('where a server has kernels of their own', () => {
  test.skip(kernel === '', 'no kernel has been fetched into .kernels');
  let server: ServerProcess;
  let origin = '';

  test.beforeAll(async () => {
    server = await startServer({ KERNELS: kernel, MACHINES_READY: '0', LINKS: 'off' });
    origin = `http://127.0.0.1:${server.port}`;
    const states = async () => {
      const { kernels } = (await (await fetch(`${origin}/api/v1/kernels`)).json()) as {
        kernels: KernelFacts[];
      };
      return kernels.map(({ state }) => state);
    };
    await expect.poll(states, { timeout: 60_000 }).toEqual(['available', 'available']);
  });
  test.afterAll(() => server?.stop());

  test('a reader chooses one, uses up its events, and shares both', async ({ page }) => {
    const playground = new SharedPlayground(page);
    const choice = playground.root.getByRole('combobox', { name: 'Kernel' });
    await open(
      playground,
      `${origin}/en/playground/#${await encodeSnippet({ language: 'c', source })}`,
    );
    await expect(choice).toHaveValue('host');
    await playground.runButton.click();
    await expect(playground.report).toHaveText('The program ended with status 0.');
    await choice.selectOption(kernel);
    await expect(playground.root).toContainText('In it, the program is root');
    await expect(playground.root).toContainText('on the kernel before your change');
    const said = await playground.report.evaluateHandle((report) => {
      const sentences: string[] = [];
      const note = () => sentences.push(report.textContent.trim());
      new MutationObserver(note).observe(report, { childList: true, subtree: true });
      return sentences;
    });
    await playground.runButton.click();
    await expect(playground.report).toHaveText('The program ended with status 1.');
    expect(await said.jsonValue()).toContain(`Booting Linux ${kernel} for this run…`);
    const row = playground.tapeRows.filter({ hasText: 'io_setup' });
    await expect(row).toContainText('EAGAIN');
    // Only an answer that is not the kernel's says whose it is.
    await expect(row.locator('[data-note="verdict"]')).toHaveCount(0);
    const link = new URL(await playground.sharedLink());
    await page.goto('about:blank');
    await open(playground, `${origin}${link.pathname}${link.hash}`);
    await expect(choice).toHaveValue(kernel);
  });

  test('a goal that asks for an own kernel is met there, by root alone', async ({ page }) => {
    test.skip(kernel !== '7.2', 'the goal asks for Linux 7.2');
    const program = (name: string) =>
      readFileSync(`content/goals/events-used-up/${name}.c`, 'utf8').trimEnd();
    await page.goto(`${origin}/en/learn/events-used-up/`);
    const goal = page.locator('live-man-goal');
    const playground = goal.locator('live-man-playground');
    const [parts, status] = [goal.locator('[data-state]'), goal.locator('.status')];
    const run = playground.locator('[data-action="run"]');
    await expect(playground.getByRole('combobox', { name: 'Kernel' })).toHaveValue(kernel);
    await run.click();
    await expect(status).toContainText('Missing from the last run: io_setup makes a context');
    await expect(parts.nth(0)).toHaveAttribute('data-state', 'met');
    await expect(parts.nth(2)).toContainText('the last one failed with EAGAIN');
    await playground.locator('[data-action="edit"]').click();
    await playground.locator('[data-action="plainEditor"]').click();
    await playground.locator('[data-part="editor"] textarea[spellcheck]').fill(program('solution'));
    await run.click();
    await expect(status).toHaveText('You have met the goal.');
    await expect(goal.locator('[data-state="met"]')).toHaveCount(5);

    // A tag that names it brings the kernel, too; what its reader wrote for it is there in this browser.
    const site = await serveTutorial(
      origin,
      '<live-man id="goal" goal="events-used-up" ui-lang="en"></live-man>',
    );
    await page.goto(site.url);
    const embedded = new Embedded(page, 'goal');
    await embedded.wake();
    await embedded.runButton.click();
    await expect(embedded.playground).toContainText(`live, Linux ${kernel}`);
    await expect(embedded.frame.locator('[data-embed="goal"]')).toHaveText(
      'You have met the goal.',
    );
    site.close();
  });

  test('as an ordinary user, a program may not set what it may use up', async ({ page }) => {
    const playground = new SharedPlayground(page);
    const user = playground.root.getByRole('combobox', { name: 'Run as' });
    const fragment = await encodeSnippet({ language: 'c', source, kernel });
    await open(playground, `${origin}/en/playground/#${fragment}`);
    await expect(user).toHaveValue('root');
    await user.selectOption('nobody');
    await expect(playground.root).toContainText('but not set it');
    await playground.runButton.click();
    await expect(playground.report).toHaveText('The program ended with status 0.');
    const { hash } = new URL(await playground.sharedLink());
    const conditions = { user: 'nobody' };
    expect(await decodeFragment(hash)).toMatchObject({ snippet: { kernel, conditions } });
    await playground.root.getByRole('combobox', { name: 'Kernel' }).selectOption('host');
    await expect(user).toHaveCount(0);
  });

  test('a lesson that needs an own kernel runs on one, whichever there is', async ({ page }) => {
    await page.goto(`${origin}/en/man2/io_setup/`);
    const lesson = page.locator('#io_setup-eagain-used-up');
    await unfold(lesson);
    const choice = lesson.getByRole('combobox', { name: 'Kernel' });
    await expect(choice).toHaveValue(kernel);
    await lesson.getByRole('button', { name: /^Run/ }).click();
    await expect(lesson).toContainText(`live, Linux ${kernel}`);
    await expect(lesson.locator('[data-part="output"]')).toContainText(
      /taken +65000 of 65536[^]*raised +65000 of 1048576[^]*works +67304 of 1048576/,
    );
    const refused = lesson.locator('[data-part="tape"] li').filter({ hasText: 'EAGAIN' });
    await expect(refused).toHaveCount(1);
    await expect(refused.locator('[data-note="verdict"]')).toHaveCount(0);
  });

  test('an embedded snippet runs unasked on the kernel of its author, and the reader may choose another', async ({
    page,
  }) => {
    const code = await encodeSnippet({ language: 'c', source });
    const tutorial = await serveTutorial(
      origin,
      `<live-man id="own" code="${code}" kernel="${kernel}" run="visible" ui-lang="en"></live-man>`,
    );
    const asked: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/v1/runs')) asked.push(request.postDataJSON());
    });
    await page.goto(tutorial.url);
    const embedded = new Embedded(page, 'own');
    await embedded.wake();
    // Its io_setup fails only where the program could lower fs.aio-max-nr.
    await expect(embedded.playground).toContainText('The program ended with status 1.');
    expect(asked).toEqual([{ language: 'c', source: source.trimEnd(), kernel }]);
    const choice = embedded.playground.getByRole('combobox', { name: 'Kernel' });
    await expect(choice).toHaveValue(kernel);
    await choice.selectOption('host');
    await embedded.tag.evaluate((tag) => tag.setAttribute('theme', 'dark'));
    await expect.poll(() => embedded.theme()).toBe('dark');
    // What the reader has chosen, no repeated wish undoes; a new one counts.
    await expect(choice).toHaveValue('host');
    await embedded.tag.evaluate((tag) => tag.setAttribute('kernel', 'host'));
    await embedded.tag.evaluate((tag, id) => tag.setAttribute('kernel', id), kernel);
    await expect(choice).toHaveValue(kernel);
    tutorial.close();
  });

  test('the status page lists the kernels, each with what it is', async ({ page }) => {
    await page.goto(`${origin}/ru/status/`);
    const own = page.locator(`live-man-status [data-kernel="${kernel}"]`);
    await expect(own).toContainText(new RegExp(`${kernel}:\\s*готово`));
    await expect(own).toContainText('заранее загружено 0 машин');
  });

  test('the code to embed names the kernel that is chosen', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await page.goto(`${origin}/en/man2/io_setup/`);
    await playground.root.scrollIntoViewIfNeeded();
    await playground.root.getByRole('combobox', { name: 'Kernel' }).selectOption(kernel);
    await playground.root.getByRole('button', { name: 'Embed' }).click();
    const dialog = page.getByRole('dialog', { name: 'Embed this example' });
    const tag = dialog.getByLabel(/^As a tag/);
    await expect(tag).toHaveValue(
      new RegExp(`<live-man example="[\\w-]+" kernel="${kernel}" ui-lang="en" height="\\d+">`),
    );
    await dialog.getByLabel('Kernel').selectOption('host');
    await expect(tag).not.toHaveValue(/kernel=/);
  });

  test('a reader compares all, and a link leads another to the same', async ({ page }) => {
    const playground = new SharedPlayground(page);
    const choice = playground.root.getByRole('combobox', { name: 'Kernel' });
    const fragment = await encodeSnippet({ language: 'c', source, kernel: 'all' });
    await open(playground, `${origin}/en/playground/#${fragment}`);
    await expect(choice).toHaveValue('all');
    await playground.runButton.click();
    const kernels = playground.root.locator('.kernels');
    await expect(kernels.getByRole('status')).toHaveText('The kernels differ in 1 call.');
    await expect(kernels.locator('[data-differs] td')).toHaveText(['= 0', '= -1 EAGAIN']);
    await expect(kernels.locator('tbody tr').last().locator('td')).toHaveText([
      'The program ended with status 0.',
      'The program ended with status 1.',
    ]);
    const { hash } = new URL(await playground.sharedLink());
    expect(await decodeFragment(hash)).toMatchObject({ snippet: { kernel: 'all' } });
    await choice.selectOption('host');
    await playground.runButton.click();
    await expect(kernels).toBeHidden();
  });

  test('a comparison that is cancelled is shown no longer', async ({ page }) => {
    const playground = new SharedPlayground(page);
    const waiting = '#include <unistd.h>\nint main(void) { return pause(); }\n';
    const fragment = await encodeSnippet({ language: 'c', source: waiting, kernel: 'all' });
    await open(playground, `${origin}/en/playground/#${fragment}`);
    await playground.runButton.click();
    const kernels = playground.root.locator('.kernels');
    await expect(kernels.getByRole('status')).toHaveText('Running on one kernel after the other…');
    await playground.root.locator('[data-action="cancel"]').click();
    await expect(playground.report).toContainText('Cancelled.');
    await expect(kernels).toBeHidden();
  });
});

test('where a server has one kernel only, there is nothing to choose', async ({ page }) => {
  const playground = new SharedPlayground(page);
  await open(playground, `/en/playground/#${await encodeSnippet({ language: 'c', source })}`);
  await expect(playground.runButton).toBeVisible();
  await expect(playground.root.getByRole('combobox', { name: 'Kernel' })).toHaveCount(0);
});
