import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../playground-server/protocol/read-events.ts';

const bodyOf = (text: string) => new Response(text).body!;
const queued = { kind: 'queued', seq: 1, atNs: '5', position: 1 };

describe('readEvents', () => {
  it('gives a recorded run as it was recorded', async () => {
    const folder = join(import.meta.dirname, '../../../content/examples/aio-native-submit');
    const tape = JSON.parse(readFileSync(join(folder, 'tape.json'), 'utf8')) as object[];
    const body = bodyOf(tape.map((event) => `${JSON.stringify(event)}\n`).join(''));
    expect(await Array.fromAsync(readEvents(body))).toEqual(tape);
  });

  it.for([
    ['is no JSON', '{"kind":"queued"'],
    ['is of a kind that does not exist', '{"kind":"rewound","seq":1,"atNs":"5"}'],
    ['lacks what its kind has', '{"kind":"queued","seq":1,"atNs":"5"}'],
    ['is no object', '7'],
  ])('names a line that %s, and gives those before it', async ([, line]) => {
    const heard: unknown[] = [];
    const reading = async () => {
      for await (const event of readEvents(bodyOf(`${JSON.stringify(queued)}\n${line}\n`)))
        heard.push(event);
    };
    await expect(reading()).rejects.toThrow(`a line of the answer is no event: ${line}`);
    expect(heard).toEqual([queued]);
  });

  it('leaves out what a later version of the contract has added to an event', async () => {
    const body = bodyOf(JSON.stringify({ ...queued, mood: 'patient' }));
    expect(await Array.fromAsync(readEvents(body))).toEqual([queued]);
  });

  it('quotes no more of a line than it takes to recognize it', async () => {
    await expect(Array.fromAsync(readEvents(bodyOf('x'.repeat(1000))))).rejects.toThrow(
      /: x{80}…$/,
    );
  });
});
