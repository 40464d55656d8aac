declare const forPeople: unique symbol;

/**
 * A text for people only. On the wire it is a string, but its type has nothing that a program could
 * compare or match, so that the meaning of a value has to be taken from its kind.
 */
export interface DisplayText {
  readonly [forPeople]: true;
}

/** For the printer only. */
export const displayText = (text: string): DisplayText => text as unknown as DisplayText;

/** For code that puts it on a page; a test lists the files that may. */
export const shownText = (text: DisplayText): string => text as unknown as string;
