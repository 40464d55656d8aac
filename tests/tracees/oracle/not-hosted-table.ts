/** Why the sandbox cannot host a case as it runs on the bare host, and how that shows on its tape. */
export interface NotHosted {
  reason: string;
  /** one of the complaints that comparing with the manifest must give */
  complaint: string;
}

/** The cases that the sandbox rules out. A case that is listed here but passes fails the test. */
export const notHostedTable: Readonly<Record<string, NotHosted>> = {
  'setup_sum_over_sysctl.c': {
    reason: 'asks twice for half of fs.aio-max-nr, of which a run has only its share',
    complaint: 'io_setup was answered by the playground: playground-limit',
  },
  'submit_enospc.c': {
    reason: 'fills a tmpfs of its own, which takes a user namespace',
    complaint: 'unshare was answered by the playground: refused',
  },
  'submit_offset_huge_write.c': {
    reason: 'writes beyond what ext4 can store, where the file size limit strikes first',
    complaint:
      'the outcome is {"kind":"limit-exceeded","limit":"file-size"}, not {"kind":"exited","status":0}',
  },
};
