import type { RunEvent } from './event.ts';
import type { Problem } from './problem.ts';

/**
 * What a form without JavaScript sent, exactly: even if something is wrong with it, it is sent
 * back.
 */
export interface RunForm {
  source: string;
  language: string;
  /** JSON, or empty; without answers by rule. */
  conditions: string;
  /** Answers by rule as a reader writes them, one a line, or empty. */
  rules: string;
  /** Id of the kernel, or empty. */
  kernel: string;
  /** The calls to tell, or empty. */
  tape: string;
  /** The program's arguments as a shell would split them, or empty. */
  arguments: string;
  /** What it reads, or empty. */
  stdin: string;
  /** Where on the site the example is, or empty. */
  from: string;
}

/** What a run told beyond what its page may show. */
export interface OmittedEvents {
  calls: number;
  /** UTF-16 units that the program printed */
  outputLength: number;
}

/** What happened to a form's snippet. */
export type FormAnswer =
  | { kind: 'ran'; events: readonly RunEvent[]; omitted: OmittedEvents }
  | { kind: 'refused'; problem: Problem; retryAfterSeconds: number | null }
  /** A page of another site sent it, so the reader has yet to press Run. */
  | { kind: 'held' };

/**
 * Fills a language's template page, which comes from the site's build. Throws if the page is not a
 * template.
 */
export type RenderFormRun = (template: string, form: RunForm, answer: FormAnswer) => string;

/** The ES module that the site's build leaves for the server, below the built site. */
export const formRendererFile = 'server/render-form-run.js';

/** The exports of that module. */
export interface FormRenderer {
  renderFormRun: RenderFormRun;
}
