import { sourceLanguage } from '../../playground-server/protocol/ui-language-table.ts';
import { borrowed } from './sentence-key.ts';

/** UI strings of one language, by key; English ones among them have keys that mark them. */
export type Strings = Readonly<Record<string, string>>;

/** Everything that depends on the reader's language. */
export interface Words {
  lang: string;
  /**
   * The sentence of `key`, with `{{name}}` replaced by the value of that name. A number called
   * `count` selects the plural, and is formatted for the language.
   */
  say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** The number that a line of the snippet has for its reader; `line` in a sentence is one, too. */
  line: (line: number) => string;
  /** Whether there is a sentence for `key`. */
  knows(key: string): boolean;
}

/**
 * Words of one language; a key without a sentence is returned itself, which readers can report.
 *
 * @param firstLine number of a snippet's first line
 */
export function createWords(lang: string, strings: Strings, firstLine = 1): Words {
  const lineNumber = (line: number) => String(line + firstLine - 1);
  return {
    lang,
    line: lineNumber,
    say: (key, values = {}) => {
      const count = typeof values['count'] === 'number' ? values['count'] : null;
      const sentence =
        find(strings, key, lang, count) ??
        find(strings, `${borrowed}${key}`, sourceLanguage, count) ??
        key;
      const { line } = values;
      const written: typeof values = {
        ...values,
        ...(count !== null && { count: numbersOf(lang).format(count) }),
        ...(typeof line === 'number' && { line: lineNumber(line) }),
      };
      return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(written[name] ?? ''));
    },
    knows: (key) => key in strings || `${borrowed}${key}` in strings,
  };
}

/** The form of a sentence that a number requires, by the rules of the sentence's language. */
function find(
  strings: Strings,
  key: string,
  lang: string,
  count: number | null,
): string | undefined {
  if (count === null) return strings[key];
  const form = formsOf(lang).select(count);
  return strings[`${key}_${form}`] ?? strings[`${key}_other`] ?? strings[key];
}

const numbersOf = kept((lang) => new Intl.NumberFormat(lang));
const formsOf = kept((lang) => new Intl.PluralRules(lang));

/** To make one takes longer than a hundred sentences. */
function kept<T>(make: (lang: string) => T): (lang: string) => T {
  const made = new Map<string, T>();
  return (lang) => {
    const known = made.get(lang) ?? make(lang);
    made.set(lang, known);
    return known;
  };
}
