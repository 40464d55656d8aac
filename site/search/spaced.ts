/** Elements that readers see apart from what follows, though no space stands between them. */
const apart = /(<\/(?:a|button|code|dd|dt|h\d|li|p|span|summary|td|th)>)(?=<)/g;

/** HTML with a space wherever such an element touches the next: else an index would join their words. */
export const spaced = (html: string): string => html.replace(apart, '$1 ');
