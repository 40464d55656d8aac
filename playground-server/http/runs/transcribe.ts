import { snippetFile, type RunEvent, type RunRequest } from '../../protocol/index.ts';
import { Transcript } from '../../protocol/transcript/transcript.ts';

/**
 * A run as text for a terminal.
 * @param lines an event in JSON each
 */
export async function* transcribe(
  lines: AsyncIterable<string>,
  { language, source }: RunRequest,
): AsyncGenerator<string> {
  const transcript = new Transcript({ file: snippetFile(language), source, merged: true });
  for await (const line of lines) {
    const pieces = transcript.tell(JSON.parse(line) as RunEvent);
    if (pieces.length > 0) yield pieces.map(({ text }) => text).join('');
  }
}
