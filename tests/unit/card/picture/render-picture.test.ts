import { beforeAll, describe, expect, it } from 'vitest';
import { pictureSize } from '../../../../playground-server/protocol/picture.ts';
import type { Card } from '../../../../site/card/card-content.ts';
import { renderPicture } from '../../../../site/card/picture/render-picture.ts';
import { renderSitePicture } from '../../../../site/card/picture/render-site-picture.ts';
import { after, einval, entry, exit } from '../../client/events.ts';
import { decode, inkIn, startDrawing, type Draw } from './pixels.ts';

let draw: Draw;
beforeAll(async () => {
  draw = await startDrawing();
});

const failing = after(
  entry(1, 'io_setup', 3),
  exit(1, '-1', einval, 'io_setup', 3),
  entry(2, 'io_setup', 4),
  exit(2, '0', null, 'io_setup', 4),
).rows;
const card: Card = {
  title: 'A ring',
  language: 'c',
  source: '/* A ring */\nint main(void)\n{ io_setup(0, &ctx);\n  io_setup(1, &ctx); }\n',
  rows: failing,
  ran: 'Linux 6.18.44, x86_64',
};
/** What stands in the columns of an SVG, in its order. */
const texts = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text\s*>/gs)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, '').replace(/&#(\d+);/g, (__, code) => String.fromCodePoint(code)),
  );
const pixelsOf = async (of: Card) => decode(await draw(renderPicture(of)));
const typeOf = (svg: string) => Number(/class="ink"[^>]*font-size="(\d+)"/.exec(svg)?.[1]);

describe('the picture of a run', () => {
  it('is a PNG of the size that other sites ask for, with letters on it', async () => {
    const pixels = await pixelsOf(card);
    expect(pixels).toMatchObject(pictureSize);
    expect(inkIn(pixels)).toBeGreaterThan(3000);
    const empty = await pixelsOf({ ...card, title: '', source: '', rows: [], ran: '' });
    expect(inkIn(empty)).toBeLessThan(1500);
  });

  it('has each line with its result beside it, and the machine', () => {
    expect(texts(renderPicture(card))).toEqual([
      'A ring',
      ...['1', '/* A ring */', '2', 'int main(void)'],
      ...['3', '{ io_setup(0, &ctx);', '= -1 EINVAL'],
      ...['4', '  io_setup(1, &ctx); }', '= 0'],
      'Linux 6.18.44, x86_64 · live-man',
    ]);
  });

  it('has the letters of each language: no word is drawn as another of its length', async () => {
    const titles = ['Первый контекст', 'Второй контекст', 'Déjà fait à Noël', 'Deja fait a Noel'];
    const drawn = await Promise.all(titles.map(async (title) => pixelsOf({ ...card, title })));
    const different = new Set(drawn.map(({ grey }) => Buffer.from(grey).toString('base64')));
    expect(different.size).toBe(titles.length);
  });

  it('is in larger type the less there is to show, and never in small type', () => {
    const long = Array.from({ length: 50 }, (_, at) => `${'x'.repeat(200)}(${at});`).join('\n');
    expect(typeOf(renderPicture(card))).toBe(34);
    expect(typeOf(renderPicture({ ...card, source: long, rows: [] }))).toBe(24);
  });
});

describe('of a longer source, there is shown', () => {
  const source = Array.from({ length: 900 }, (_, at) => `    line(${at + 1});`).join('\n');
  const shown = (of: Partial<Card>) =>
    texts(renderPicture({ ...card, source, ...of })).filter((text) => /^\d+$/.test(text));

  it('what failed, what returned, and what is around them', () => {
    const { rows } = after(
      entry(1, 'io_setup', 100),
      exit(1, '0', null, 'io_setup', 100),
      entry(2, 'io_setup', 800),
      exit(2, '-1', einval, 'io_setup', 800),
    );
    expect(shown({ rows }).join(' ')).toBe('98 99 100 101 102 797 798 799 800 801 802 803');
  });

  it('of more lines with results than there is room for, those that failed first', () => {
    const rows = Array.from({ length: 30 }, (_, at) => at + 1).flatMap((line) => [
      entry(line, 'io_setup', line),
      exit(line, line === 30 ? '-1' : '0', line === 30 ? einval : null, 'io_setup', line),
    ]);
    const numbers = shown({ rows: after(...rows).rows });
    expect(numbers).toHaveLength(12);
    expect(numbers).toContain('30');
  });

  it('where nothing ran, what names a call; its beginning where none is named', () => {
    const calls = `${source}\nint n = io_submit(ctx, 1, list);\nio_destroy(ctx);`;
    expect(shown({ source: calls, rows: [] })).toContain('901');
    expect(shown({ rows: [] })[0]).toBe('1');
  });

  it('lines that are too long end in an ellipsis, before their results', () => {
    const wide = `io_setup(${'1 + '.repeat(60)}0, &ctx);`;
    const { rows } = after(entry(1, 'io_setup', 1), exit(1, '-1', einval, 'io_setup', 1));
    const [, number, line = '', result] = texts(renderPicture({ ...card, source: wide, rows }));
    expect([number, line.at(-1), result]).toEqual(['1', '…', '= -1 EINVAL']);
    expect([...line].length).toBeLessThan(65);
  });
});

describe('whatever a stranger writes', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '"/><image href="file:///etc/passwd"/>',
    ']]><![CDATA[ <!ENTITY x SYSTEM "file:///etc/passwd"> &x; &amp; &#0;',
    '</style><style>*{display:none}',
    '/* \u202e\u2066 ; return */ \u0000\u0007\u001b[31m \ufffe שלום 👨‍👩‍👧 你好',
    'x'.repeat(50_000),
  ].join('\n');
  const wild = { ...card, title: hostile, source: hostile, ran: hostile };

  it('is text: no element comes of it, and it is drawn', async () => {
    const svg = renderPicture(wild);
    const elements = new Set([...svg.matchAll(/<(\w+)/g)].map(([, name]) => name));
    expect(elements).toEqual(new Set(['svg', 'style', 'rect', 'text', 'path', 'tspan']));
    expect(svg).not.toMatch(/<!|<\?|<[^>]*\shref=/);
    expect(inkIn(decode(await draw(svg)))).toBeGreaterThan(3000);
  });

  it('is as little as there is room for, of ten thousand lines, too', () => {
    const many = `io_setup(${'1'.repeat(80)});\n`.repeat(10_000);
    for (const source of [hostile, many, '\n'.repeat(60_000)])
      expect(renderPicture({ ...wild, source }).length).toBeLessThan(16_000);
  });
});

it('the picture of the site says in its language what it is, above lines that ran', async () => {
  const svg = renderSitePicture({
    headline: 'Страница руководства, которую можно запустить.',
    about: 'Встроенный AIO Linux, вызов за вызовом, с ответами настоящего ядра.',
    card,
  });
  expect(texts(svg)).toEqual([
    'Страница руководства,',
    'которую можно запустить.',
    'Встроенный AIO Linux, вызов за вызовом, с ответами настоящего ядра.',
    ...['3', '{ io_setup(0, &ctx);', '= -1 EINVAL', '4', 'io_setup(1, &ctx); }', '= 0'],
    'live-man',
  ]);
  const pixels = decode(await draw(svg));
  expect(pixels).toMatchObject(pictureSize);
  expect(inkIn(pixels)).toBeGreaterThan(10_000);
});
