import { describe, expect, it } from 'vitest';
import type { KernelFacts } from '../../../playground-server/protocol/index.ts';
import { chooseKernel } from '../../../site/embed/frame/choose-kernel.ts';

const available = (id: string, languages: ('c' | 'typescript')[]): KernelFacts => ({
  state: 'available',
  id,
  source: 'a test',
  release: id,
  isOwn: id !== 'host',
  languages,
  scratches: ['tmpfs'],
});

const known: KernelFacts[] = [
  available('host', ['c', 'typescript']),
  available('6.1', ['c']),
  { state: 'fetching', id: '6.12', source: 'a test', step: 'index' },
  { state: 'missing', id: '5.10', source: 'a test', reason: 'No mirror.', remedy: 'Name one.' },
];

describe('the kernel of an embedded snippet', () => {
  it.each(['host', '6.1'])(
    'is the one that its author wants, where the server has it: %s',
    (id) => {
      expect(chooseKernel(id, 'c', known)).toEqual({ kernel: id, lack: null });
    },
  );

  it.each([
    ['5.10', 'c', 'missing'],
    ['9.9', 'c', 'missing'],
    ['6.12', 'c', 'fetching'],
    ['6.1', 'typescript', 'language'],
  ] as const)('is else the server’s, with a reason: %s for %s', (id, language, lack) => {
    expect(chooseKernel(id, language, known)).toEqual({ kernel: 'host', lack });
  });

  it('stays the one wanted where the server could not be asked', () => {
    expect(chooseKernel('6.1', 'c', [])).toEqual({ kernel: '6.1', lack: null });
  });
});
