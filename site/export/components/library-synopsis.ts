import type { ComponentRule } from '../component-rule.ts';
import { code, text } from '../inlines.ts';
import { libraryOf } from '../page-context.ts';

export const librarySynopsis: ComponentRule = ({ context }) => {
  const { library, header, link: option, seen } = libraryOf(context);
  const { say } = context.words;
  const children = [
    text(say('convention.link') + say('text.colon')),
    code(option),
    text(` (${library} ${seen})`),
  ];
  return [
    { kind: 'code', language: 'c', text: `#include <${header}>` },
    { kind: 'paragraph', children },
  ];
};
