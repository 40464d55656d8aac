const dayMs = 24 * 60 * 60 * 1000;

/** The day (UTC, since 1970) of a time: all that is noted of when a link was used. */
export const dayOf = (ms: number): number => Math.floor(ms / dayMs);
