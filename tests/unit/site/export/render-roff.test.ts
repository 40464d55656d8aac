import { describe, expect, it } from 'vitest';
import type { Block, ManualDocument } from '../../../../site/export/document.ts';
import { code, link, text } from '../../../../site/export/inlines.ts';
import { renderRoff } from '../../../../site/export/formats/render-roff.ts';

const page = (...blocks: Block[]): ManualDocument => ({
  lang: 'en',
  name: 'io_setup',
  volume: '2',
  title: 'io_setup(2)',
  description: '',
  url: 'https://man.example/en/man2/io_setup/',
  modified: '2026-11-21T10:00:00Z',
  subject: 'Linux native AIO',
  sections: [{ id: 'notes', title: 'Notes', blocks }],
});

const body = (...blocks: Block[]) =>
  renderRoff(page(...blocks))
    .split('.SH NOTES\n')[1]
    ?.trimEnd()
    .split('\n');

const paragraph = (...children: ReturnType<typeof text>[]): Block => ({
  kind: 'paragraph',
  children,
});

describe('roff', () => {
  it('says in its title what it is, where it belongs and how old it is', () => {
    expect(renderRoff(page())).toContain(
      '.TH io_setup 2 2026-11-21 live-man "Linux native AIO"\n.SH NOTES\n',
    );
  });

  it('takes no text for a request, an escape or a quote', () => {
    expect(body(paragraph(text("'tis \\fB ^ ~ `a`")), paragraph(text('.so /etc/passwd')))).toEqual([
      '\\(aqtis \\efB \\(ha \\(ti \\(gaa\\(ga',
      '.PP',
      '\\&.so /etc/passwd',
    ]);
  });

  it('keeps code as it is typed, line by line', () => {
    expect(body({ kind: 'code', language: 'c', text: ".x = -1;\n\n'\\n'" })).toEqual([
      '.in +4n',
      '.EX',
      '\\&.x = \\-1;',
      '',
      '\\(aq\\en\\(aq',
      '.EE',
      '.in',
    ]);
  });

  it('sets the name of a page bold, and its volume not', () => {
    expect(body(paragraph(text('see '), code('io_submit(2)')))).toEqual([
      'see \\fBio_submit\\fP(2)',
    ]);
  });

  it('prints the address of what is outside of the manual', () => {
    const outside = link('https://kernel.example/aio', [text('the source')]);
    const inside = link('https://man.example/en/man2/io_submit/', [text('the call')]);
    expect(body(paragraph(outside, text(', '), inside))).toEqual([
      'the source \\(lahttps://kernel.example/aio\\(ra, the call',
    ]);
  });

  it('starts a line with each sentence, and none in the middle of a no-break space', () => {
    expect(body(paragraph(text('Un. Deux\u00a0: trois.')))).toEqual(['Un.', 'Deux\\~: trois.']);
  });
});
