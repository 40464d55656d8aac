/** A source in the form of the manual's examples, or why it has none. */
export type Formatted =
  | { kind: 'formatted'; source: string }
  /** The formatter cannot read it: the compiler's messages say why. */
  | { kind: 'unreadable' };
