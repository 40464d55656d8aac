import { inLanguage } from '../../facts/localized.ts';
import type { Block, ListItem } from '../document.ts';
import { sentence, text } from '../inlines.ts';
import type { PageContext } from '../page-context.ts';

/** What to do about a condition: a line that announces the steps, and the steps. */
export function cure(name: string, { manual, page, words }: PageContext): Block[] {
  const facts = manual.cures.get(name);
  if (!facts) throw new Error(`there is no content/cures/${name}.yaml.`);
  const items = facts.steps.map(({ says, commands = [] }): ListItem => {
    const said: Block = { kind: 'paragraph', children: sentence(inLanguage(says, page.lang)) };
    const shown = commands.length > 0 ? [codeOf(commands)] : [];
    return { id: null, blocks: [said, ...shown] };
  });
  return [
    { kind: 'paragraph', children: [text(words.say('cure.title'))] },
    { kind: 'list', ordered: true, items },
  ];
}

const codeOf = (commands: string[]): Block => ({
  kind: 'code',
  language: 'sh',
  text: commands.join('\n'),
});
