import { languages } from '../../../site/facts/localized.ts';
import { yoWords } from './yo-table.ts';
import type { Rule } from './rule.ts';

type Typography = Omit<Rule, 'langs' | 'reads'>;

/** French as the Imprimerie nationale sets it, with the narrow space before the high signs. */
const french: Typography[] = [
  {
    pattern: /'/g,
    advice: 'the apostrophe is ’ (U+2019)',
    wrong: "l'appel",
    right: 'l’appel',
  },
  {
    pattern: /(?<!\p{L})’|’(?![\p{L}\p{N}«\uFFFC])/gu,
    advice: 'the apostrophe joins two words, and quotes none',
    wrong: '’l’appel échoue’',
    right: 'l’appel, l’«\u00A0anneau\u00A0»',
  },
  {
    pattern: /["“”]/g,
    advice: 'quote with « » (U+00A0 inside)',
    wrong: 'un "contexte"',
    right: 'un «\u00A0contexte\u00A0»',
  },
  {
    pattern: /«(?!\u00A0)|(?<!\u00A0)»/g,
    advice: 'U+00A0 goes inside « »',
    wrong: '« contexte »',
    right: '«\u00A0contexte\u00A0»',
  },
  {
    pattern: /(?<![\u202F!?])[;!?]/g,
    advice: 'U+202F goes before ; ! ?',
    wrong: 'l’appel ; le noyau',
    right: 'l’appel\u202F; le noyau',
  },
  {
    pattern: /(?<!\u00A0):(?=\s|$|\uFFFC)/g,
    advice: 'U+00A0 goes before :',
    wrong: 'deux façons : libaio',
    right: 'deux façons\u00A0: libaio, à 12:30',
  },
];

const russian: Typography[] = [
  {
    pattern: /["”]|‘|(?<=\p{L})['’]/gu,
    advice: 'quote with «ёлочки», inside them with „лапки“, and decline without an apostrophe',
    wrong: 'в "контексте"',
    right: 'в «контексте „первом“»',
  },
  {
    pattern: /(?<!\u00A0)—/g,
    advice: 'U+00A0 goes before —',
    wrong: 'AIO — это',
    right: 'AIO\u00A0— это',
  },
  {
    pattern: /(?<=[\s\u00A0])[-–](?=[\s\u00A0])/g,
    advice: 'the dash between words is — (U+2014)',
    wrong: 'AIO - это',
    right: 'AIO\u00A0— это, ввод-вывод',
  },
  {
    pattern: new RegExp(`(?<!\\p{L})(?:${yoWords.join('|')})(?!\\p{L})`, 'giu'),
    advice: 'write ё',
    wrong: 'Он вернет еще один счетчик',
    right: 'Он вернёт ещё один счётчик, ведь все черты видны легко',
  },
];

const every: Typography[] = [
  {
    pattern: / {2}|\s[,.](?=\s|$)/g,
    advice: 'one space, and none before , or .',
    wrong: 'a context , then',
    right: 'a context, then',
  },
];

export const typographyTable: Rule[] = [
  ...french.map((rule) => ({ ...rule, langs: ['fr'], reads: 'text' }) as const),
  ...russian.map((rule) => ({ ...rule, langs: ['ru'], reads: 'text' }) as const),
  ...every.map((rule) => ({ ...rule, langs: languages, reads: 'text' }) as const),
];
