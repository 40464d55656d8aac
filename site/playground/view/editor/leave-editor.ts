import type { monaco as Monaco } from './monaco-modules.ts';

/**
 * Tab indents, so a keyboard reader needs a way out: after Escape, Tab moves the focus on.
 * Any other key, or leaving, makes Tab indent again.
 */
export function leaveWithEscapeTab(
  editor: Monaco.editor.IStandaloneCodeEditor,
  { KeyCode }: typeof Monaco,
): void {
  const letTabLeave = (tabFocusMode: boolean) => editor.updateOptions({ tabFocusMode });
  editor.onKeyDown(({ keyCode }) => {
    if (keyCode === KeyCode.Escape) letTabLeave(true);
    else if (keyCode !== KeyCode.Tab && keyCode !== KeyCode.Shift) letTabLeave(false);
  });
  editor.onDidBlurEditorText(() => letTabLeave(false));
}
