import type { KeptSnippet } from './link-store.ts';

/**
 * A snippet as it is stored: one line of JSON about it, then the source as it is. Within JSON, each
 * of its control characters would take six bytes.
 */
export function toText({ source, conditions = {}, ...others }: KeptSnippet): string {
  const { language, kernel, tape, arguments: words, stdin } = others;
  const isPlain = Object.keys(conditions).length === 0;
  const about = {
    language,
    conditions: isPlain ? undefined : conditions,
    kernel,
    tape,
    arguments: words,
    stdin,
  };
  return `${JSON.stringify(about)}\n${source}`;
}

/** Earlier releases stored all of it as one line of JSON. */
export function fromText(text: string): KeptSnippet {
  const end = text.indexOf('\n');
  if (end < 0) return JSON.parse(text) as KeptSnippet;
  return { ...(JSON.parse(text.slice(0, end)) as KeptSnippet), source: text.slice(end + 1) };
}
