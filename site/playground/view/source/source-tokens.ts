import { languages } from '../../../../playground-server/protocol/language-table.ts';
import type { Language } from '../../../../playground-server/protocol/language-table.ts';
import { keywordsTable } from '../languages/keywords-table.ts';

/** What has a colour of its own: `tok-comment` in the page, `comment` in Monaco's theme. */
export type TokenName = 'comment' | 'string' | 'keyword' | 'constant' | 'function';

/** A piece of a source, and where it begins; what lies between two has no colour. */
export interface SourceToken {
  name: TokenName;
  start: number;
  text: string;
}

const patterns = Object.fromEntries(
  languages.map((language) => [language, patternOf(keywordsTable[language])]),
) as Record<Language, RegExp>;

function patternOf(keywords: string): RegExp {
  return new RegExp(
    [
      String.raw`(?<comment>//[^\n]*|/\*[^]*?(?:\*/|$(?![^])))`,
      String.raw`(?<string>\b(?:u8|[LuU])?R"(?<mark>[^()\s\\]{0,16})\([^]*?(?:\)\k<mark>"|$(?![^]))|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|\`[^\`]*\`?|(?<=#\s*include\s*)<[^>\n]*>)`,
      String.raw`(?<keyword>^[ \t]*#[ \t]*\w+|\b(?:${keywords.replaceAll(' ', '|')})\b)`,
      String.raw`(?<constant>\b(?:0[xX](?:'?[\da-fA-F])+|\d(?:[\d.]|'\d)*)\w*|\b[A-Za-z_]\w*_t\b)`,
      String.raw`(?<function>\b[A-Za-z_]\w*(?=\s*\())`,
    ].join('|'),
    'gm',
  );
}

/** The coloured pieces of a source, in order. */
export function sourceTokens(source: string, language: Language): SourceToken[] {
  return [...source.matchAll(patterns[language])].map((match) => {
    const [name] = Object.entries(match.groups!).find(([, text]) => text !== undefined)!;
    return { name: name as TokenName, start: match.index, text: match[0] };
  });
}
