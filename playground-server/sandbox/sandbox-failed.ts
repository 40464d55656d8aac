/** A sandbox could not be made. Our failure, never the reader's. */
export class SandboxFailed extends Error {}
