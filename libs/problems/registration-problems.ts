import type { registration } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, rule } from './entry.ts';

export const REGISTRATION_PROBLEMS: Own<registration.RegistrationRejection> = {
  'not-the-pinned-regulation': rule(
    'Hồ sơ đã gắn với một phiên bản quy định khác.',
    'The registration is pinned to another version of the regulation.',
  ),
  'cycle-not-open': rule(
    'Đợt thi đua[ “{cycle}”] không mở cho đơn vị này, hoặc đã đóng.',
    'The cycle[ “{cycle}”] is not open for this unit, or is closed.',
  ),
  'field-unknown': rule(
    'Quy định không có lĩnh vực “{field}”, chỉ có: {fields}.',
    'The regulation knows no field “{field}”, only: {fields}.',
  ),
  'tag-unknown': rule(
    'Quy định không có chương trình gắn với “{tag}”[, chỉ có: {tags}].',
    'The regulation knows no programme tag “{tag}”[, only: {tags}].',
  ),
  'source-not-found': rule('Không có đăng ký nguồn.', 'The source registration does not exist.'),
  'source-not-usable': rule(
    'Đăng ký nguồn đang ở trạng thái “{sourceStatus}”, chưa dùng được.',
    'The source registration cannot be used in the status “{sourceStatus}”.',
  ),
  'source-of-another-unit': rule('Đăng ký nguồn thuộc đơn vị khác.', 'The source registration is another unit’s.'),
  'source-in-same-cycle': rule(
    'Đăng ký nguồn thuộc cùng đợt thi đua.',
    'The source registration is of the same cycle.',
  ),
  'model-differs-from-source': rule('Mô hình khác với đăng ký nguồn.', 'The model differs from its source.'),
  'required-item-missing': rule(
    'Bản đăng ký còn thiếu mục bắt buộc: {items}.',
    'The form lacks what is required: {items}.',
  ),
  'deadline-passed': rule('Đã quá {limit}, ngày {deadline}.', 'The {limit} was {deadline}.'),
  'late-reason-required': rule(
    'Đã quá hạn {deadline}: phải nêu lý do nộp muộn.',
    'It is late, the deadline was {deadline}: a reason for that is required.',
  ),
  'too-many-returns': rule(
    'Đã trả lại đủ {maxReturns} lần theo quy định: chỉ còn tiếp nhận hoặc không tiếp nhận.',
    'It was returned {maxReturns} times, which is as often as allowed: accept or decline it.',
  ),
  'name-taken': conflict(
    'Trong đợt này “{unit}” đã đăng ký mô hình trùng tên “{name}”: hãy trả lại để đổi tên.',
    '“{unit}” has a model named “{name}” in this cycle: return it to be renamed.',
  ),
  'started-before-registration': rule(
    'Ngày bắt đầu không được trước ngày đăng ký được tiếp nhận ({registeredOn}).',
    'The start must not lie before the registration was accepted ({registeredOn}).',
  ),
  'indicator-invalid': rule('Chỉ tiêu không hợp lệ.', 'An indicator is not valid.'),
  'result-missing': rule(
    'Còn thiếu kết quả của tiêu chí: {criteria}.',
    'The results of these criteria are missing: {criteria}.',
  ),
  'criterion-unknown': rule(
    'Không có tiêu chí “{criterion}”; các tiêu chí: {criteria}.',
    'There is no criterion “{criterion}”; the criteria are: {criteria}.',
  ),
  'criterion-twice': rule('Tiêu chí “{criterion}” được nêu hai lần.', 'The criterion “{criterion}” is given twice.'),
  'implementation-too-short': rule(
    'Mới thực hiện được {days} ngày, quy định ít nhất {minImplementationDays} ngày: làm được từ ngày {from}[, nhưng hạn nộp hồ sơ là ngày {deadline}, trước ngày ấy].',
    'It has run for {days} days of at least {minImplementationDays}: this can be done from {from} on[, but the deadline for dossiers, {deadline}, comes before].',
  ),
  'missing-items-required': rule('Phải nêu những gì còn thiếu.', 'Say what is missing.'),
  'supplement-term-too-long': rule(
    'Quy định cho bổ sung nhiều nhất {supplementDays} ngày: muộn nhất là ngày {latest}.',
    'The regulation gives {supplementDays} days for a supplement: until {latest} at the latest.',
  ),
  'supplement-overdue': rule('Đã quá hạn bổ sung hồ sơ ({dueOn}).', 'The supplement was due on {dueOn}.'),
  'supplement-not-overdue': rule(
    'Đơn vị còn được bổ sung hồ sơ đến hết ngày {dueOn}.',
    'The unit may supplement the dossier until the end of {dueOn}.',
  ),
  'own-registration': rule(
    'Bạn đã soạn hoặc nộp đăng ký này, nên việc này phải do người khác làm.',
    'You drafted or submitted the registration, so somebody else does this.',
  ),
  'team-too-small': rule(
    'Tổ thẩm định phải có ít nhất {minMembers} thành viên, hiện có {members}.',
    'An appraisal team has at least {minMembers} members; this one has {members}.',
  ),
  'member-twice': rule('Một người được nêu hai lần[: {member}].', 'A person is named twice[: {member}].'),
  'member-not-eligible': rule(
    'Người này[ ({member})] không có phân công thẩm định đang có hiệu lực cho đơn vị đăng ký.',
    'This person[, {member},] holds no appointment in force to appraise for the registering unit.',
  ),
  'member-from-registering-unit': rule(
    'Người này[ ({member})] thuộc đơn vị đăng ký, hoặc vừa rời đơn vị.',
    'This person[, {member},] belongs to the registering unit, or left it lately.',
  ),
  'member-drafted-or-submitted': rule(
    'Người này[ ({member})] đã soạn hoặc nộp đăng ký.',
    'This person[, {member},] drafted or submitted the registration.',
  ),
  'member-has-conflict': rule(
    'Người này[ ({member})] đã khai xung đột lợi ích.',
    'This person[, {member},] has declared a conflict of interest.',
  ),
  'team-still-complete': rule('Tổ thẩm định vẫn đủ người.', 'The team is still complete.'),
  'after-appraisal-deadline': rule(
    'Thời hạn thẩm định của đợt là {deadline}: sau ngày đó chỉ lập được tổ thẩm định khi đợt còn mở và cơ quan tham mưu gia hạn.',
    'The cycle’s deadline for appraisals is {deadline}: after that an appraisal opens only if the standing body extends it while the cycle is open.',
  ),
  'not-in-person': rule(
    'Việc này phải tự mình làm, không theo ủy quyền.',
    'This is done in person, never under a delegation.',
  ),
  'not-on-team': rule('Bạn không thuộc tổ thẩm định.', 'You are not on the appraisal team.'),
  'interest-already-declared': conflict('Bạn đã khai về lợi ích.', 'You have already declared your interest.'),
  'interest-not-declared': rule('Phải khai báo lợi ích liên quan trước.', 'Declare your interest first.'),
  'conflict-declared': rule(
    'Bạn đã khai xung đột lợi ích nên không chấm điểm và không kết luận.',
    'You declared a conflict of interest, so you neither score nor conclude.',
  ),
  'score-missing': rule('Còn thiếu điểm của tiêu chí: {criteria}.', 'These criteria have no score yet: {criteria}.'),
  'score-out-of-range': rule(
    'Điểm của tiêu chí “{criterion}” là số nguyên từ 0 đến {maxPoints}.',
    'The score of “{criterion}” is a whole number from 0 to {maxPoints}.',
  ),
  'scores-outstanding': rule(
    'Còn {outstanding} thành viên chưa chấm điểm[: {people}].',
    '{outstanding} members have not scored yet[: {people}].',
  ),
  'field-visit-required': rule(
    'Quy định yêu cầu thẩm định thực tế: phải nêu ngày đi thực tế.',
    'The regulation asks for a field visit: its day is required.',
  ),
  'no-vote-in-regulation': rule('Quy định không có bước bỏ phiếu.', 'The regulation has no vote.'),
  'vote-already-held': conflict('Kết quả bỏ phiếu đã được ghi.', 'The vote is recorded already.'),
  'vote-counts-inconsistent': rule(
    'Số phiếu không khớp nhau: {ballots} phiếu, {present} người có mặt, {members} thành viên. Đồng ý, không đồng ý và trắng cộng lại phải bằng số người có mặt, cộng phiếu bằng văn bản nếu quy định cho phép, và không quá số thành viên.',
    'The counts of the vote do not agree: {ballots} ballots, {present} present, {members} members. Yes, no and abstentions add up to those present, and the written ballots where the regulation has them, and are no more than the members.',
  ),
  'appraisal-not-passed': rule(
    'Kết quả thẩm định không đạt[: {points} điểm, điểm đạt {passMark}][; tiêu chí bắt buộc không đạt: {vetoes}].',
    'The appraisal was not passed[: {points} points of {passMark} needed][; failed mandatory criteria: {vetoes}].',
  ),
  'vote-not-held': rule(
    'Hội đồng chưa bỏ phiếu[, hoặc chưa đủ số người bỏ phiếu: {ballots} trong {members} thành viên].',
    'The council has not voted yet[, or without a quorum: {ballots} of {members} members].',
  ),
  'vote-not-passed': rule(
    'Kết quả bỏ phiếu không đạt: {yes} phiếu đồng ý, cần {needed}; {ballots} trong {members} thành viên bỏ phiếu.',
    'The vote was not passed: {yes} in favour, {needed} needed; {ballots} of {members} members voted.',
  ),
  'already-typical': conflict('Mô hình đã là mô hình tiêu biểu.', 'The model is already typical.'),
  'adopting-unit-is-source': rule(
    'Đây là mô hình của chính đơn vị: nhân rộng là để đơn vị khác làm theo.',
    'This is the unit’s own model: it is taken up by other units.',
  ),
  'adopting-unit-not-active': rule(
    'Đơn vị nhân rộng[ “{unit}”] không hoạt động[: đã kết thúc sau ngày {until}][: chỉ hoạt động từ ngày {from}].',
    'The adopting unit[, “{unit}”,] is not active[: it was closed after {until}][: it begins on {from}].',
  ),
  'not-the-adopting-unit': rule(
    'Bạn không có phân công ở đơn vị nhân rộng[ “{unit}”] hoặc cấp trên của nó.',
    'You hold no appointment to the adopting unit[, “{unit}”,] or above.',
  ),
  'already-replicated': conflict(
    'Đơn vị[ “{unit}”] đã nhân rộng mô hình trong đợt[ “{cycle}”].',
    'The unit[ “{unit}”] already replicates the model in the cycle[ “{cycle}”].',
  ),
  'already-carried-forward': conflict(
    'Mô hình đã được chuyển tiếp sang đợt[ “{cycle}”] này.',
    'The model was already carried forward to the cycle[ “{cycle}”].',
  ),
  'no-later-cycle': rule('Chưa có đợt thi đua nào sau đợt này.', 'There is no cycle after this one yet.'),
  'cycle-not-later': rule(
    'Đợt thi đua[ “{cycle}”] phải sau đợt hiện tại.',
    'The cycle[ “{cycle}”] must come after the present one.',
  ),
  'field-not-correctable': rule(
    'Mục này không đính chính được; đính chính được: {items}.',
    'This cannot be corrected; these can: {items}.',
  ),
  'correction-pending': conflict(
    'Đang có một đính chính chờ duyệt cho: {items}.',
    'A correction waits to be approved of: {items}.',
  ),
  'name-too-long': rule('Tên mô hình dài nhất {max} ký tự.', 'The name of a model has at most {max} letters.'),
  'correction-unknown': rule('Không có đề nghị đính chính này đang chờ.', 'No such correction waits.'),
  'approver-is-corrector': rule(
    'Đính chính phải do người khác duyệt, không phải người đề nghị.',
    'A correction is approved by another person than who asked for it.',
  ),
  'no-other-approver': rule(
    'Chưa có ai khác duyệt được đính chính này: hãy phân công thêm một cán bộ cơ quan tham mưu trước.',
    'Nobody else could approve this correction: appoint another officer of the standing body first.',
  ),
  'nothing-corrected': rule('Giá trị mới không khác giá trị cũ.', 'The new value does not differ from the old.'),
};
