/** What kind of thing a name of the manual stands for. */
export type SymbolKind = 'call' | 'function' | 'struct' | 'field' | 'constant' | 'errno';

/** One parameter as a signature shows it: a stretch of the declaration, and what it is for. */
export interface SymbolParameter {
  /** `unsigned int nr_events` */
  label: string;
  /** Markdown; empty where the manual says nothing of its own. */
  prose: string;
}

/** A name that a snippet may use, and what the manual says about it in one language. */
export interface ManualSymbol {
  kind: SymbolKind;
  name: string;
  /** As C declares it. */
  declaration: string;
  /** A few words. */
  about: string;
  /** Its number, its offset, or since when it exists. */
  note: string;
  /** The first paragraph of what the page says, Markdown whose links start with a slash. */
  prose: string;
  href: string;
  /** The page that explains it, as manuals name pages. */
  page: string;
  /** Of calls and functions. */
  parameters?: SymbolParameter[];
  /** Of calls, the errnos that they return; of errnos, the calls that return them. */
  related?: { name: string; href: string }[];
  /** Of fields, the structure and the name in libaio.h. */
  member?: { of: string; libaio: string };
  /** Of functions, the calls that they make. */
  calls?: string[];
}
