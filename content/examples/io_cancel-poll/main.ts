import {
  AioContext,
  EINPROGRESS,
  errno,
  io_cancel,
  io_getevents,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_POLL,
  IoEvents,
} from 'aio';
import koffi from 'koffi';

const eventfd = koffi
  .load('libc.so.6')
  .func('int eventfd(unsigned int, int)');
const POLLIN = 1n;

const pending = new Iocb({
  aio_lio_opcode: IOCB_CMD_POLL,
  aio_fildes: eventfd(0, 0),
  aio_buf: POLLIN,
});
const events = new IoEvents(1);
const ctx = new AioContext();

io_setup(1, ctx);
io_submit(ctx, 1, [pending]);

const r = io_cancel(ctx, pending, null);
console.log(`r = ${r}, errno = ${errno()}`);
if (r === -1 && errno() === EINPROGRESS) {
  const count = io_getevents(ctx, 1, 1, events, null);
  for (const { res } of events.first(count)) {
    console.log(`cancelled, res is ${res}`);
  }
}
