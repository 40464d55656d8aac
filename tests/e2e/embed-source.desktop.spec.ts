import { expect, test } from '@playwright/test';
import { demo } from '../../site/embed/guide/guide-code.ts';
import type { LiveManElement } from '../../site/embed/tag/live-man-element.ts';
import { Embedded } from './pages/embedded.ts';
import { serveTutorial } from './pages/tutorial-site.ts';

test('a script of the page says what runs, also where its author named an example, or nothing yet', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(
    baseURL!,
    `<live-man id="named" example="io_setup-first" ui-lang="en"><a href="/">A link</a></live-man>
     <live-man id="later" ui-lang="en"></live-man>
     <div style="height: 500vh"></div>
     <live-man id="far" ui-lang="en"><pre><code>int main(void) { return 7; }</code></pre></live-man>`,
  );
  const nothing = page.waitForEvent('console', (message) => /nothing to run/.test(message.text()));
  await page.goto(site.url);
  const give = (embedded: Embedded, source: string) =>
    embedded.tag.evaluate((tag: LiveManElement, given) => (tag.source = given), source);
  const shown = (embedded: Embedded) => embedded.frame.locator('.source');

  const named = new Embedded(page, 'named');
  await named.wake();
  await give(named, demo.source);
  await expect(shown(named)).toContainText('return syscall(SYS_io_setup, 8, &ctx);');
  await expect(named.tag.getByRole('link')).toBeHidden();
  const ran = named.tag.evaluate(
    (tag) =>
      new Promise((resolve) =>
        tag.addEventListener('run', (event) => resolve((event as CustomEvent).detail)),
      ),
  );
  await named.runButton.click();
  expect(await ran).toEqual({ source: demo.source });
  // Another title is no other program; another example is.
  await named.tag.evaluate((tag) => tag.setAttribute('label', 'Mine'));
  await expect(named.frame.getByText('Mine')).toBeVisible();
  await expect(shown(named)).toContainText('SYS_io_setup, 8,');
  await named.tag.evaluate((tag) => tag.setAttribute('example', 'io_setup-einval-zero'));
  await expect(shown(named)).toContainText('SYS_io_setup, 0,');

  await nothing;
  const later = new Embedded(page, 'later');
  await later.tag.evaluate((tag) => tag.setAttribute('example', 'io_setup-first'));
  await expect(shown(later)).toContainText('SYS_io_setup, 128,');

  // What comes before its reader does is there when they come, and nothing is loaded for it.
  const far = new Embedded(page, 'far');
  await give(far, 'int main(void) { return 8; }');
  await expect(far.iframe).toHaveCount(0);
  await far.wake();
  await expect(shown(far)).toContainText('return 8');
  await far.tag.evaluate((tag) => tag.querySelector('code')!.append('\n'));
  expect(await far.tag.evaluate((tag: LiveManElement) => tag.source)).toContain('return 8');
  site.close();
});

test('code that cannot run is told to the console, and readers see none of it', async ({
  page,
  baseURL,
}) => {
  const large = 'int main(void) { return 0; } //\n'.repeat(2100);
  const site = await serveTutorial(
    baseURL!,
    `<live-man id="curly" ui-lang="en"><pre>/* it’s “fine” here: "’" */
int main(void) { return puts(“Hello”); }</pre></live-man>
     <live-man id="large" ui-lang="en"><pre>${large}</pre></live-man>`,
  );
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.goto(site.url);
  const sentences = {
    curly: 'Line 2 has the typographic quote “ where',
    large: 'The code is 66 KiB long.',
  };
  for (const [id, sentence] of Object.entries(sentences)) {
    const embedded = new Embedded(page, id);
    await embedded.wake();
    await expect.poll(() => warnings.join('\n')).toContain(sentence);
    await expect(embedded.frame.getByText(sentence)).toHaveCount(0);
  }
  site.close();
});

test('own code is given the arguments and the input that its tag names', async ({
  page,
  baseURL,
}) => {
  const source = `#include &lt;stdio.h>
int main(int argc, char *argv[])
{
    char line[20];
    printf("%d, %s, %s", argc, argv[1], fgets(line, 20, stdin));
}`;
  const site = await serveTutorial(
    baseURL!,
    `<live-man id="given" arguments='"two words" 3' stdin="a line&#10;"><pre>${source}</pre></live-man>`,
  );
  await page.goto(site.url);
  const embedded = new Embedded(page, 'given');
  await embedded.runButton.click();
  const printed = () => embedded.tag.evaluate((tag: LiveManElement) => tag.result?.output);
  await expect.poll(printed).toBe('3, two words, a line\n');
  site.close();
});
