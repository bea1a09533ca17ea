import { randomBytes, randomUUID } from 'node:crypto';
import { createEngine, type Clock } from '#engine';
import { createEvidenceFiles } from '#evidence';
import { createAccounts, createApiKeys, createDirectory, createPasswords, createSessions, NAME_LIMIT } from '#identity';
import { createPreferences } from '#preferences';
import { readModelsDb } from '#read-models';
import { createDescribeRungs, createReminderService, createSendCode } from '#reminders';
import { createDecisionFacts, createIncidents, createRules } from '#use-cases';
import { createStandings, createWebhookSecrets, createWebhookService, parseTargets } from '#webhooks';
import type { Ports } from '../commands/ports.ts';
import type { Projections } from '../http/answer/projections.ts';
import { createSpool } from '../outgoing/spool.ts';
import type { ApiOptions } from './api-options.ts';

/** What the api and its importer act through. */
export const createPorts = (
  { store, pool, config, clock, mailer, ...options }: Omit<ApiOptions, 'logger'> & { readonly clock: Clock },
  projections: Pick<Projections, 'waitFor'>,
) => {
  const engine = options.engine ?? createEngine({ store });
  const directory = createDirectory(store);
  const rules = createRules(store);
  const describe = createDescribeRungs({ engine, rules, directory });
  const times = { idleMinutes: config.sessionIdleMinutes, maxHours: config.sessionMaxHours };
  return {
    store,
    engine,
    clock,
    newId: randomUUID,
    directory,
    rules,
    reminders: createReminderService({ pool, clock, describe }),
    decisionFacts: createDecisionFacts(engine, store),
    incidents: createIncidents(store),
    accounts: createAccounts({ pool, directory, random: randomBytes }, createPasswords(config.passwordCost), {
      freeAttempts: config.signInFreeAttempts ?? NAME_LIMIT.freeAttempts,
      longestLockSeconds: config.signInLongestWaitSeconds ?? NAME_LIMIT.longestLockSeconds,
      halfLifeMinutes: config.signInHalfLifeMinutes ?? NAME_LIMIT.halfLifeMinutes,
    }),
    sendCode:
      mailer && createSendCode({ mailer, now: () => clock.now(), newId: randomUUID, publicUrl: config.publicUrl }),
    sessions: createSessions(pool, times, randomBytes),
    apiKeys: createApiKeys(pool, randomBytes),
    files: createEvidenceFiles(`${config.dataDir}/evidence`),
    spool: createSpool(`${config.dataDir}/outgoing`),
    preferences: createPreferences(pool),
    readModels: readModelsDb(pool),
    waitForReadModels: (position, timeoutMs) => projections.waitFor(position, timeoutMs),
    webhooks: createWebhookService({
      store,
      clock,
      secrets: createWebhookSecrets(pool, randomBytes),
      standings: createStandings(pool),
      targets: parseTargets(config.webhookTargets),
    }),
  } satisfies Omit<Ports, 'imports' | 'importer'>;
};
