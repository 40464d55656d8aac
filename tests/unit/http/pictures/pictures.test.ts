import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standardPictureBounds } from '../../../../playground-server/http/pictures/picture-bounds.ts';
import { Pictures } from '../../../../playground-server/http/pictures/pictures.ts';
import {
  pictureDrawerFile,
  type PictureOrder,
} from '../../../../playground-server/protocol/picture.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

/** What a thread does with an SVG: it repeats what that says, as often as it has drawn before. */
const drawer = `
  import { threadId, workerData } from 'node:worker_threads';
  let drawn = 0;
  workerData.on('message', ({ svg }) => {
    if (svg === 'for ever') for (;;);
    if (svg === 'fails') throw new Error('cannot be drawn');
    if (svg === 'grows') { const all = []; for (;;) all.push(new Array(1e6).fill(0.5)); }
    workerData.postMessage(Buffer.from([threadId, ++drawn, svg].join(' ')));
  });`;

function pictures(bounds: Partial<typeof standardPictureBounds> = {}): Pictures {
  const file = join(temporaryFolder('pictures'), pictureDrawerFile);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file.replace('.js', '.mjs'), drawer);
  return new Pictures(file.replace('.js', '.mjs'), { ...standardPictureBounds, ...bounds });
}
const order = (svg: string): PictureOrder => ({ kind: 'built', svg });

/** Thread and turn of a picture. */
async function drawn(of: Pictures, name: string): Promise<[thread: string, turn: string]> {
  const answer = await of.draw(name, order(name));
  if (answer.kind !== 'drawn') throw new Error(answer.kind);
  const [thread = '', turn = ''] = Buffer.from(answer.png).toString().split(' ');
  return [thread, turn];
}

describe('a picture', () => {
  it('is drawn once, however many ask for it at once and later', async () => {
    const of = pictures();
    const asked = await Promise.all(Array.from({ length: 100 }, async () => drawn(of, 'same')));
    expect(new Set(asked.map(([, turn]) => turn))).toEqual(new Set(['1']));
    expect((await drawn(of, 'same'))[1]).toBe('1');
    expect((await drawn(of, 'other'))[1]).toBe('2');
  });

  it('is drawn again where there is no room to keep it', async () => {
    const of = pictures({ keptBytes: 30, perPictureBytes: 20 });
    for (const name of ['one', 'two', 'three', 'four']) await drawn(of, name);
    expect((await drawn(of, 'four'))[1]).toBe('4');
    expect((await drawn(of, 'one'))[1]).toBe('5');
    const large = 'x'.repeat(100);
    expect((await drawn(of, large))[1]).toBe('6');
    expect((await drawn(of, large))[1]).toBe('7');
  });

  it('that is one too many is refused, and nobody else with it', async () => {
    const of = pictures({ mostWaiting: 3 });
    const asked = ['a', 'b', 'c', 'd'].map(async (name) => (await of.draw(name, order(name))).kind);
    expect(await Promise.all(asked)).toEqual(['drawn', 'drawn', 'drawn', 'busy']);
    expect((await of.draw('d', order('d'))).kind).toBe('drawn');
  });

  it('of a site that is not built is none', async () => {
    const of = new Pictures('/nowhere/draw-picture.js');
    expect((await of.draw('a', order('a'))).kind).toBe('not-built');
  });
});

describe('the thread that draws', () => {
  it('ends with a picture that takes too long, and the next one is drawn by another', async () => {
    const of = pictures({ drawingMs: 500 });
    const endless = of.draw('for ever', order('for ever'));
    const next = drawn(of, 'next');
    await expect(endless).rejects.toThrow('took more than 500 ms');
    expect((await next)[1]).toBe('1');
  });

  it.each(['fails', 'grows'])('that %s takes nobody with it', async (how) => {
    const of = pictures();
    const [thread] = await drawn(of, 'before');
    await expect(of.draw(how, order(how))).rejects.toThrow(/cannot be drawn|memory limit/);
    const [another] = await drawn(of, 'after');
    expect(another).not.toBe(thread);
    // What failed is not kept as a failure.
    await expect(of.draw(how, order(how))).rejects.toThrow();
  });

  it('ends when none has been ordered for a while', async () => {
    const of = pictures({ idleMs: 0 });
    const [thread] = await drawn(of, 'first');
    await expect.poll(async () => (await drawn(of, `${Math.random()}`))[0]).not.toBe(thread);
  });
});
