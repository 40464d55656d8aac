/** What a tool answers with: a text that a language model reads. */
export interface ToolText {
  content: { type: 'text'; text: string }[];
  /** The tool could not do what it was asked for; the text says why, and what to do next. */
  isError?: true;
  [more: string]: unknown;
}

export const toolText = (text: string): ToolText => ({ content: [{ type: 'text', text }] });

export const toolError = (text: string): ToolText => ({ ...toolText(text), isError: true });

/** The manual is part of the site. */
export const notBuilt = toolError('This server has no manual: its site is not built.');
