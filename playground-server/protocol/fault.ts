/** Our own failures, never the reader's. Each has a line in playground-server/README.md. */
export const faultCodes = [
  'compiler-failed',
  'sandbox-failed',
  'tracer-failed',
  'runner-lost',
  'internal',
] as const;

export type FaultCode = (typeof faultCodes)[number];
