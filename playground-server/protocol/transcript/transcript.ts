import type { RunEvent, RunEventOf } from '../event.ts';
import { gccText } from './gcc-text.ts';
import { lineStyle } from './line-style.ts';
import { outcomeSentence } from './outcome-sentence.ts';
import { untoldSentence } from './untold-sentence.ts';
import { StraceTeller, type StraceStyle } from './strace-teller.ts';

/** A piece of a run as text, and what it is: by that a terminal knows where it goes. */
export interface TranscriptPiece {
  from: 'stdout' | 'stderr' | 'tape' | 'compiler' | 'playground';
  text: string;
}

export interface TranscriptOptions {
  /** What the compiler's messages call the snippet. */
  file: string;
  source: string;
  /** Whether what the program prints stands between the calls, for one reader. */
  merged: boolean;
  style?: StraceStyle;
}

/**
 * A run as a terminal would show it: what the compiler says, the calls as strace(1) prints them, and
 * what the program printed, in the order in which it happened.
 */
export class Transcript {
  readonly #options: TranscriptOptions;
  readonly #teller: StraceTeller;
  /** Whether the program's last line has no end yet. */
  #isMidLine = false;

  constructor(options: TranscriptOptions) {
    this.#options = options;
    this.#teller = new StraceTeller(options.style ?? lineStyle());
  }

  /** What an event adds. */
  tell(event: RunEvent): TranscriptPiece[] {
    switch (event.kind) {
      case 'output':
        return this.#output(event);
      case 'diagnostic':
        return [
          { from: 'compiler', text: gccText(event, this.#options.file, this.#options.source) },
        ];
      case 'queued':
        return note(`Waiting for a free slot: number ${event.position} in the queue.`);
      case 'booting':
        return note(`Booting Linux ${event.kernel}.`);
      case 'untold':
        return [...this.#tape(this.#teller.breakOff()), ...note(untoldSentence(event))];
      case 'faulted':
        return [
          ...this.#tape(this.#teller.breakOff()),
          ...note(`${event.message} (${event.code})`),
        ];
      case 'finished': {
        const sentence = outcomeSentence(event.outcome);
        return [
          ...this.#tape(this.#teller.tell(event)),
          ...(sentence === null ? [] : note(sentence)),
        ];
      }
      default:
        return this.#tape(this.#teller.tell(event));
    }
  }

  #output({ stream, text }: RunEventOf<'output'>): TranscriptPiece[] {
    if (text === '') return [];
    const before = this.#options.merged ? this.#tape(this.#teller.breakOff()) : [];
    this.#isMidLine = !text.endsWith('\n');
    return [...before, { from: stream, text }];
  }

  /** Calls begin a line of their own. */
  #tape(text: string): TranscriptPiece[] {
    if (text === '') return [];
    const isApart = this.#options.merged && this.#isMidLine;
    this.#isMidLine = false;
    return [{ from: 'tape', text: isApart ? `\n${text}` : text }];
  }
}

const note = (text: string): TranscriptPiece[] => [
  { from: 'playground', text: `live-man: ${text}\n` },
];
