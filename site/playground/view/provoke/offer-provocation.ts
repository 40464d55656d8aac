import type { AnswerRule, RunRequest } from '../../../../playground-server/protocol/index.ts';
import type { ErrnoTable } from '../../../facts/errno-table.ts';
import type { Words } from '../../../words/words.ts';
import { fromServer } from '../../client/from-server.ts';
import { provoke, type Provocation } from '../../client/provoke/provoke.ts';
import type { Parts } from '../parts.ts';
import { provocationTable } from './provocation-table.ts';

/** What a provocation works on. */
interface Sources {
  /** The request for exactly the present source and conditions. */
  request(): RunRequest;
  /** Runs it with one more rule, so that its tape is shown. */
  open(rule: AnswerRule): void;
}

/** Offers to try the plausible failures on the reader's program, and shows what it made of each. */
export function offerProvocation(
  { tools }: Pick<Parts, 'tools'>,
  errnos: ErrnoTable,
  words: Words,
  sources: Sources,
): void {
  const section = document.createElement('section');
  section.className = 'provocation';
  section.hidden = true;
  tools.after(section);
  let shown: Provocation = { trials: [], isOver: false };
  let current = new AbortController();
  const show = (provocation: Provocation): void => {
    shown = provocation;
    section.innerHTML = provocationTable(provocation, words).markup;
    section.hidden = false;
  };
  const begin = async (): Promise<void> => {
    current.abort();
    const { signal } = (current = new AbortController());
    show({ trials: [], isOver: false });
    for await (const each of provoke(fromServer, sources.request(), errnos, signal)) {
      if (signal.aborted) return;
      show(each);
    }
  };
  tools.querySelector('[data-tool="provoke"]')!.addEventListener('click', () => void begin());
  section.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-trial]');
    const trial = button && shown.trials[Number(button.dataset['trial'])];
    if (trial) sources.open(trial.failure.rule);
  });
}
