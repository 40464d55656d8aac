import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../playground-server/protocol/index.ts';
import { kernelList } from '../../../site/status/kernel-list.ts';
import { createWords, type Strings } from '../../../site/words/words.ts';

const status = {
  kernels: [
    { state: 'available', id: 'host', release: '6.18.1', isOwn: false },
    { state: 'available', id: '7.2', release: '7.2.7', isOwn: true, machinesReady: 2 },
    { state: 'fetching', id: '6.1', step: 'packages' },
    { state: 'missing', id: '5.10', reason: 'No <mirror>.', remedy: 'Name one.' },
  ],
} as Status;

/** The text of each item, as a reader sees it. */
function itemsIn(lang: string): string[] {
  const strings = JSON.parse(readFileSync(`content/i18n/${lang}.json`, 'utf8')) as Strings;
  const { markup } = kernelList(status, createWords(lang, strings));
  return markup.split('</li>').flatMap((item) => {
    const text = item
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return text === '' ? [] : [text];
  });
}

describe('the kernels of the status page', () => {
  it('are ready with their machines, on their way with a step, or missing with a remedy', () => {
    expect(itemsIn('en')).toEqual([
      'host: ready Linux 6.18.1',
      '7.2: ready Linux 7.2.7, 2 machines booted ahead',
      '6.1: on its way step 3 of 5: downloading the packages',
      expect.stringMatching(/^5\.10: not to be had No &.*mirror.*\. Name one\.$/),
    ]);
  });

  it.each(['fr', 'ru'])('are told in %s', (lang) => {
    expect(itemsIn(lang).join(' ')).not.toMatch(/status\.|ready|step|booted/);
  });

  it('are a dash before the server has answered', () => {
    expect(kernelList(null, createWords('en', {})).markup).toBe('<p>–</p>');
  });
});
