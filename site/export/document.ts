import type { Lang } from '../facts/localized.ts';

/** A piece of running text. Addresses are absolute, because the text may end up anywhere. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'emphasis'; children: Inline[] }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

/** `id` is the anchor on the page; null if the page has none. */
export interface ListItem {
  id: string | null;
  blocks: Block[];
}

export interface Definition {
  id: string | null;
  term: Inline[];
  blocks: Block[];
}

export type Block =
  /** The line that whatis(1) reads. */
  | { kind: 'name'; name: string; summary: string }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; id: string | null; children: Inline[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'list'; ordered: boolean; items: ListItem[] }
  | { kind: 'definitions'; items: Definition[] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

export interface DocumentSection {
  id: string;
  title: string;
  blocks: Block[];
}

/** A page of the manual in one language, ready to be rendered in any format. */
export interface ManualDocument {
  lang: Lang;
  /** `io_setup` */
  name: string;
  /** Section of the manual: `2`, `2type`. */
  volume: string;
  /** `io_setup(2)` */
  title: string;
  description: string;
  /** Address of the page that a reader can run. */
  url: string;
  /** ISO date of the last change to what the page says. */
  modified: string;
  subject: string;
  sections: DocumentSection[];
}
