/** Whom a program runs as on a kernel of its own. */
export const users = ['root', 'nobody'] as const;
export type User = (typeof users)[number];

/** Whom it runs as there unless a request says otherwise. */
export const usualUser: User = 'root';
