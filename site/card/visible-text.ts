/** What would turn the direction of the text that follows. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** Characters that XML 1.0 does not have, and the other controls. */
const impossible = /[\u0080-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

const tabWidth = 4;

/**
 * One line as a picture shows it: tabs as spaces, controls as their pictures (U+2400), and nothing
 * that XML cannot hold or that shows a line in another order than it has.
 */
export const visibleText = (line: string): string =>
  withoutTabs(line)
    .replace(controls, (control) =>
      String.fromCharCode(control === '\u007f' ? 0x2421 : 0x2400 + control.charCodeAt(0)),
    )
    .replace(directions, '\ufffd')
    .replace(impossible, '\ufffd');

function withoutTabs(line: string): string {
  let text = '';
  for (const character of line)
    text += character === '\t' ? ' '.repeat(tabWidth - (text.length % tabWidth)) : character;
  return text;
}
