/** A text in as few lines of at most so many characters as its words allow, none much shorter. */
export function wrapped(text: string, most: number): string[] {
  const lineCount = Math.ceil(text.length / most);
  const even = Math.max(text.length / lineCount, 1);
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    const longer = line === '' ? word : `${line} ${word}`;
    const isFull = longer.length > most || (line.length >= even && lines.length < lineCount);
    if (line !== '' && isFull) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
