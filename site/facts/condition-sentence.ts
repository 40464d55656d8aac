/** What a condition says first, in the MDX of its page; null if the page does not state it. */
export function conditionSentence(mdx: string, id: string): string | null {
  const [, rest] = mdx.split(`<ErrorCondition id="${id}">`);
  const [paragraph = ''] = rest?.trim().split('\n\n') ?? [];
  const text = paragraph.replace(/[ \n]+/g, ' ').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  return firstSentence.exec(text)?.[0] ?? null;
}

/** Up to a full stop with the beginning of another sentence, or nothing, behind it. */
const firstSentence = /^.+?[.!?](?=\s+[\p{Lu}`«“]|$)/u;
