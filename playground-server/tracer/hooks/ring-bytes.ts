const pageBytes = 4096;
/** sizeof(struct io_event), and of the head of the ring; linux/aio_abi.h, fs/aio.c */
const eventBytes = 32;

/**
 * Size of the ring that io_setup maps, in bytes: whole pages for twice the events that were asked
 * for, and two to spare, but for eight a processor at least (fs/aio.c, ioctx_alloc() and
 * aio_setup_ring()).
 * @param events nr_events of io_setup @param cpus num_possible_cpus()
 */
export function ringBytes(events: number, cpus: number): number {
  const slots = 2 * Math.max(events, 4 * cpus) + 2;
  return Math.ceil(((1 + slots) * eventBytes) / pageBytes) * pageBytes;
}
