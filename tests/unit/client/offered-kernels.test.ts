import { expect, it } from 'vitest';
import {
  kernelForExample,
  type OfferedKernel,
} from '../../../site/playground/client/offered-kernels.ts';

const offered = (id: string): OfferedKernel => ({
  state: 'available',
  id,
  source: 'a test',
  release: id,
  isOwn: id !== 'host',
  languages: ['c'],
  scratches: ['tmpfs'],
});

it('an example gets the kernel that it asks for, where there is one', () => {
  const there = [offered('host'), offered('6.1'), offered('7.2')];
  expect(kernelForExample('6.1', there)).toBe('6.1');
  expect(kernelForExample('host', there)).toBe('host');
  expect(kernelForExample('all', there)).toBe('all');
});

it('an example gets the newest own kernel where its own is missing, and says so if there is none', () => {
  expect(kernelForExample('7.2', [offered('host'), offered('5.10'), offered('6.1')])).toBe('6.1');
  expect(kernelForExample('7.2', [offered('host')])).toBe('7.2');
});
