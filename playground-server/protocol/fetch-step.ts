/** What is done for a kernel before it is offered, in this order. */
export const fetchSteps = ['waiting', 'index', 'packages', 'unpacking', 'trial'] as const;

export type FetchStep = (typeof fetchSteps)[number];
