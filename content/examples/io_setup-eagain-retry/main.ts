import { AioContext, errno, errnoName, io_setup } from 'aio';

const ctx = new AioContext();

for (const operations of [4194304, 4194304, 128]) {
  const made = io_setup(operations, ctx);
  const how = made === 0 ? 'done' : errnoName(errno());
  console.log(`${operations} operations: ${how}`);
}
