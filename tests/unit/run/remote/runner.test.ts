import { afterEach, expect, it } from 'vitest';
import { Runner } from '../../../../playground-server/run/remote/runner.ts';
import { FakeRunner } from './fake-runner.ts';

const fake = new FakeRunner();
afterEach(() => fake.stop());

it('stays as it was known while it is only busy, and loses its runs once it is gone', async () => {
  const runner = new Runner(await fake.start(), 1000);
  await runner.probe();
  expect(runner.facts?.slots).toBe(2);
  const { lost } = runner;
  fake.answersProbes = false;
  await runner.probe();
  expect(runner.facts?.slots).toBe(2);
  expect(lost.aborted).toBe(false);
  fake.stop();
  await runner.probe();
  expect(lost.aborted).toBe(false);
  await runner.probe();
  expect(lost.aborted).toBe(true);
  expect(runner.facts).toBeNull();
  expect(runner.why).toBe('ECONNREFUSED');
});
