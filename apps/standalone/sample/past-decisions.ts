import type { commendation, decision, regulation } from '#domain';
import type { SampleRegistration } from './past-cycle.ts';
import { headOf, personName, unitName } from './province.ts';
import { inParallel, type SampleCommands } from './sample-commands.ts';

const OFFICER = 'standing-body';
const PROVINCE = 'province';

/** Waits until every item of an issued decision has been answered. */
export type WhenApplied = (decisionId: string) => Promise<void>;

/** Recognitions and refusals, distinctions, commendations and one revocation. */
export const playDecisions = async (
  commands: SampleCommands,
  all: readonly SampleRegistration[],
  cycleId: string,
  day: (monthAndDay: string) => string,
  whenApplied: WhenApplied,
): Promise<void> => {
  const recognized = all.filter(({ fate }) => fate === 'recognized');
  const items = (list: readonly SampleRegistration[], reason?: string): decision.DecisionItem[] =>
    list.map(({ id }) => ({ kind: 'registration', id, ...(reason === undefined ? {} : { reason }) }));
  const decide = (key: string, act: regulation.Act, title: string, list: decision.DecisionItem[], on: string) =>
    issue(commands, { key, act, title, items: list, cycleId, on }, whenApplied);

  const on = day('11-24');
  await decide('recognize', 'RECOGNIZE', 'Công nhận mô hình, điển hình "Dân vận khéo"', items(recognized), on);
  const failed = all.filter(({ fate }) => fate === 'failed');
  const why = 'Không đạt mức điểm tối thiểu.';
  await decide('refuse', 'REFUSE_RECOGNITION', 'Không công nhận một số mô hình', items(failed, why), on);
  day('12-01');
  await inParallel(
    recognized.filter((_, index) => index % 10 === 0),
    (item) =>
      commands.act(OFFICER, item, 'typical', 'MarkTypical', {
        reason: 'Cách làm sáng tạo, đã được nhiều nơi học tập.',
      }),
  );
  await playCommendations(commands, recognized, cycleId, day, whenApplied);
  const revokedOn = day('12-22');
  const ground = 'Kết luận kiểm tra: báo cáo không đúng thực tế.';
  await decide(
    'revoke',
    'REVOKE_RECOGNITION',
    'Thu hồi quyết định công nhận',
    items(recognized.slice(-1), ground),
    revokedOn,
  );
};

/** Who made the model: their unit, or one of its people, who has no other part in the sample. */
const recipientOf = ({ form, unit }: SampleRegistration, nth: number): commendation.Recipient => ({
  type: form.subjectType,
  name: form.subjectType === 'COLLECTIVE' ? unitName(unit) : personName(500 + nth),
});

/** Every sixth recognized model is proposed; every fifth proposal is still with the standing body. */
const playCommendations = async (
  commands: SampleCommands,
  recognized: readonly SampleRegistration[],
  cycleId: string,
  day: (monthAndDay: string) => string,
  whenApplied: WhenApplied,
): Promise<void> => {
  const proposed = recognized.filter((_, index) => index % 6 === 0);
  day('12-03');
  await inParallel(proposed, async (item) => {
    const who = headOf(item.unit);
    const papers = (['SUBMISSION_LETTER', 'ACHIEVEMENT_REPORT', 'MINUTES'] as const).map((kind) =>
      commands.evidence(who, `${item.key}:${kind}`, item.unitId, kind),
    );
    await commands.commendation(who, keyOf(item), {
      type: 'ProposeCommendation',
      data: {
        unitId: item.unitId,
        cycleId,
        recipient: recipientOf(item, recognized.indexOf(item)),
        achievement: { kind: 'RECOGNIZED_MODEL', registrationId: item.id },
        form: 'CERTIFICATE_OF_MERIT',
        scope: 'MOVEMENT',
        evidenceIds: await Promise.all(papers),
      },
    });
  });
  day('12-08');
  const going = proposed.filter((_, index) => index % 5 !== 4);
  const minutesId = await commands.evidence(OFFICER, 'past:council', commands.idOf('unit', PROVINCE), 'MINUTES');
  await inParallel(going, async (item) => {
    const id = commands.idOf('commendation', keyOf(item));
    const key = keyOf(item);
    const note = 'Hồ sơ đầy đủ, đúng đối tượng.';
    await commands.commendation(OFFICER, `${key}:verify`, { type: 'VerifyCommendation', id, data: { note } });
    const review = { favourable: true, opinion: 'Hội đồng nhất trí đề nghị.', minutesId };
    await commands.commendation(OFFICER, `${key}:council`, { type: 'RecordCouncilReview', id, data: review });
    const toUnitId = commands.idOf('unit', PROVINCE);
    await commands.commendation(OFFICER, `${key}:submit`, { type: 'SubmitCommendation', id, data: { toUnitId } });
  });
  const on = day('12-15');
  const items = going.map((item): decision.DecisionItem => ({
    kind: 'commendation',
    id: commands.idOf('commendation', keyOf(item)),
  }));
  const title = 'Tặng Bằng khen trong phong trào thi đua "Dân vận khéo"';
  await issue(commands, { key: 'commend', act: 'COMMEND', title, items, cycleId, on }, whenApplied);
};

const keyOf = (item: SampleRegistration): string => `${item.key}:commendation`;

interface SampleDecision {
  readonly key: string;
  readonly act: regulation.Act;
  readonly title: string;
  readonly items: decision.DecisionItem[];
  readonly cycleId: string;
  readonly on: string;
}

const issue = async (commands: SampleCommands, what: SampleDecision, whenApplied: WhenApplied): Promise<void> => {
  const { key, act, title, items, cycleId, on } = what;
  const id = await commands.decision(OFFICER, `decision:${key}`, {
    type: 'DraftDecision',
    data: { unitId: commands.idOf('unit', PROVINCE), cycleId, act, title, items },
  });
  await commands.decision(OFFICER, `decision:${key}:freeze`, { type: 'FreezeDecision', id, data: {} });
  await commands.decision('signer', `decision:${key}:issue`, {
    type: 'IssueDecision',
    id,
    data: {
      symbol: 'QĐ/TU',
      docType: 'QUYET_DINH',
      issuedOn: on,
      capacity: 'T/M Ban Thường vụ',
    },
  });
  await whenApplied(id);
};
