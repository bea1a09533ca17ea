import { resolve } from 'node:path';
import { fixtures, report, root } from './tools.ts';

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

const cruise = async (config: string, ...parts: string[]): Promise<Cruise['summary']> => {
  const folder = resolve(fixtures, 'layers');
  const args = ['--config', resolve(root, config), '--output-type', 'json', ...parts];
  return ((await report('dependency-cruiser/bin/dependency-cruise.mjs', args, folder)) as Cruise).summary;
};

/** Each rule, and the file that breaks it and it alone. */
const offenders: Record<string, string> = {
  'layer-domain': 'libs/domain/knows-too-much.ts',
  'layer-configuration': 'libs/configuration/knows-too-much.ts',
  'layer-contracts': 'libs/contracts/knows-too-much.ts',
  'layer-event-store': 'libs/event-store/knows-too-much.ts',
  'layer-evidence': 'libs/evidence/knows-too-much.ts',
  'layer-imports': 'libs/imports/knows-too-much.ts',
  'layer-papers': 'libs/papers/knows-too-much.ts',
  'layer-preferences': 'libs/preferences/knows-too-much.ts',
  'layer-words': 'libs/words/knows-too-much.ts',
  'layer-problems': 'libs/problems/knows-too-much.ts',
  'layer-engine': 'libs/engine/knows-too-much.ts',
  'layer-read-models': 'libs/read-models/knows-too-much.ts',
  'layer-identity': 'libs/identity/knows-too-much.ts',
  'layer-use-cases': 'libs/use-cases/knows-too-much.ts',
  'layer-webhooks': 'libs/webhooks/knows-too-much.ts',
  'layer-reminders': 'libs/reminders/knows-too-much.ts',
  'layer-postgres': 'libs/postgres/knows-too-much.ts',
  'layer-service': 'libs/service/knows-too-much.ts',
  'layer-of-each-library': 'libs/unplaced/knows-too-much.ts',
  'domain-is-pure': 'libs/domain/reads-files.ts',
  'front-doors-only': 'apps/api/comes-in-by-the-window.ts',
  'front-doors-between-libraries': 'libs/identity/comes-in-by-the-window.ts',
  'no-relative-way-round': 'apps/api/goes-round.ts',
  'read-models-ask-each-other': 'libs/read-models/register/reads-anothers-table.ts',
  'controllers-know-no-engine': 'apps/api/decides.controller.ts',
  'libraries-know-no-app': 'libs/identity/knows-an-app.ts',
  'apps-apart': 'apps/cli/knows-another-app.ts',
  'console-knows-its-client-only': 'apps/console/knows-the-domain.ts',
  'console-features-do-not-know-each-other': 'apps/console/features/decisions/knows-a-neighbour.ts',
  'console-shared-knows-no-feature': 'apps/console/shared/knows-a-feature.ts',
  'no-test-code-in-source': 'apps/api/uses-test-code.ts',
  'framework-in-apps': 'libs/engine/knows-the-framework.ts',
  'eventstore-client-in-its-adapter': 'libs/engine/speaks-to-eventstore.ts',
  'queue-and-mail-in-reminders': 'libs/identity/sends-mail.ts',
  'holidays-in-the-calendar': 'libs/identity/looks-up-holidays.ts',
  'pg-in-its-library': 'libs/identity/speaks-to-postgres.ts',
  'no-cycles': 'libs/engine/egg.ts',
  'everything-resolves': 'libs/engine/imports-nothing.ts',
};

describe('the layers', () => {
  let broken: Cruise['summary'];

  beforeAll(async () => {
    broken = await cruise('.dependency-cruiser.js', 'apps', 'libs', 'test');
  }, 60_000);

  it('have an offending example for every rule', () => {
    expect(Object.keys(offenders).sort()).toEqual(broken.ruleSetUsed.forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(offenders))('%s fails on %s', (rule, file) => {
    expect(broken.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toEqual([
      rule,
    ]);
  });

  it('let everything else in the examples pass', () => {
    expect(new Set(broken.violations.map(({ from }) => from))).toEqual(new Set(Object.values(offenders)));
  });
});

describe('folders', () => {
  it('that need each other fail, although no two of their files do', async () => {
    const { violations } = await cruise('.dependency-cruiser.folders.js', 'apps', 'libs');
    const pair = violations.filter(({ from }) => /(left|right)$/u.test(from));
    expect(pair.map(({ from, rule }) => `${rule.name} ${from}`).sort()).toEqual([
      'no-folder-cycles libs/engine/left',
      'no-folder-cycles libs/engine/right',
    ]);
  }, 60_000);
});
