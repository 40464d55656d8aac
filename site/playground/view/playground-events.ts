import type { RunState } from '../client/run-state.ts';

/** What a playground tells whoever put it on a page. */
export interface PlaygroundEvents {
  /** A reader, or the page, has it run what stands in it. */
  run: { source: string };
  /** A run has ended, in whatever way; told anew when one of earlier is shown again. */
  ended: RunState;
  /** More of a run has come, or one of earlier is shown again. */
  state: RunState;
  /** The source is not what it was. */
  edited: { source: string };
}

type Name = keyof PlaygroundEvents;

const typeOf = (name: Name): string => `live-man-playground-${name}`;

export function tellPage<Of extends Name>(
  playground: HTMLElement,
  name: Of,
  detail: PlaygroundEvents[Of],
): void {
  playground.dispatchEvent(new CustomEvent(typeOf(name), { detail }));
}

export function onPlayground<Of extends Name>(
  playground: HTMLElement,
  name: Of,
  heed: (detail: PlaygroundEvents[Of]) => void,
): void {
  playground.addEventListener(typeOf(name), (event) =>
    heed((event as CustomEvent<PlaygroundEvents[Of]>).detail),
  );
}
