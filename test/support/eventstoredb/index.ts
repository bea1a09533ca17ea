export { startEventStoreDb, type TestEventStoreDb } from './start.ts';
export { startEventStoreDbProcess, type TestEventStoreDbProcess } from './process.ts';
export { makeCertificates, type TestCertificates } from './certificates.ts';
