declare const forPeople: unique symbol;

/**
 * A text that only people read. On the wire it is a string; its type has nothing that a program
 * could compare or match, so what a value means has to be read from its kind.
 */
export interface DisplayText {
  readonly [forPeople]: true;
}

/** For the printer. */
export const displayText = (text: string): DisplayText => text as unknown as DisplayText;

/** For what puts it on a page: a test of the house names these files. */
export const shownText = (text: DisplayText): string => text as unknown as string;
