import { z } from 'zod';
import type { RunnerSource } from '../run/remote/runner-source.ts';

const allowed =
  'must be a list of http:// or https:// addresses without a path, separated by commas; ' +
  'dns+http://name:port stands for a runner at each address of the name';

/** The runners of a web instance; empty if snippets run in this very process. */
export const runnerList = z
  .string()
  .default('')
  .transform((text, context): RunnerSource[] => {
    const entries = text.split(',').flatMap((entry) => entry.trim() || []);
    const sources = entries.map(parseSource);
    if (sources.includes(null)) context.addIssue(allowed);
    return sources.filter((source) => source !== null);
  });

function parseSource(entry: string): RunnerSource | null {
  const isName = entry.startsWith('dns+http://');
  const url = URL.parse(isName ? entry.slice('dns+'.length) : entry);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search) return null;
  if (isName) return { kind: 'each-address', host: url.hostname, port: url.port || '80' };
  return { kind: 'one', url: url.origin };
}
