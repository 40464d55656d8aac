import { describe, expect, it } from 'vitest';
import {
  addressCode,
  iframeCode,
  imageCode,
  markdownCode,
  tagCode,
} from '../../../site/embed/dialog/embed-code.ts';
import type { EmbedRequest } from '../../../site/embed/dialog/embed-code.ts';
import { frameAddress, frameLanguage } from '../../../site/embed/tag/frame-address.ts';

const request: EmbedRequest = {
  origin: 'https://live-man.example',
  lang: 'fr',
  title: 'Un « premier » contexte & plus',
  href: '/fr/man2/io_setup/#io_setup-first',
  language: 'c',
  source: 'if (a < b && c)\n  return "x";\n',
  embedded: { kind: 'example', example: 'io_setup-first' },
  settings: { theme: 'dark', 'read-only': '' },
  heightPx: 480,
};

describe('the address of a frame', () => {
  it('has the settings in its query, and never the code', () => {
    const address = frameAddress('https://a.example', 'fr', { code: 'v1.abc', theme: 'dark' });
    expect(address).toBe('https://a.example/fr/embed/?theme=dark#v1.abc');
  });

  it('has a goal in its path where there is nothing else, and else in its query', () => {
    const to = (settings: Record<string, string>) =>
      frameAddress('https://a.example', 'en', { goal: 'ring-full', ...settings });
    expect(to({})).toBe('https://a.example/en/embed/goal-ring-full/?goal=ring-full');
    expect(to({ example: 'x' })).toBe('https://a.example/en/embed/x/?goal=ring-full');
    expect(to({ code: 'v1.abc' })).toBe('https://a.example/en/embed/?goal=ring-full#v1.abc');
  });

  it('says that the code comes by message where there is none', () => {
    expect(frameAddress('https://a.example', 'en', {})).toBe(
      'https://a.example/en/embed/#by-message',
    );
  });

  it('keeps a strange example within one part of its path', () => {
    expect(frameAddress('https://a.example', 'ru', { example: '../../x?y#z' })).toBe(
      'https://a.example/ru/embed/..%2F..%2Fx%3Fy%23z/',
    );
  });
});

describe('the language of a frame', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['RU-ru', 'ru'],
    ['', 'en'],
    ['tlh', 'en'],
    ['frr', 'en'],
  ])('is, on a page in “%s”, %s', (written, lang) => {
    expect(frameLanguage(written, { en: '', fr: '', ru: '' })).toBe(lang);
  });
});

describe('the code that an author copies', () => {
  it('names the example, and leads readers without JavaScript to it', () => {
    expect(tagCode(request)).toBe(
      '<script src="https://live-man.example/embed.js" async></script>\n' +
        '<live-man example="io_setup-first" theme="dark" read-only ui-lang="fr" height="480">' +
        '<a href="https://live-man.example/fr/man2/io_setup/#io_setup-first">' +
        'Un « premier » contexte &amp; plus</a></live-man>',
    );
  });

  it('carries the reader’s version of the example, as code to read and as code to run', () => {
    const edited: EmbedRequest = { ...request, embedded: { kind: 'code', code: 'v1.abc' } };
    expect(tagCode(edited)).toContain('<live-man code="v1.abc"');
    expect(tagCode(edited)).toContain(
      '<pre><code>if (a &lt; b &amp;&amp; c)\n  return &quot;x&quot;;</code></pre>',
    );
    expect(iframeCode(edited)).toContain(
      'src="https://live-man.example/fr/embed/?theme=dark&amp;read-only=#v1.abc"',
    );
  });

  it('is a line and a block in Markdown', () => {
    const edited: EmbedRequest = { ...request, embedded: { kind: 'code', code: 'v1.abc' } };
    expect(markdownCode(edited)).toContain(
      '<div class="live-man" data-theme="dark" data-read-only data-ui-lang="fr" data-height="480"></div>\n\n' +
        '```c\nif (a < b && c)\n  return "x";\n```',
    );
    expect(markdownCode(request)).toContain('<div class="live-man" data-example="io_setup-first"');
  });

  it('names a goal, whose program comes with it, or another beginning for it', () => {
    const goal: EmbedRequest = { ...request, embedded: { kind: 'goal', goal: 'ring-full' } };
    expect(tagCode(goal)).toContain('<live-man goal="ring-full" theme="dark"');
    expect(markdownCode(goal)).toContain('<div class="live-man" data-goal="ring-full"');
    expect(iframeCode(goal)).toContain('/fr/embed/goal-ring-full/?theme=dark');
    expect(addressCode(goal)).toBe('https://live-man.example/fr/embed/goal-ring-full/');
    const own = { ...goal, embedded: { kind: 'code', code: 'v1.abc', goal: 'ring-full' } as const };
    expect(tagCode(own)).toContain('<live-man code="v1.abc" goal="ring-full"');
    expect(markdownCode(own)).toContain('<div class="live-man" data-goal="ring-full" data-theme');
    expect(iframeCode(own)).toContain('/fr/embed/?goal=ring-full&amp;theme=dark&amp;read-only=#v1');
  });

  it('is a picture with a link, where nothing runs', () => {
    expect(imageCode(request)).toBe(
      '[![Un « premier » contexte & plus](https://live-man.example/embed/io_setup-first.svg)]' +
        '(https://live-man.example/fr/man2/io_setup/#io_setup-first)',
    );
  });
});
