import { languageNamed } from '../../../../playground-server/protocol/language-names.ts';

/** `language-c` (HTML suggests it), `lang-c`, `highlight-c` (Sphinx), `source-c`. */
const prefixed = /^(?:language|lang|highlight|source)-(.+)$/;
/** Highlighters that write the language as a class of its own, right after one of these. */
const beside = /(?:^| )(?:sourceCode|highlight|hljs)(?: number\w+)* (?!live|line|no)([\w+#-]+)/;
/** What highlighters call text of no language, or of one that they guess. */
const none = /^(te?xt|plain(text)?|none|default|auto|undefined)?$/;

/**
 * The language of a code block: the name that the block or what is around it has; undefined where nobody
 * names one.
 *
 * @param within the last element to look at
 */
export function namedLanguage(block: Element, within: Element): string | undefined {
  for (let at = block.querySelector('code') ?? block; ; at = at.parentElement!) {
    const name = languageOn(at as HTMLElement);
    if (name || at === within) return name;
  }
}

function languageOn({ className, dataset }: HTMLElement): string | undefined {
  const bare = beside.exec(className)?.[1];
  const names = className.split(' ').map((name) => prefixed.exec(name)?.[1]);
  const found = [dataset['language'], dataset['lang'], ...names, bare, languageNamed(className)];
  return found.find((each) => each && !none.test(each));
}

/** Headers of C++ have no ending; and what no program in C says. */
const cppOnly = /^ *(?:# *include *<[a-z_]+>|template *<|using namespace )|\bstd::/m;

/** The language that a source without a name is most likely in. */
export const guessedLanguage = (source: string): string => {
  if (cppOnly.test(source)) return 'cpp';
  return !/# *include/.test(source) && /^ *(?:import|export|let|const) .*['"{=]|=>/m.test(source)
    ? 'typescript'
    : 'c';
};
