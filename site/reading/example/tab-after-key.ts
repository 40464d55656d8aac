/** The tab that a key leads to from the one that has the focus; null for keys that lead nowhere. */
export function tabAfterKey<Tab>(tabs: readonly Tab[], from: Tab, key: string): Tab | null {
  const at = tabs.indexOf(from);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[key];
  return to === undefined ? null : (tabs.at(to % tabs.length) ?? null);
}
