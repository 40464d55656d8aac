import type { LinkPolicy, RunRequest } from '../protocol/index.ts';
import { contentId } from './content-id.ts';
import { toJson } from './kept-snippet-json.ts';
import { fromText, toText } from './kept-snippet-text.ts';
import type { FindAnswer, KeepAnswer, TextStore } from './text-store.ts';

/** What a link holds: everything that a run depends on. */
export type KeptSnippet = RunRequest;

/** Snippets by the hash of their content. */
export class LinkStore {
  readonly #texts: TextStore;

  constructor(texts: TextStore) {
    this.#texts = texts;
  }

  get policy(): LinkPolicy {
    return this.#texts.policy;
  }

  /** Keeps a snippet under the name that its content has. */
  async keep(snippet: KeptSnippet): Promise<KeepAnswer & { id: string }> {
    const id = contentId(toJson(snippet));
    return { ...(await this.#texts.keep(id, toText(snippet))), id };
  }

  async find(id: string): Promise<FindAnswer<KeptSnippet>> {
    const answer = await this.#texts.find(id);
    return answer.kind === 'found' ? { kind: 'found', kept: fromText(answer.kept) } : answer;
  }
}
