import type { Language } from '../../playground-server/protocol/index.ts';
import { lineCalls, type LineCalls } from '../playground/client/line-calls.ts';
import type { TapeRow } from '../playground/client/run-state.ts';
import { resultLine, toneOf, type Tone } from '../playground/view/tape/result-text.ts';
import { cardLines } from './card-lines.ts';
import { colourLines, type ColouredLine } from './colour-lines.ts';
import { shortened } from './shortened.ts';
import { visibleText } from './visible-text.ts';

/** What a card shows: a source, and beside its lines what their calls returned. */
export interface Card {
  title: string;
  language: Language;
  source: string;
  rows: readonly TapeRow[];
  /** Where and when it ran, in a few words; may be empty. */
  ran: string;
}

/** A line as it stands on the card, with the result of its last call. */
export interface CardLine extends ColouredLine {
  number: number;
  result: { text: string; tone: Tone } | null;
}

const mostResultColumns = 30;
/** What somebody listens to. */
const mostInWords = 60;

/** The lines that the card has room for. */
export function linesOf({ source, language, rows }: Card): CardLine[] {
  const texts = source.replace(/\n+$/, '').split('\n');
  const results = new Map(lineCalls(rows).map((calls) => [calls.line, resultOf(calls)]));
  const coloured = colourLines(texts, language);
  return cardLines(texts.length, [...results.keys()]).map((number) => ({
    number,
    ...coloured(number),
    result: results.get(number) ?? null,
  }));
}

/** As the end of the line shows it in the playground. */
function resultOf({ calls }: LineCalls): NonNullable<CardLine['result']> {
  const { status } = calls.at(-1)!;
  const times = calls.length > 1 ? ` ×${calls.length}` : '';
  return {
    text: `${shortened(resultLine(status), mostResultColumns)}${times}`,
    tone: toneOf(status),
  };
}

/** `line 10: io_setup = -1 EINVAL`, for those who do not see the picture. */
export function inWords({ rows, ran }: Card): string {
  const calls = lineCalls(rows).slice(0, mostInWords);
  const said = calls.map(({ line, calls: made }) => {
    const { name, status } = made.at(-1)!;
    const times = made.length > 1 ? ` (×${made.length})` : '';
    return `line ${line}: ${visibleText(name)} ${resultLine(status)}${times}`;
  });
  return [...said, visibleText(ran)].filter(Boolean).join('; ');
}
