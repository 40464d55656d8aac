import type { Language } from '../../playground-server/protocol/index.ts';
import { lineCalls, type LineCalls } from '../playground/client/line-calls.ts';
import type { TapeRow, Untold } from '../playground/client/run-state.ts';
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
  /** What is told of the calls that the tape had no room for. */
  untold?: Untold | null;
  /** Where and when it ran, in a few words; may be empty. */
  ran: string;
}

/** A line as it stands on the card, with the result of its last call. */
export interface CardLine extends ColouredLine {
  number: number;
  result: { text: string; tone: Tone } | null;
}

const mostColumns = 92;
const mostResultColumns = 30;
/** What somebody listens to. */
const mostInWords = 60;

/** The lines that the card has room for. */
export function linesOf(card: Card): CardLine[] {
  const texts = textsOf(card);
  const results = resultsOf(card);
  const coloured = colourLines(texts, card.language, mostColumns);
  return cardLines(texts.length, [...results.keys()]).map((number) => ({
    number,
    ...coloured(number),
    result: results.get(number) ?? null,
  }));
}

/** The lines of the source, from its first to the last that is not empty. */
export const textsOf = ({ source }: Pick<Card, 'source'>): string[] =>
  source.replace(/\n+$/, '').split('\n');

/** What stands beside the lines, by their numbers. */
export const resultsOf = ({
  rows,
  untold,
}: Pick<Card, 'rows' | 'untold'>): Map<number, NonNullable<CardLine['result']>> =>
  new Map(lineCalls(rows, untold).map((calls) => [calls.line, resultOf(calls)]));

/** As the end of the line shows it in the playground. */
function resultOf({ calls, count }: LineCalls): NonNullable<CardLine['result']> {
  const last = calls.at(-1);
  if (!last) return { text: `×${count}`, tone: 'unreturned' };
  const times = count > 1 ? ` ×${count}` : '';
  return {
    text: `${shortened(resultLine(last.status), mostResultColumns)}${times}`,
    tone: toneOf(last.status),
  };
}

/** `line 10: io_setup = -1 EINVAL`, for those who do not see the picture. */
export function inWords({ rows, untold, ran }: Card): string {
  const calls = lineCalls(rows, untold).slice(0, mostInWords);
  const said = calls.map(({ line, calls: made, count }) => {
    const last = made.at(-1);
    const result = last ? ` ${visibleText(last.name)} ${resultLine(last.status)}` : '';
    const times = count > 1 || !last ? ` (×${count})` : '';
    return `line ${line}:${result}${times}`;
  });
  return [...said, visibleText(ran)].filter(Boolean).join('; ');
}
