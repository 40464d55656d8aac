import { describe, expect, it } from 'vitest';
import type { Card } from '../../../site/card/card-content.ts';
import { renderCard } from '../../../site/card/render-card.ts';
import { after, einval, entry, exit } from '../client/events.ts';

const { rows } = after(
  entry(1, 'io_setup', 2),
  exit(1, '0', null, 'io_setup', 2),
  entry(2, 'io_setup', 2),
  exit(2, '-1', einval, 'io_setup', 2),
  entry(3, 'io_destroy', 3),
);
const card: Card = {
  title: 'A ring',
  language: 'c',
  source: '/* A ring */\nfor (;;) io_setup(1, &ctx);\n\tio_destroy(ctx);\n',
  rows,
  ran: 'Linux 6.18.44, x86_64',
};
const texts = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text\s*>/gs)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, '').replace(/&#(\d+);/g, (__, code) => String.fromCodePoint(code)),
  );

describe('the picture of a run', () => {
  it('has each line with its result beside it, and the machine', () => {
    expect(texts(renderCard(card))).toEqual([
      'A ring',
      ...['1', '/* A ring */'],
      ...['2', 'for (;;) io_setup(1, &ctx);', '= -1 EINVAL ×2'],
      ...['3', '    io_destroy(ctx);', '= …'],
      'Linux 6.18.44, x86_64 · live-man',
    ]);
  });

  it('says the same in words', () => {
    expect(renderCard(card)).toMatch(
      /<title id="card-title">A ring<\/title>\s*<desc id="card-text">line 2: io_setup = -1 EINVAL \(×2\); line 3: /,
    );
  });

  it('is light or dark as the reader’s system is, unless it is told', () => {
    expect(renderCard(card)).toContain('@media(prefers-color-scheme:dark){.paper{fill:#1d1f24}');
    expect(renderCard(card, 'dark')).not.toContain('@media');
  });

  it('of a long source shows the lines that matter', () => {
    const source = Array.from({ length: 5000 }, (_, at) => `line(${at + 1});`).join('\n');
    const far = after(entry(1, 'io_setup', 4000), exit(1, '0', null, 'io_setup', 4000)).rows;
    const shown = texts(renderCard({ ...card, source, rows: far }));
    expect(shown).toContain('line(4000);');
    expect(shown.filter((text) => text.startsWith('line('))).toHaveLength(4);
    const plain = texts(renderCard({ ...card, source, rows: [] }));
    expect(plain.filter((text) => text.startsWith('line('))).toHaveLength(40);
  });
});

describe('whatever a stranger writes', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '"/><image href="https://evil.example/x.png"/>',
    ']]><![CDATA[ <!ENTITY x SYSTEM "file:///etc/passwd"> &x;',
    '</style><style>*{display:none}',
    '/* \u202e\u2066 ; return */ \u0000\u0007\u001b[31m \ufffe',
    '<foreignObject><iframe src="javascript:alert(1)">',
  ].join('\n');
  const svg = renderCard({ ...card, title: hostile, source: hostile, ran: hostile });

  it('is text: no element comes of it', () => {
    const elements = new Set([...svg.matchAll(/<(\w+)/g)].map(([, name]) => name));
    expect(elements).toEqual(
      new Set(['svg', 'title', 'desc', 'style', 'rect', 'text', 'path', 'tspan']),
    );
    expect(svg.match(/<style>/g)).toHaveLength(1);
    expect(svg).not.toMatch(/<!|<\?|<[^>]*\shref=/);
  });

  it('is what XML may hold, in the order in which it is written', () => {
    expect(svg).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/,
    );
    expect(svg).toContain('␛[31m');
  });

  it('takes no more room than a screen', () => {
    const long = renderCard({ ...card, source: `${'x'.repeat(60_000)}\n`.repeat(1) });
    expect(long.length).toBeLessThan(8000);
    expect(Number(/ width="(\d+)"/.exec(long)?.[1])).toBeLessThan(1200);
  });
});
