const names = [
  'facts',
  'run-bar',
  'came',
  'source-side',
  'static',
  'editor',
  'module',
  'hint',
  'tape',
  'announcement',
  'provenance',
  'lane',
  'lane-figure',
  'kernel',
  'conditions',
  'conditions-now',
  'conditions-form',
  'conditions-problem',
  'tools',
  'command',
  'takeaway',
  'events',
  'report',
  'diagnostics',
  'output',
  'environment',
  'environment-list',
] as const;

/** The elements that Playground.astro has prepared for a live run, by name. */
export type Parts = Record<(typeof names)[number], HTMLElement>;

/** Finds the parts of a playground; all of them are there, or the markup is not ours. */
export const findParts = (root: HTMLElement): Parts =>
  Object.fromEntries(
    names.map((name) => [name, root.querySelector(`[data-part="${name}"]`)]),
  ) as Parts;
