export { logSettings, logUnderTest, openLog } from './log.ts';
export { startPostgres, type TestDatabase, type TestPostgres } from './postgres.ts';
export { startSmtp, type SmtpScript, type TestSmtp } from './smtp.ts';
export { startRedis, type TestRedis } from './redis.ts';
export {
  makeCertificates,
  startEventStoreDb,
  startEventStoreDbProcess,
  type TestCertificates,
  type TestEventStoreDb,
  type TestEventStoreDbProcess,
} from './eventstoredb/index.ts';
export { recognizedIn, withoutDecisions } from './register.ts';
export { PASSWORD, startApi, type Reply, type Session, type TestApi } from './api.ts';
export { startConsumer, tableOf, untilReached, type ConsumerProcess, type RecognizedModel } from './consumer.ts';
export { start, startNode, startProgram, untilSaid, type Program } from './program.ts';
