/**
 * Linux native AIO for TypeScript snippets: the six system calls, libaio's wrappers, and memory
 * with the kernel's layout. 64-bit values are bigint. Wherever the kernel takes a pointer, you may
 * pass a raw address (bigint) or null to see how it responds.
 */
export { AioContext, type ContextHandle } from './aio-context.ts';
export type { Call, Returned } from './call.ts';
export * from './constants-table.ts';
export { errno, errnoName } from './errno.ts';
export { Iocb, type IocbFields } from './iocb.ts';
export type { IocbList } from './iocb-list.ts';
export { IoEvents, type IoEvent } from './io-events.ts';
export { Iovecs } from './iovecs.ts';
export { libaio } from './libaio.ts';
export { address, alignedBuffer, type HasMemory, type Pointer } from './memory.ts';
export { sigset, type AioSigset } from './sigset.ts';
export * from './syscalls.ts';
export type { Timespec } from './timespec.ts';
