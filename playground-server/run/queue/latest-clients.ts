interface Visit {
  client: string;
  atMs: number;
}

/** Remembers the client that came last, and the last other one: enough to know who has company. */
export class LatestClients {
  #last: Visit | null = null;
  #lastOther: Visit | null = null;

  note(client: string, atMs: number): void {
    if (this.#last && this.#last.client !== client) this.#lastOther = this.#last;
    this.#last = { client, atMs };
  }

  /** Whether any other client has come since. */
  hasCompany(client: string, sinceMs: number): boolean {
    const other = this.#last?.client === client ? this.#lastOther : this.#last;
    return other !== null && other.atMs >= sinceMs;
  }
}
