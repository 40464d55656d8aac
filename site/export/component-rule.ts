import type { Block } from './document.ts';
import type { PageContext } from './page-context.ts';

/** A component as used on a page. */
export interface ComponentUse {
  props: Record<string, string>;
  /** The content between its tags. */
  children: Block[];
  context: PageContext;
}

/** Puts a component into words. */
export type ComponentRule = (use: ComponentUse) => Block[];
