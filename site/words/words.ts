/** The UI strings of the playground in one language, by key. */
export type Strings = Readonly<Record<string, string>>;

/** Everything that depends on the reader's language. */
export interface Words {
  lang: string;
  /** The sentence of `key`, with `{{name}}` replaced by the value of that name. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Whether there is a sentence for `key`. */
  knows(key: string): boolean;
}

const families = /^(playground|lane|conditions|tools|outcome|fault|problem|verdict|limit|share)\./;

/** The part of the site's UI strings that the playground needs in the browser. */
export const pickStrings = (all: Readonly<Record<string, unknown>>): Strings =>
  Object.fromEntries(
    Object.entries(all).filter(
      (entry): entry is [string, string] => families.test(entry[0]) && typeof entry[1] === 'string',
    ),
  );

/** Words of one language; a key without a sentence says itself, which a reader can report. */
export function createWords(lang: string, strings: Strings): Words {
  return {
    lang,
    say: (key, values = {}) =>
      (strings[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
        String(values[name] ?? ''),
      ),
    knows: (key) => key in strings,
  };
}
