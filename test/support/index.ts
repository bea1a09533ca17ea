export { locationOf, logSettings, logUnderTest, openLog, openStore } from './log.ts';
export { startPostgres, type TestDatabase, type TestPostgres } from './postgres.ts';
export { startSmtp, type CaughtMail, type SmtpAnswer, type SmtpScript, type TestSmtp } from './smtp.ts';
export { startRedis, type TestRedis } from './redis.ts';
export {
  makeCertificates,
  startEventStoreDb,
  startEventStoreDbProcess,
  type DropReason,
  type Endpoint,
  type EventStoreDbFaults,
  type EventStoreDbOptions,
  type TestCertificates,
  type TestEventStoreDb,
  type TestEventStoreDbProcess,
  type TlsOptions,
} from './eventstoredb/index.ts';
export { recognizedIn, withoutDecisions } from './register.ts';
export { PASSWORD, startApi, type Reply, type Session, type TestApi } from './api.ts';
export {
  reachedBy,
  startConsumer,
  tableOf,
  untilReached,
  type ConsumerProcess,
  type ConsumerSettings,
  type RecognizedModel,
} from './consumer.ts';
