import type {
  apiKey,
  commendation,
  decision,
  incident,
  organization,
  registration,
  regulation,
  reminding,
  reporting,
  webhook,
} from '#domain';

type Command =
  | registration.RegistrationCommand
  | decision.DecisionCommand
  | commendation.CommendationCommand
  | reporting.ReportCommand
  | regulation.RegulationCommand
  | regulation.CycleCommand
  | organization.UnitCommand
  | organization.PersonCommand
  | reminding.ReminderCommand
  | reminding.ChooseDelivery
  | incident.IncidentCommand
  | webhook.WebhookCommand
  | apiKey.ApiKeyCommand;

/** No path of a workflow leads to these: the system gives them, or the person who signs in. */
type OfTheSystem =
  | registration.BySystem
  | commendation.BySystem
  | 'SetPassword'
  | 'AddSecondFactor'
  | 'RecordItemResults'
  | 'ObligeReport'
  | 'MarkConsolidated'
  | 'RecordSent'
  | 'RecordFailure'
  | 'MarkOverdue'
  | 'Escalate'
  | 'RaiseIncident'
  | 'ReleaseStream'
  | 'ParkDelivery'
  | 'SettleDelivery';

/** What people ask for. */
export type OfferedCommand = Exclude<Command['type'], OfTheSystem>;

/**
 * Each command: its path, and what it does in Vietnamese and English. What creates has no path of its own and goes to the
 * collection itself, the others to `{collection}/{id}/{path}`. The compiler points here when one is missing.
 */
export const COMMANDS: Readonly<Record<OfferedCommand, readonly [path: string, summary: string]>> = {
  DraftRegistration: ['', 'Lập bản đăng ký · Draft a registration'],
  ReviseRegistration: ['revise', 'Sửa bản đăng ký · Revise the registration'],
  SubmitRegistration: ['submit', 'Nộp đăng ký · Submit the registration'],
  ReturnRegistration: ['return', 'Trả lại để bổ sung · Return it to be completed'],
  AcceptRegistration: ['accept', 'Tiếp nhận đăng ký · Accept the registration'],
  DeclineRegistration: ['decline', 'Từ chối đăng ký · Decline the registration'],
  StartImplementation: ['start', 'Bắt đầu thực hiện · Start the implementation'],
  RecordProgress: ['record-progress', 'Ghi tiến độ · Record progress'],
  RecordInspection: ['record-inspection', 'Ghi kết quả kiểm tra · Record an inspection'],
  WithdrawRegistration: ['withdraw', 'Rút đăng ký · Withdraw the registration'],
  DiscontinueModel: ['discontinue', 'Dừng mô hình · Discontinue the model'],
  RequestRecognition: ['request-recognition', 'Đề nghị công nhận · Request recognition'],
  RequireSupplement: ['require-supplement', 'Yêu cầu bổ sung hồ sơ · Require a supplement to the dossier'],
  ProvideSupplement: ['provide-supplement', 'Bổ sung hồ sơ · Provide the supplement'],
  LapseDossier: ['lapse-dossier', 'Để hồ sơ hết hạn · Let the dossier lapse'],
  OpenAppraisal: ['open-appraisal', 'Lập tổ thẩm định · Open the appraisal with its team'],
  DeclareInterest: ['declare-interest', 'Khai báo lợi ích liên quan · Declare one’s interest'],
  ScoreModel: ['score', 'Chấm điểm · Score the model'],
  ConcludeAppraisal: ['conclude-appraisal', 'Kết luận thẩm định · Conclude the appraisal'],
  RecordVote: ['record-vote', 'Ghi kết quả bỏ phiếu · Record the vote'],
  ReopenAppraisal: ['reopen-appraisal', 'Mở lại thẩm định · Reopen the appraisal'],
  MarkTypical: ['mark-typical', 'Chọn làm mô hình tiêu biểu · Mark the model as typical'],
  ReplicateModel: ['replicate', 'Ghi nhận nhân rộng · Record where it was replicated'],
  CarryForward: ['carry-forward', 'Chuyển sang đợt sau · Carry the model forward to another cycle'],
  RequestCorrection: ['request-correction', 'Đề nghị đính chính một mục · Ask for an entry to be corrected'],
  ApproveCorrection: [
    'approve-correction',
    'Duyệt đính chính do người khác đề nghị · Approve what somebody else asked for',
  ],
  DeclineCorrection: [
    'decline-correction',
    'Không duyệt, hoặc rút đề nghị đính chính · Decline or take back a correction',
  ],
  SettleRevokedSource: [
    'settle-revoked-source',
    'Đã xem xét: mô hình gốc bị thu hồi, đăng ký này vẫn giữ · Its source was revoked: looked at, and it stands',
  ],
  DraftDecision: ['', 'Soạn quyết định · Draft a decision'],
  CancelDraft: ['cancel', 'Hủy dự thảo · Cancel the draft'],
  FreezeDecision: ['freeze', 'Chốt danh sách · Freeze the manifest'],
  IssueDecision: ['issue', 'Ký ban hành, cấp số · Sign and issue it with its number'],
  FilePaper: ['file-paper', 'Lưu văn bản đã ký, đóng dấu · File the signed and stamped paper'],
  RefuseNumber: ['void-number', 'Hủy số đã cấp, nêu lý do · Void the number, with the reason'],
  ProposeCommendation: ['', 'Đề nghị khen thưởng · Propose a commendation'],
  ReviseCommendation: ['revise', 'Sửa đề nghị · Revise the proposal'],
  ReturnCommendation: ['return', 'Trả lại đề nghị · Return the proposal'],
  VerifyCommendation: ['verify', 'Thẩm tra thành tích · Verify the achievement'],
  RecordCouncilReview: ['record-council-review', 'Ghi ý kiến hội đồng · Record the review of the council'],
  SubmitCommendation: ['submit', 'Trình cấp có thẩm quyền · Submit it to who decides'],
  WithdrawCommendation: ['withdraw', 'Rút đề nghị · Withdraw the proposal'],
  SettleRevokedAchievement: [
    'settle-revoked-achievement',
    'Đã xem xét: mô hình bị thu hồi, khen thưởng vẫn giữ · Its model was revoked: looked at, and it stands',
  ],
  SubmitReport: ['submit', 'Nộp báo cáo · Submit the report'],
  ReturnReport: ['return', 'Trả lại báo cáo · Return the report'],
  ApproveReport: ['approve', 'Duyệt báo cáo · Approve the report'],
  ConsolidateReports: [
    'consolidate',
    'Tổng hợp báo cáo của các đơn vị trực thuộc · Consolidate the reports of the units below',
  ],
  CloseReport: ['close', 'Khóa báo cáo · Close the report'],
  ReopenReport: ['reopen', 'Mở lại báo cáo thành phiên bản mới · Reopen the report as a new version'],
  ExcuseReport: ['excuse', 'Miễn báo cáo, nêu lý do · Excuse the unit from the report, with the reason'],
  ExtendReport: [
    'extend',
    'Gia hạn theo văn bản; hạn ban đầu vẫn hiện · Extend it by a document; the original due date stays visible',
  ],
  OrderReminder: ['remind', 'Đôn đốc ngay · Remind the unit now'],
  ChooseDelivery: ['settings', 'Chọn cách nhận tin nhắc, cho chính mình · Choose how to be reminded, for oneself'],
  RetryReminder: [
    'retry',
    'Gửi lại tin nhắc đã dừng, nêu lý do · Have a message tried again that was given up, with the reason',
  ],
  DraftRegulation: ['', 'Soạn quy định · Draft a regulation'],
  ReviseRegulation: ['revise', 'Sửa dự thảo quy định · Revise the draft'],
  PublishRegulation: ['publish', 'Ban hành quy định · Publish the regulation'],
  SupersedeRegulation: ['supersede', 'Thay thế quy định · Supersede the regulation'],
  AmendCalendar: ['amend-calendar', 'Sửa lịch làm việc theo văn bản · Amend the working calendar by a document'],
  OpenCycle: ['', 'Mở đợt thi đua · Open a cycle'],
  ExtendDeadline: ['extend-deadline', 'Gia hạn theo văn bản · Extend a deadline by a document'],
  CloseCycle: ['close', 'Kết thúc đợt · Close the cycle'],
  EstablishUnit: ['', 'Thành lập đơn vị · Establish a unit'],
  RenameUnit: ['rename', 'Đổi tên đơn vị từ một ngày · Rename the unit from a day on'],
  MoveUnit: ['move', 'Chuyển nơi trực thuộc từ một ngày · Move the unit under another from a day on'],
  CloseUnit: ['close', 'Giải thể đơn vị · Close the unit'],
  EnterPerson: ['', 'Ghi nhận một người · Enter a person'],
  ChangeEmail: ['change-email', 'Đổi địa chỉ thư điện tử · Change the e-mail address'],
  AppointPerson: [
    'appoint',
    'Phân công vào vai trò; người ký, quản trị viên, kiểm toán viên cần thêm một quản trị viên xác nhận · Appoint the person to a role; signers, administrators and auditors are confirmed by another administrator',
  ],
  ConfirmAppointment: [
    'confirm-appointment',
    'Xác nhận phân công do quản trị viên khác đề xuất · Confirm what another administrator proposed',
  ],
  DeclineAppointment: [
    'decline-appointment',
    'Không xác nhận, hoặc rút đề xuất, nêu lý do · Decline or withdraw a proposed appointment, with the reason',
  ],
  EndAppointment: ['end-appointment', 'Kết thúc phân công · End an appointment'],
  InviteToAccount: [
    'invite',
    'Mời mở tài khoản; mã chỉ hiện lần này, dùng trong 72 giờ · Invite to open an account; the code is shown this once, for 72 hours',
  ],
  ResetAccount: [
    'reset-account',
    'Cấp lại tài khoản, mật khẩu cũ hết hiệu lực ngay · Reset the account; the old password is void at once',
  ],
  RemoveSecondFactor: [
    'remove-second-factor',
    'Gỡ yếu tố xác thực thứ hai của người đã mất thiết bị · Remove the second factor of who has lost the device',
  ],
  UnlockAccount: ['unlock-account', 'Mở khóa đăng nhập sau nhiều lần sai · End the wait after wrong passwords'],
  DisableAccount: ['disable-account', 'Đóng tài khoản, có hiệu lực ngay · Disable the account, with immediate effect'],
  RetryIncident: ['retry', 'Làm lại sự kiện gây sự cố · Try the event again'],
  ResolveIncident: ['resolve', 'Bỏ qua sự kiện gây sự cố · Pass the event over'],
  RegisterWebhook: ['', 'Đăng ký webhook; bí mật chỉ hiện lần này · Register a webhook; its secret is shown this once'],
  RotateSecret: [
    'rotate-secret',
    'Đổi bí mật; bí mật cũ còn hiệu lực 24 giờ · A new secret; the old one is valid for 24 hours more',
  ],
  PauseWebhook: ['pause', 'Tạm dừng gửi · Pause deliveries'],
  ResumeWebhook: ['resume', 'Gửi tiếp từ chỗ đã dừng · Go on where it stood'],
  RemoveWebhook: ['remove', 'Gỡ bỏ webhook · Remove the webhook'],
  ReplayDeliveries: ['replay', 'Gửi lại những sự kiện đã để riêng · Send again what was set aside'],
  CreateApiKey: ['', 'Tạo khóa; chỉ hiện một lần này · Make a key; it is shown this once'],
  RevokeApiKey: ['revoke', 'Thu hồi khóa, có hiệu lực ngay · Revoke a key, with immediate effect'],
};
