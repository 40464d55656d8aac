import { findParts } from '../../playground/view/parts.ts';
import type { PlaygroundFacts } from '../../playground/view/playground-facts.ts';
import { titlePlayground } from '../../playground/view/title-playground.ts';
import { whenNew } from './when-new.ts';

/** Calls a playground as its author does, or else by its own title, which may change at any time. */
export function titleOf(playground: HTMLElement): (label: string) => void {
  const { title } = JSON.parse(findParts(playground).facts.textContent) as PlaygroundFacts;
  return whenNew((label) => titlePlayground(playground, label || title));
}
