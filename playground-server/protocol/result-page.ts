import type { OmittedEvents } from './form-run.ts';
import type { Result } from './result.ts';

/** A result for people to read. */
export interface ShownResult {
  id: string;
  /** Without those events that a page has no room for. */
  result: Result;
  omitted: OmittedEvents;
}

/** A result with the name that it is kept under. */
export interface NamedResult {
  id: string;
  result: Result;
}

/** The ES module that the site's build leaves for the server, below the built site. */
export const resultRendererFile = 'server/render-result.js';

/** The exports of that module. */
export interface ResultRenderer {
  /** Fills a language's template page. Throws, or rejects, if the page is not a template. */
  renderResultPage(template: string, shown: ShownResult): Promise<string>;
  /** The same for two results, whose calls it lays side by side. */
  renderComparison(template: string, results: readonly NamedResult[]): string;
  /** A result as a picture, in SVG. */
  renderResultCard(result: Result, title: string): string;
}
