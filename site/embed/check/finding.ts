/** What is wrong with an embed. Those of the second kind are no reason to stop a build. */
export const rules = {
  error: [
    'unknown-example',
    'unknown-goal',
    'unknown-attribute',
    'wrong-value',
    'no-such-line',
    'nothing-to-run',
    'foreign-language',
    'damaged-code',
    'too-large',
    'does-not-compile',
  ],
  warning: ['no-fallback', 'never-closed'],
} as const;

export type Rule = (typeof rules)['error' | 'warning'][number];

/** One thing that an author should mend. */
export interface Finding {
  rule: Rule;
  /** What is wrong, and what to do. */
  message: string;
}

/** A finding, and where its embed begins. */
export interface PlacedFinding extends Finding {
  severity: keyof typeof rules;
  /** As the command was told its folder: `dist/index.html`. */
  file: string;
  /** From 1. */
  line: number;
}

export const severityOf = (rule: Rule): keyof typeof rules =>
  rules.warning.some((known) => known === rule) ? 'warning' : 'error';
