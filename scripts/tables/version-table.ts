// Written by `npm run tables`: edit scripts/tables/ instead.

/** The Linux whose headers the tables were made from; linux/version.h. */
export const tablesVersion: readonly number[] = [6, 1, 187];
