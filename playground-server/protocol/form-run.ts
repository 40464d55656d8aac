import type { RunEvent } from './event.ts';
import type { Problem } from './problem.ts';

/** What a form without JavaScript sends, as it was sent: whatever is wrong with it, it comes back. */
export interface RunForm {
  source: string;
  language: string;
  /** JSON, or nothing. */
  conditions: string;
  /** Where on the site the example stands, or nothing. */
  from: string;
}

/** What became of the snippet of a form. */
export type FormAnswer =
  | { kind: 'ran'; events: readonly RunEvent[] }
  | { kind: 'refused'; problem: Problem; retryAfterSeconds: number | null }
  /** It was sent by a page of another site, so that nobody has pressed Run yet. */
  | { kind: 'held' };

/**
 * Fills the template page of a language, which the site was built with. Throws on a page that is no
 * template.
 */
export type RenderFormRun = (template: string, form: RunForm, answer: FormAnswer) => string;

/** The ES module that the site's build lays down for the server, below the built site. */
export const formRendererFile = 'server/render-form-run.js';

/** What that module exports. */
export interface FormRenderer {
  renderFormRun: RenderFormRun;
}
