import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import type { Result, ShownResult } from '../../../playground-server/protocol/index.ts';
import { scriptJson } from '../../../site/markup/script-json.ts';
import {
  renderComparison,
  renderResultCard,
  renderResultPage,
} from '../../../site/no-script/render-result.ts';
import { slot } from '../../../site/no-script/slot.ts';
import { sharedFactsId } from '../../../site/playground/view/playground-facts.ts';
import { accepted, compiled, einval, entry, exit, finished, stamped } from '../client/events.ts';

const facts = { lang: 'en', strings: en, errnos: {} };
const template = `<script id="${sharedFactsId}">${scriptJson(facts)}</script>${slot.begin}${slot.end}`;
const result: Result = {
  format: 'live-man-result/1',
  server: 'https://man.example',
  runId: 'r1',
  ranAt: '2026-11-30T00:20:05.000Z',
  request: {
    language: 'c',
    source: 'int a;\nint b; // </code><script>alert(1)</script>',
    conditions: { scratch: 'disk' },
  },
  events: stamped([
    accepted,
    compiled,
    entry(1, 'io_setup', 2),
    exit(1, '-1', einval, 'io_setup', 2),
    finished,
  ]),
};
const shown: ShownResult = { id: 'abc', result, omitted: { calls: 1200, outputLength: 1 } };

describe('the page of a result', () => {
  it('says where and when it ran, what was asked for, and shows the run', async () => {
    const page = await renderResultPage(template, shown);
    expect(page).toContain('Linux 6.18.44 (x86_64), November 30, 2026 at 12:20:05');
    expect(page).toContain('{&#34;scratch&#34;:&#34;disk&#34;}');
    expect(page).toMatch(/id="run-L2"[^]*= -1[^]*EINVAL/);
    expect(page).toMatch(/href="\/en\/playground\/#v1\.[\w-]+"/);
    expect(page).toContain('href="/r/abc.json"');
  });

  it('says where the calls are that it has no room for', async () => {
    const page = await renderResultPage(template, shown);
    expect(page).toContain('1,200 more calls are left out here; the signed JSON has every call.');
    expect(page).toContain(en['shared.moreOutput']);
  });

  it('holds nothing of the snippet but its text', async () => {
    const page = await renderResultPage(template, shown);
    expect(page.match(/<script/g)).toHaveLength(1);
  });
});

it('two results have their calls laid side by side, and what differs marked', () => {
  const events = stamped([accepted, compiled, entry(1, 'io_setup', 2), exit(1), finished]);
  const other: Result = { ...result, events, ranAt: '2026-11-30T01:00:00.000Z' };
  const page = renderComparison(template, [
    { id: 'abc', result },
    { id: 'def', result: other },
  ]);
  expect(page).toContain('The runs differ in 1 call.');
  expect(page).toMatch(/<a href="\/r\/def">Linux 6.18.44, November 30, 2026 at 1:00:00/);
  expect(page).toMatch(/<tr data-differs[^>]*>[^]*io_setup[^]*= -1 EINVAL[^]*= 0/);
  expect(page).toMatch(/id="r-abc-L2"[^]*id="r-def-L2"/);
  expect(page.match(/<script/g)).toHaveLength(1);
});

it('the picture of a result names the day', () => {
  expect(renderResultCard(result, 'A ring')).toContain(
    'Linux 6.18.44, x86_64, 2026-11-30 · live-man',
  );
});
