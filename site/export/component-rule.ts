import type { Block } from './document.ts';
import type { PageContext } from './page-context.ts';

/** A component as the page uses it. */
export interface ComponentUse {
  props: Record<string, string>;
  /** What stands between its tags. */
  children: Block[];
  context: PageContext;
}

/** What a component says, in words. */
export type ComponentRule = (use: ComponentUse) => Block[];
