import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { LinkPolicy } from '../protocol/index.ts';
import { dayOf } from './day-of.ts';
import { prepareLinks, type LinkStatements } from './link-statements.ts';
import type { FindAnswer, KeepAnswer, TextStore } from './text-store.ts';
import { whenFree } from './when-free.ts';

/** What a row takes besides its text: its id twice, numbers, the headers of SQLite's pages. */
const rowBytes = 200;
/**
 * Rows dropped in one step: some milliseconds, if each is 64 KiB, before other work gets its turn.
 */
const rowsPerStep = 16;

/**
 * Texts in one SQLite table, which records only the day (UTC) on which each was last opened. When
 * room runs out, those that nobody has opened make way, then those unused for longest, but none
 * within the days of the policy. Nothing blocks
 * the thread for long: rows are dropped in small steps, and a file to which another server is
 * writing is tried again later.
 */
export class SqliteTexts implements TextStore {
  readonly policy: LinkPolicy;
  readonly #database: DatabaseSync;
  readonly #nowMs: () => number;
  readonly #statements: LinkStatements;

  constructor(database: DatabaseSync, policy: LinkPolicy, nowMs: () => number = Date.now) {
    this.policy = policy;
    this.#database = database;
    this.#nowMs = nowMs;
    this.#statements = prepareLinks(database);
  }

  async keep(id: string, text: string): Promise<KeepAnswer> {
    if ((await this.find(id)).kind === 'found') return { kind: 'kept', isNew: false };
    const bytes = Buffer.byteLength(text) + rowBytes;
    if (!(await this.#makeRoom(bytes))) return { kind: 'full' };
    const { changes } = await whenFree(() =>
      this.#statements.insert.run(id, this.#today(), bytes, text),
    );
    return { kind: 'kept', isNew: changes === 1 };
  }

  async find(id: string): Promise<FindAnswer<string>> {
    const row = this.#statements.select.get(id);
    if (!row) return { kind: 'unknown' };
    void this.#noteUse(id);
    return { kind: 'found', kept: String(row['snippet']) };
  }

  close(): void {
    this.#database.close();
  }

  #today(): number {
    return dayOf(this.#nowMs());
  }

  /** If the use cannot be recorded now, the next reader who opens the link records one. */
  async #noteUse(id: string): Promise<void> {
    await whenFree(() => this.#statements.open.run(this.#today(), id)).catch(() => undefined);
  }

  async #makeRoom(bytes: number): Promise<boolean> {
    for (;;) {
      if (!this.#database.isOpen) return false;
      const { tooMany, tooLarge } = this.#excess(bytes);
      if (tooMany <= 0 && tooLarge <= 0) return true;
      const unusedSince = this.#today() - this.policy.keptDays;
      const unopenedSince = this.#today() - this.policy.keptUnopenedDays;
      const oldest = { unusedSince, unopenedSince, rowsPerStep };
      const step = () => this.#statements.dropOldest.run({ ...oldest, tooMany, tooLarge });
      if ((await whenFree(step)).changes === 0) return false;
      await nextTurn();
    }
  }

  /**
   * How many links and bytes too many there would be with another `bytes`; negative if there is
   * room.
   */
  #excess(bytes: number): { tooMany: number; tooLarge: number } {
    const totals = this.#statements.totals.get();
    return {
      tooMany: Number(totals?.['links']) + 1 - this.policy.maxLinks,
      tooLarge: Number(totals?.['bytes']) + bytes - this.policy.maxBytes,
    };
  }
}
