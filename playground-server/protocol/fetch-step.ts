/** What is done for a kernel that is not here yet, in this order. */
export const fetchSteps = ['waiting', 'index', 'packages', 'unpacking'] as const;

export type FetchStep = (typeof fetchSteps)[number];
