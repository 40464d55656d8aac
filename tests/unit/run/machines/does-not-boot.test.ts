import { expect, it } from 'vitest';
import {
  DoesNotBoot,
  hasPanicked,
} from '../../../../playground-server/run/machines/does-not-boot.ts';

const reasonOf = (said: string) => new DoesNotBoot(said).reason;

it('is told by the line of the panic, wherever it is', () => {
  const said = 'ptrace failed\nKernel panic - not syncing: No init.\nCall Trace:\n show_stack\n';
  expect(reasonOf(said)).toBe('Kernel panic - not syncing: No init.');
});

it('is told by the last line where a kernel ended without a panic, or by its silence', () => {
  expect(reasonOf('first\nno memory\n\n')).toBe('no memory');
  expect(reasonOf(' \n')).toBe('It ended and said nothing.');
});

it('is told without paths, control characters and an end', () => {
  expect(reasonOf('cannot open\x1b[1m\xff /srv/secret/disk\r\n')).toBe('cannot open [1m …');
  expect(reasonOf('x'.repeat(2000))).toHaveLength(200);
});

it('is a panic once its line is whole', () => {
  expect(hasPanicked('Kernel panic - not sync')).toBe(false);
  expect(hasPanicked('Kernel panic - not syncing: No init.\n')).toBe(true);
});
