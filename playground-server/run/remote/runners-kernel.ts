import { languages as allLanguages, scratches, standardKernel } from '../../protocol/index.ts';
import type { KernelFacts } from '../../protocol/index.ts';
import type { RunnerFacts } from './runner-facts.ts';

/** The runners' kernel, by what one of them last said; they are alike. Null before any did. */
export function runnersKernel(facts: RunnerFacts | null): KernelFacts {
  const kernel = { id: standardKernel, source: 'the machines of the runners' };
  const languages = allLanguages.filter((language) => facts?.languages[language]);
  const [first] = languages;
  const release = first && facts?.languages[first]?.environment.kernel;
  if (release === undefined)
    return {
      state: 'missing',
      ...kernel,
      reason: 'No runner has been up yet.',
      remedy: '/readyz says which runners are down.',
    };
  return {
    state: 'available',
    ...kernel,
    release,
    isOwn: false,
    languages,
    scratches: facts?.disk === null ? ['tmpfs'] : [...scratches],
  };
}
