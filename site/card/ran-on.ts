import type { Environment } from '../../playground-server/protocol/index.ts';

/** `Linux 6.18.44, x86_64`, and the day where it is known: the same in every language. */
export const ranOn = (environment: Environment | null, ranAt = ''): string =>
  [
    ...(environment ? [`Linux ${environment.kernel}`, environment.machine] : []),
    ...(ranAt ? [ranAt.slice(0, 10)] : []),
  ].join(', ');
