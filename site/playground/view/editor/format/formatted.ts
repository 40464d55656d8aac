/** A source in the style of the manual's examples, or why it cannot be had. */
export type Formatted =
  | { kind: 'formatted'; source: string }
  /** The formatter cannot read it: the compiler's messages say why. */
  | { kind: 'unreadable' };
