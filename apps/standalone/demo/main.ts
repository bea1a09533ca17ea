import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describeErrors, readConfiguration } from '#configuration';
import { adjustableClock } from '#engine';
import { startCatchAll } from '#reminders';
import { writePrivately } from '#service';
import { followImport, sendList, type ImportCounts } from '../../cli/import/run-import.ts';
import { openAccounts } from '../sample/open-accounts.ts';
import { establishProvince } from '../sample/organization.ts';
import { createSampleCommands } from '../sample/sample-commands.ts';
import { caughtUp, remindAndSettle } from '../wiring/remind-and-settle.ts';
import { startSystem, type System } from '../wiring/system.ts';
import { createCast, type Cast } from './cast.ts';
import { decide, openCycle, playAppraisals, playImplementation, propose, type DemoModel, type Stage } from './life.ts';
import { countOf, LISTED, writeList, type ListedModel } from './list.ts';
import { openMailbox } from './mailbox.ts';
import { playReportingYear } from './reporting-year.ts';
import { chapter, expectedFunnel, readFunnel, tell, tellDecision, tellFunnel, tellTrail } from './story.ts';

const YEAR = 2026;

/**
 * Plays the whole life of a batch of models, then a year of reports and reminders, on a throw-away store; exits with 0
 * only if every figure agrees with the list and every reminder with what is owed. With `KHEO_LOG=eventstoredb` the log is
 * written to the server at `KHEO_EVENTSTORE_URL`, which must hold none yet.
 */
const main = async (): Promise<boolean> => {
  writePrivately();
  const read = readConfiguration(process.env);
  if (read.kind === 'wrong') throw new Error(describeErrors(read.errors));
  const { log, eventStoreUrl } = read.configuration;
  const folder = await mkdtemp(join(tmpdir(), 'kheo-demo-'));
  await chmod(folder, 0o711); // under root PostgreSQL runs as another user, who must get through
  const clock = adjustableClock(`${String(YEAR)}-01-05T01:30:00.000Z`);
  const mails = await startCatchAll({ directory: join(folder, 'mail'), host: '127.0.0.1', port: 0 });
  const config = {
    ...{ log, eventStoreUrl },
    dataDir: folder,
    smtpUrl: mails.url,
    smtpTls: 'none' as const,
    trustProxy: false as const,
    sessionIdleMinutes: 30,
    sessionMaxHours: 12,
    rateLimitPerMinute: 100_000,
    signInFailuresPerMinute: 1000,
  };
  const system = await startSystem({ config, clock, logger: pino({ level: 'warn' }), remindersPaused: true });
  try {
    if ((await system.store.head()) > 0)
      throw new Error('KHEO_EVENTSTORE_URL: nhật ký không rỗng / the log there is not empty');
    const { stage, cast, commands } = await setTheStage(system, clock);
    const agree = [
      await play(cast, stage, folder),
      await playReportingYear({
        ...{ cast, commands, stage, mailbox: openMailbox(mails.directory) },
        remind: () => remindAndSettle(system),
        caughtUp: () => caughtUp(system),
      }),
    ].every(Boolean);
    chapter(agree ? 'Mọi số liệu khớp với danh sách và hộp thư' : 'CÓ SỐ LIỆU KHÔNG KHỚP');
    return agree;
  } finally {
    await system.stop();
    await mails.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** An invented province, its people and the year's cycle. */
const setTheStage = async (system: System, clock: ReturnType<typeof adjustableClock>) => {
  const { ports } = system;
  const commands = createSampleCommands(ports, clock, ports.files);
  await establishProvince(commands);
  const password = randomBytes(12).toString('base64url');
  for (const who of ['others', 'admin'] as const) {
    await openAccounts(ports, commands, { who, password });
  }
  await system.api.listen(0, '127.0.0.1');
  const cast = createCast(await system.api.getUrl(), password, clock);
  const province = commands.idOf('unit', 'province');
  cast.goTo(`${String(YEAR)}-01-12`);
  const stage: Stage = {
    province,
    unit: commands.idOf('unit', 'hoa-binh/phu-nu'),
    year: YEAR,
    appraisers: ['appraiser-1', 'appraiser-2', 'appraiser-3'].map((who) => commands.idOf('person', who)),
    ...(await openCycle(cast, { province, year: YEAR })),
  };
  return { stage, cast, commands };
};

const play = async (cast: Cast, stage: Stage, folder: string): Promise<boolean> => {
  chapter('Danh sách Excel được nhập');
  cast.goTo(`${String(YEAR)}-02-02`);
  const file = join(folder, 'danh-sach.xlsx');
  const checks: boolean[] = [];
  const importList = async (models: readonly ListedModel[], dryRun: boolean): Promise<ImportCounts> => {
    await writeList(file, models);
    const request = { kind: 'registrations', file, dryRun, cycleId: stage.cycleId, unitId: stage.unit } as const;
    const officer = await cast.as('unit-officer');
    const { id } = await sendList(request, officer);
    const { counts, position } = await followImport(id, officer, {
      onProgress: () => undefined,
      pause: () => sleep(50),
    });
    (await cast.as('unit-head')).readAfter(position ?? 0);
    const { created, changed, unchanged, failed } = counts;
    tell(
      `${dryRun ? 'Kiểm tra thử' : 'Nhập'}: ${String(created)} mới, ${String(changed)} cập nhật, ${String(unchanged)} không đổi, ${String(failed)} lỗi`,
    );
    return counts;
  };
  const wrong = countOf('wrong-field', 'no-name');
  const right = LISTED.length - wrong;
  const same = (summary: ImportCounts, created: number, unchanged: number): boolean =>
    summary.created === created && summary.unchanged === unchanged && summary.changed === 0 && summary.failed === wrong;
  checks.push(same(await importList(LISTED, true), right, 0));
  checks.push(same(await importList(LISTED, false), right, 0));
  checks.push(same(await importList(LISTED, false), 0, right));
  const models = await findModels(cast, stage);
  checks.push(models.length === right);

  chapter('Một năm thực hiện, thẩm định, bỏ phiếu');
  await playImplementation(cast, stage, models);
  await playAppraisals(cast, stage, models);
  tell('Đã qua nộp, tiếp nhận, thực hiện, kiểm tra, thẩm định và bỏ phiếu.');
  const decisionId = await playDecisions(cast, stage, models);

  chapter('Nhật ký của một mô hình');
  const shown = models.find(({ course }) => course === 'commended');
  checks.push(shown !== undefined && (await tellTrail(cast, shown.id)) > 0);
  chapter('Quyết định và danh mục kèm theo');
  checks.push((await tellDecision(cast, decisionId)) === expectedFunnel().recognized);
  chapter('Thống kê của đợt thi đua');
  checks.push(tellFunnel(await readFunnel(cast, stage.cycleId), expectedFunnel()));

  return checks.every(Boolean);
};

/** The drafts the import made, with what is to become of each. */
const findModels = async (cast: Cast, stage: Stage): Promise<DemoModel[]> => {
  const { items } = await cast.get<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>(
    'unit-head',
    `/api/registrations?cycle=${stage.cycleId}&limit=200`,
  );
  return items.flatMap(({ id, name }) =>
    LISTED.filter((listed) => listed.name === name).map((listed) => ({ ...listed, id })),
  );
};

/** Recognitions, refusals, distinctions and commendations; answers the id of the decision that recognizes. */
const playDecisions = async (cast: Cast, stage: Stage, models: readonly DemoModel[]): Promise<string> => {
  const of = (...courses: readonly DemoModel['course'][]) => models.filter(({ course }) => courses.includes(course));
  const items = (list: readonly DemoModel[]) => list.map(({ id }) => ({ kind: 'registration' as const, id }));
  const issuedOn = `${String(YEAR)}-11-23`;
  cast.goTo(issuedOn);
  const decisionId = await decide(cast, stage, {
    act: 'RECOGNIZE',
    title: 'Công nhận mô hình, điển hình "Dân vận khéo"',
    issuedOn,
    items: items(of('recognized', 'typical', 'commended')),
  });
  await decide(cast, stage, {
    act: 'REFUSE_RECOGNITION',
    title: 'Không công nhận một số mô hình',
    issuedOn,
    items: items(of('refused')).map((item) => ({ ...item, reason: 'Không đạt mức điểm tối thiểu.' })),
  });
  for (const { id } of of('typical')) {
    await cast.act('standing-body', `/api/registrations/${id}/mark-typical`, { reason: 'Nhiều nơi đã học tập.' });
  }
  const proposals: string[] = [];
  for (const model of of('commended')) proposals.push(await propose(cast, stage, model));
  await decide(cast, stage, {
    act: 'COMMEND',
    title: 'Tặng Bằng khen trong phong trào "Dân vận khéo"',
    issuedOn,
    items: proposals.map((id) => ({ kind: 'commendation', id })),
  });
  return decisionId;
};

process.exitCode = (await main()) ? 0 : 1;
