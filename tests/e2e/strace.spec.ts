import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { uiLanguages, type RunEvent } from '../../playground-server/protocol/index.ts';
import { straceText } from '../../playground-server/protocol/transcript/strace-text.ts';

const tape = 'content/examples/io_getevents-eintr/tape.json';
const trace = straceText(JSON.parse(readFileSync(tape, 'utf8')) as RunEvent[]);

async function openReader(page: Page, lang = 'en') {
  await page.goto(`/${lang}/strace/`);
  const form = page.locator('form[data-strace]');
  return {
    form,
    text: form.locator('textarea'),
    said: form.getByRole('status'),
    rows: page.locator('[data-strace-tape] li[data-call]'),
  };
}

for (const lang of uiLanguages) {
  test(`a trace is shown as a tape, and its errnos are explained (${lang})`, async ({ page }) => {
    const { text, rows, said } = await openReader(page, lang);
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await text.fill(trace);
    await expect(rows).toHaveCount(2);
    await expect(rows.last()).toContainText('EINTR');
    await expect(said).toContainText('2');
    await rows.last().getByRole('link', { name: 'EINTR' }).click();
    const inManual = page.locator('.errno-panel a').last();
    await expect(inManual).toHaveAttribute(
      'href',
      new RegExp(`/${lang}/man2/io_getevents/#eintr$`),
    );
    expect(sent).toEqual([]);
  });
}

test('a file is read too, its other calls on request, and what is not strace’s is counted', async ({
  page,
}) => {
  const { form, text, rows, said } = await openReader(page);
  const lines = ['7 read(0, "", 16) = 0 <0.000001>', trace, 'Killed'].join('\n');
  await form
    .locator('input[type="file"]')
    .setInputFiles({ name: 'trace.txt', mimeType: 'text/plain', buffer: Buffer.from(lines) });
  await expect(text).toHaveValue(lines);
  await expect(rows).toHaveCount(2);
  await expect(said).toContainText('1 line was left out');
  await form.getByRole('checkbox').check();
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('read(');
});

test('a long trace has the tools of a tape and its lane, and is summed up on a phone', async ({
  page,
  isMobile,
}) => {
  const { text, rows } = await openReader(page);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const calls = Array.from(
    { length: 40 },
    (_, at) => `7 1.${String(at).padStart(6, '0')} pread64(3, "x", 1, ${at}) = 1 <0.002000>`,
  );
  await text.fill(
    [
      ...calls,
      '7 2.000000 openat(AT_FDCWD, "n", O_RDONLY) = -1 ENOENT (No such file or directory) <0.000001>',
    ].join('\n'),
  );
  await expect(page.locator('.tape-tools')).toBeVisible();
  await expect(page.locator('[data-strace-tape] .lane svg')).toBeVisible();
  await expect(rows).toHaveCount(isMobile ? 1 : 41);
  await expect(rows.last()).toContainText('ENOENT');
  await expect(page.locator('.summed')).toHaveCount(isMobile ? 1 : 0);
  expect(faults).toEqual([]);
});

test('the files of several threads become one tape, with their lanes in time', async ({ page }) => {
  const { form, rows } = await openReader(page);
  const file = (thread: number, at: number) => ({
    name: `trace.txt.${thread}`,
    mimeType: 'text/plain',
    buffer: Buffer.from(
      `1700000000.00000${at} io_setup(${at}, [0x7f01]) = 0 <0.000001>\n1700000000.1 io_getevents(0x7f01, 1, 1, [], NULL) = ? <0.5>`,
    ),
  });
  await form.locator('input[type="file"]').setInputFiles([file(70, 2), file(71, 1)]);
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText('io_setup(1,');
  await expect(rows.nth(1)).toContainText('io_setup(2,');
  await expect(page.locator('[data-strace-tape] .lane svg')).toBeVisible();
});

test('a text that is no trace says so, and an empty one nothing', async ({ page }) => {
  const { text, rows, said } = await openReader(page);
  await text.fill('Segmentation fault');
  await expect(said).toContainText('strace');
  await expect(rows).toHaveCount(0);
  await text.fill('');
  await expect(said).toHaveText('');
});
