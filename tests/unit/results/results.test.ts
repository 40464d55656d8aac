import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { SqliteTexts } from '../../../playground-server/links/sqlite-texts.ts';
import { openResultKey } from '../../../playground-server/results/result-key.ts';
import { RecentRuns } from '../../../playground-server/results/recent-runs.ts';
import { Results } from '../../../playground-server/results/results.ts';
import { verifyResult } from '../../../playground-server/results/verify-result.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { accepted, compiled, entry, exit, finished, stamped } from '../client/events.ts';

const policy = { keptDays: 30, keptUnopenedDays: 1, maxLinks: 10, maxBytes: 10_000_000 };
const directory = temporaryFolder('results');
const key = openResultKey(directory);
const lines = stamped([accepted, compiled, entry(1), exit(1), finished]).map((event) =>
  JSON.stringify(event),
);
const run = {
  runId: 'r1',
  client: 'reader',
  ranAtMs: 1_790_000_000_000,
  request: { language: 'c', source: '/* Ядро 🐧 */\nint main(void) {}' },
  lines,
} as const;

const open = () =>
  new Results(new SqliteTexts(new DatabaseSync(':memory:'), policy), key, 'https://man.example');

/** The text of a result, as the server sends it. */
function made(): string {
  const results = open();
  results.remember(run);
  const answer = results.make('r1');
  if (answer.kind !== 'made') throw new Error(answer.kind);
  return answer.text;
}

describe('the key', () => {
  it('is made once, and for the server alone', () => {
    expect(statSync(join(directory, 'result-key.pem')).mode & 0o777).toBe(0o600);
    expect(openResultKey(directory).publicKey).toEqual(key.publicKey);
    expect(openResultKey(temporaryFolder('other')).publicKey).not.toEqual(key.publicKey);
  });
});

describe('a result', () => {
  it('is what was asked for and all that came of it, and verifies', () => {
    const verdict = verifyResult(made());
    expect(verdict).toMatchObject({
      kind: 'genuine',
      key: key.publicKey,
      result: { server: 'https://man.example', runId: 'r1', request: run.request },
    });
    expect(verdict.kind === 'genuine' && verdict.result.events).toEqual(
      lines.map((line) => JSON.parse(line)),
    );
  });

  it('is the same each time that it is made, and found under its name alone', async () => {
    const results = open();
    results.remember(run);
    const [one, other] = [results.make('r1'), results.make('r1')];
    expect(one).toEqual(other);
    if (one.kind !== 'made') throw new Error(one.kind);
    expect(await results.keep(one)).toEqual({ kind: 'kept', isNew: true });
    expect(await results.keep(one)).toEqual({ kind: 'kept', isNew: false });
    expect(await results.find(one.id)).toEqual({ kind: 'found', kept: one.text });
    expect(await results.find('0000000000000000000')).toEqual({ kind: 'unknown' });
  });

  it('verifies however it is indented', () => {
    expect(verifyResult(JSON.stringify(JSON.parse(made()), null, 2)).kind).toBe('genuine');
  });

  it('of a run that told too much is refused, and that of an unknown run unknown', () => {
    const results = open();
    results.remember({ ...run, lines: null });
    expect(results.make('r1').kind).toBe('too-large');
    results.remember({ ...run, runId: 'r2', lines: [JSON.stringify('ж'.repeat(300_000))] });
    expect(results.make('r2').kind).toBe('too-large');
    expect(results.make('r3').kind).toBe('unknown-run');
    const gathered = results.lines();
    for (let index = 0; index < 6; index++) gathered.add('x'.repeat(100 * 1024));
    expect(gathered.all).toBeNull();
  });
});

describe('a forgery is told', () => {
  /** Another character of the same kind: what is there stays JSON of the same shape. */
  const changed = (character: string) =>
    /\d/.test(character) ? String((Number(character) + 1) % 10) : character === 'a' ? 'b' : 'a';

  it('whichever letter or digit of it is changed', () => {
    const text = made();
    const genuine = Array.from(text, (_, at) => at).flatMap((at) => {
      const character = text.charAt(at);
      if (!/[\da-zа-я]/i.test(character)) return [];
      const forged = text.slice(0, at) + changed(character) + text.slice(at + 1);
      return verifyResult(forged).kind === 'genuine'
        ? [`${at}: ${text.slice(at - 20, at + 5)}`]
        : [];
    });
    expect(genuine).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['a field is there twice', (text) => text.replace('{"result":', '{"result":{"a":1},"result":')],
    ['a call has another', (text) => text.replace('"call":1', '"call":2,"call":1')],
    ['something is added beside the signature', (text) => text.replace(/\}$/, ',"note":"true"}')],
    [
      'something is added to what is signed',
      (text) => text.replace('"runId"', '"by":"me","runId"'),
    ],
    ['an event is gone', (text) => text.replace(/\{"kind":"compiled".*?\},/, '')],
    [
      'another key signed it',
      (text) => text.replace(key.publicKey.x, openResultKey(temporaryFolder('forger')).publicKey.x),
    ],
    ['it is cut off', (text) => text.slice(0, -10)],
    ['it is nothing', () => '[]'],
    [
      'it is nested without end',
      (text) =>
        text.replace('"runId"', `"deep":${'['.repeat(200_000)}${']'.repeat(200_000)},"runId"`),
    ],
  ])('%s', (_, forge) => {
    const text = made();
    expect(forge(text)).not.toBe(text);
    expect(verifyResult(forge(text))).toEqual({ kind: 'refused', why: expect.any(String) });
  });
});

describe('what the server remembers', () => {
  const bounds = { maxLength: 100_000, maxRuns: 5, perClientRuns: 2, maxAgeMs: 60_000 };
  const of = (runId: string, client: string) => ({ ...run, runId, client });

  it('of one client are its last runs: nobody pushes out all those of others', () => {
    const runs = new RecentRuns(bounds);
    runs.remember(of('mine', 'reader'));
    for (let index = 0; index < 50; index++) runs.remember(of(`flood ${index}`, 'stranger'));
    expect(runs.find('mine')).toBeDefined();
    expect(runs.find('flood 47')).toBeUndefined();
    expect(runs.find('flood 48')).toBeDefined();
  });

  it('stays within a size, whoever runs what', () => {
    const runs = new RecentRuns({ ...bounds, maxLength: 12_000, maxRuns: 100 });
    for (let index = 0; index < 20; index++)
      runs.remember({ ...of(`run ${index}`, `client ${index}`), lines: ['x'.repeat(4000)] });
    const left = Array.from({ length: 20 }, (_, index) => runs.find(`run ${index}`)).filter(
      Boolean,
    );
    expect(left).toHaveLength(2);
  });
});
