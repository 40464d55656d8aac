import { onPlayground } from '../../playground/view/playground-events.ts';
import { finishedRun } from './finished-run.ts';

/** Tells the page around what happens in a playground; a row for each event. */
export function tellEvents(playground: HTMLElement, tell: (message: object) => void): void {
  let isUnderWay = false;
  onPlayground(playground, 'run', ({ source }) => {
    isUnderWay = true;
    tell({ kind: 'run', source });
  });
  onPlayground(playground, 'edited', ({ source }) => tell({ kind: 'edited', source }));
  onPlayground(playground, 'ended', (state) => {
    if (isUnderWay) tell({ kind: 'finished', ...finishedRun(state) });
    isUnderWay = false;
  });
}
