import type { RunEvent } from './event.ts';

/** Something that the manual explains, and where. */
export interface ManualPlace {
  /** `EINVAL io_setup(2)` */
  name: string;
  /** What it is about, in a sentence or a few words; may be empty. */
  about: string;
  /** Its whole address: `https://…/en/man2/io_setup/#einval-nr-zero`. */
  href: string;
}

/** An errno of a run, and the error conditions that it may mean: the very one, where the tape can tell. */
export interface MetErrno {
  /** `io_setup`, or `io_event.res` for an errno in an event. */
  place: string;
  errno: string;
  /** Line of the snippet that made the call. */
  line: number | null;
  conditions: readonly ManualPlace[];
}

/** A page as Markdown; or the names of those that there are. */
export type ReadPage =
  | { kind: 'page'; markdown: string; sections: readonly string[] }
  | { kind: 'section-unknown'; sections: readonly string[] }
  | { kind: 'unknown'; pages: readonly string[] };

/** The manual in one language, as a program reads it. */
export interface ManualReader {
  /** What a query finds: a name, an errno, a logged line, a sentence; best first, at most ten. */
  find(query: string): ManualPlace[];
  /**
   * @param name `io_setup`, `io_setup(2)`, `learn/a-read`, or the address of any page
   * @param section its heading, or none for all
   */
  read(name: string, section: string | undefined): Promise<ReadPage>;
  /** What the manual says of an errno of a call, a Markdown text for each condition; none if unknown. */
  explain(call: string, errno: string): string[];
  /** The errnos of a run, each call and errno once, in the order of the tape. */
  met(events: readonly RunEvent[]): MetErrno[];
}

/** A page that is not of the manual, of which the build has left no more than its Markdown. */
export interface OtherPage {
  /** Its address without the origin and the language: `learn/a-read`; nothing for the first page. */
  name: string;
  markdown(): Promise<string>;
}

/** What the site's build has left of the pages in one language; of the manual, as parsed from JSON. */
export interface BuiltManual {
  /** /search/en.json */
  search: unknown;
  /** /en/man2/io_setup.json and the like */
  pages: readonly unknown[];
  /** /en/learn/a-read.md and the like */
  others: readonly OtherPage[];
}

/** The ES module that the site's build leaves for the server, below the built site. */
export const manualReaderFile = 'server/open-manual.js';

/** The exports of that module. */
export interface ManualReaderModule {
  openManual(built: BuiltManual): ManualReader;
}
