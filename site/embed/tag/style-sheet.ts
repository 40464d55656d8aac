/** A style sheet that no content policy of a page forbids. */
export function styleSheet(rules: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}
