/** JSON that is safe inside a script element: whatever texts it has, none can end the element. */
export const scriptJson = (facts: object): string =>
  JSON.stringify(facts).replaceAll('<', '\\u003c');
