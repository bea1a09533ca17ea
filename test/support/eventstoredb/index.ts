export type { DropReason, EventStoreDbFaults } from './faults.ts';
export type { Endpoint, EventStoreDbOptions, TlsOptions } from './options.ts';
export { startEventStoreDb, type TestEventStoreDb } from './start.ts';
export { startEventStoreDbProcess, type TestEventStoreDbProcess } from './process.ts';
export { makeCertificates, type TestCertificates } from './certificates.ts';
