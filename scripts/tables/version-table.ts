// Written by `npm run tables`: never edit it, but scripts/tables/, where all of it comes from.

/** The Linux whose headers the tables were made from; linux/version.h. */
export const tablesVersion: readonly number[] = [6, 1, 187];
