import type { Language, RunEvent } from '../../../../playground-server/protocol/index.ts';
import { applyEvents } from '../../client/apply-event.ts';
import { requestedRun } from '../../client/run-state.ts';
import { runMarkdown } from '../../client/takeaway/run-markdown.ts';
import { straceText } from '../../../../playground-server/protocol/transcript/strace-text.ts';
import { traceEvents } from '../../client/takeaway/trace-events.ts';
import { copyButton } from './copy-button.ts';
import { saveFile } from './save-file.ts';
import type { Words } from '../../../words/words.ts';
import type { Parts } from '../parts.ts';

/** A run that can be taken away. */
export interface Taken {
  source: string;
  language: Language;
  events: readonly RunEvent[];
}

/** Copies and saves the newest run in the formats of other tools. @param taken null if there is none */
export function offerTakeaway(parts: Parts, words: Words, taken: () => Taken | null): void {
  const tool = (name: string) =>
    parts.takeaway.querySelector<HTMLElement>(`[data-tool="${name}"]`)!;
  const text = () => {
    const run = taken();
    return run && straceText(run.events);
  };
  copyButton(tool('text'), parts.command, words, text);
  copyButton(tool('markdown'), parts.command, words, () => {
    const run = taken();
    return run && runMarkdown({ ...run, run: seen(run) });
  });
  tool('save-text').addEventListener('click', () => save('tape.strace', text()));
  tool('save-trace').addEventListener('click', () => {
    const run = taken();
    save('tape.trace.json', run && JSON.stringify(traceEvents(seen(run))));
  });
}

const seen = ({ events }: Taken) => applyEvents(requestedRun, events);

function save(name: string, content: string | null): void {
  if (content !== null) saveFile(name, content);
}
