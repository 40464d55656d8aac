import type { EditSession } from '../../edit-session.ts';
import { formatSource } from './format-source.ts';
import type { Formatted } from './formatted.ts';

const sayings = {
  formatted: 'playground.leaveEditor',
  unreadable: 'playground.editor.unreadable',
} as const satisfies Record<Formatted['kind'], string>;

/** Formats what the reader is editing, unless they typed on while the formatter was loading. */
export async function formatInPlace(
  session: Pick<EditSession, 'request' | 'rewrite'>,
  say: (key: string) => void,
): Promise<void> {
  const { language, source } = session.request();
  say('playground.editor.formatting');
  try {
    const formatted = await formatSource(language, source);
    if (formatted.kind === 'formatted' && session.request().source === source) {
      session.rewrite(formatted.source);
    }
    say(sayings[formatted.kind]);
  } catch {
    say('playground.editor.formatFailed');
  }
}
