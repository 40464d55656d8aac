import { maxSourceBytes } from '../../../playground-server/protocol/run-request.ts';
import type { RunRequest } from '../../../playground-server/protocol/run-request.ts';
import { languages } from '../../../playground-server/protocol/language-table.ts';
import { isGoalName } from '../../facts/goals/goal-name.ts';
import { decodeFragment } from '../../share/decode-fragment.ts';
import { conditionsOf } from '../frame/conditions-of.ts';
import { parseSettings } from '../settings.ts';
import type { Embed } from './find-embeds.ts';
import type { Finding } from './finding.ts';

/** The author's code of an embed, to be compiled; null for what the site has. */
export async function codeOf(embed: Embed): Promise<RunRequest | Finding | null> {
  const { code: fragment, example, goal = '' } = embed.settings;
  if (example !== undefined) return null;
  if (fragment !== undefined) return codeIn(fragment);
  if (!embed.code) return isGoalName(goal) ? null : nothingToRun;
  const { source, language: name, isOurs } = embed.code;
  const language = languages.find((known) => known === name);
  if (!isOurs || !language)
    return {
      rule: 'foreign-language',
      message: `Code in ${name} does not run here: ${languages.join(', ')} do.`,
    };
  if (new TextEncoder().encode(source).length > maxSourceBytes)
    return { rule: 'too-large', message: 'The code has more than 64 KiB, which is the most.' };
  const conditions = conditionsOf(parseSettings(embed.settings).settings);
  return { language, source, ...(conditions && { conditions }) };
}

const nothingToRun: Finding = {
  rule: 'nothing-to-run',
  message:
    'There is nothing to run: name an example or a goal of the site, or put code into a <pre>.',
};

async function codeIn(fragment: string): Promise<RunRequest | Finding | null> {
  // A short link: what it leads to was checked when it was made.
  if (fragment.startsWith('s.')) return null;
  const decoded = await decodeFragment(fragment);
  if (decoded.kind === 'snippet') {
    const { language, source } = decoded.snippet;
    return { language, source };
  }
  return {
    rule: 'damaged-code',
    message: 'The attribute code cannot be read: it was cut off or changed. Copy the link again.',
  };
}
