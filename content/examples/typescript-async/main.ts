import { writeSync } from 'node:fs';
import koffi from 'koffi';
import {
  AioContext,
  IOCB_CMD_POLL,
  IoEvents,
  Iocb,
  errnoName,
  io_getevents,
  io_setup,
  io_submit,
} from 'aio';

const POLLIN = 1n;
const eventfd = koffi
  .load('libc.so.6')
  .func('int eventfd(unsigned int, int)');
const counter = eventfd(0, 0);
const poll = new Iocb({
  aio_lio_opcode: IOCB_CMD_POLL,
  aio_fildes: counter,
  aio_buf: POLLIN,
});
const events = new IoEvents(1);
const ctx = new AioContext();

io_setup(1, ctx);
io_submit(ctx, 1, [poll]);

const wait = io_getevents.async(ctx, 1, 1, events, null);
console.log('the program goes on');
writeSync(counter, new BigUint64Array([1n]));

const { returned, errno } = await wait;
if (returned === -1) throw new Error(errnoName(errno));
console.log(`${returned} event, res = ${events.at(0).res}`);
