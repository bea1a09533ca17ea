import type { organization } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, missing, rule } from './entry.ts';

export const UNIT_PROBLEMS: Own<organization.UnitRejection> = {
  'unit-exists': conflict('Đơn vị đã tồn tại.', 'The unit exists already.'),
  'unit-closed': conflict(
    'Đơn vị đã kết thúc hoạt động[ sau ngày {until}].',
    'The unit is closed[ since the end of {until}].',
  ),
  'name-unchanged': rule('Tên không thay đổi.', 'The name does not change.'),
  'root-exists': conflict('Đã có đơn vị gốc.', 'There is a root already.'),
  'root-stays': rule('Không được chuyển hoặc kết thúc đơn vị gốc.', 'The root is neither moved nor closed.'),
  'parent-missing': rule('Không có đơn vị cấp trên này.', 'There is no such unit above.'),
  'parent-unchanged': rule('Đơn vị cấp trên không thay đổi.', 'The unit above does not change.'),
  'parent-is-below': rule('Đơn vị cấp trên mới lại nằm dưới đơn vị này.', 'The new parent lies below this unit.'),
  'outside-parent-period': rule(
    'Ngày nằm ngoài thời gian hoạt động của đơn vị cấp trên “{unit}”: từ ngày {from}[ đến ngày {until}].',
    'The date lies outside the dates of the unit above, “{unit}”: from {from}[ until {until}].',
  ),
  'change-out-of-order': rule(
    'Ngày phải sau lần thay đổi trước[, ngày {after}].',
    'The date must lie after the last change[, of {after}].',
  ),
  'admin-unit-code-invalid': rule(
    'Mã đơn vị hành chính của cấp tỉnh có 2 chữ số, của cấp xã có 5; đơn vị loại khác không có mã.',
    'The code of a province has 2 digits, that of a commune 5; units of other kinds have none.',
  ),
  'admin-unit-code-taken': conflict(
    'Mã đơn vị hành chính {code} đã được cấp cho “{unit}”.',
    'The code {code} was given to “{unit}”.',
  ),
  'has-open-children': rule(
    'Còn đơn vị trực thuộc đang hoạt động: {units}. Hãy chuyển hoặc kết thúc trước.',
    'Units below are still open: {units}. Move or close them first.',
  ),
  'has-running-appointments': rule(
    'Còn người đang giữ nhiệm vụ ở đơn vị: {people}. Hãy kết thúc phân công trước.',
    'These people still hold appointments to the unit: {people}. End them first.',
  ),
};

export const PERSON_PROBLEMS: Own<organization.PersonRejection> = {
  'own-rights': rule('Không ai được tự thay đổi quyền của mình.', 'Nobody changes their own rights.'),
  'through-own-grant': rule(
    'Không ai được nhận quyền này qua quản trị viên do một mình mình cử ra.',
    'Nobody comes by this role through an administrator they made alone.',
  ),
  'proposer-confirms': rule(
    'Người đề xuất không được tự xác nhận; cần một quản trị viên khác.',
    'Whoever proposed it does not confirm it; another administrator does.',
  ),
  'proposal-missing': rule('Không có đề xuất phân công này đang chờ.', 'No such appointment is proposed.'),
  'person-exists': conflict('Người này đã có.', 'The person exists already.'),
  'person-missing': missing('Không có người này.', 'There is no such person.'),
  'email-invalid': rule('Địa chỉ thư điện tử không hợp lệ.', 'The e-mail address is not valid.'),
  'email-missing': rule('Người này chưa có địa chỉ thư điện tử.', 'The person has no e-mail address.'),
  'email-unchanged': rule('Địa chỉ thư điện tử không thay đổi.', 'The e-mail address does not change.'),
  'outside-unit-period': rule(
    'Nằm ngoài thời gian hoạt động của “{unit}”: từ ngày {from}[ đến ngày {until}].',
    'This lies outside the dates of “{unit}”: from {from}[ until {until}].',
  ),
  'already-appointed': conflict(
    '{person} đã giữ vai trò {role} ở “{unit}” từ ngày {from}.',
    '{person} is {role} in “{unit}” already, since {from}.',
  ),
  'account-missing': rule('Người này chưa có tài khoản đang hoạt động.', 'The person has no account that is open.'),
  'account-exists': conflict(
    'Người này đã có tài khoản; mất mật khẩu thì cấp lại.',
    'The person has an account already; a password that is lost is reset.',
  ),
  'second-factor-exists': conflict(
    'Tài khoản đã có yếu tố xác thực thứ hai; gỡ cái cũ trước.',
    'The account has a second factor already; remove it first.',
  ),
  'second-factor-missing': rule('Tài khoản chưa có yếu tố xác thực thứ hai.', 'The account has no second factor.'),
  'both-by-one-hand': rule(
    'Hai bước phải do hai người: ai đã cấp mã cho một người thì có thể đăng nhập như người đó. Cần một quản trị viên khác; hoặc cấp mã mới cho người ấy qua thư điện tử hay bằng kheo reset-admin.',
    'Two people take the two steps, and whoever handed a code to somebody could come in as them. Another administrator does it; or that person is given a new code by mail or by kheo reset-admin.',
  ),
  'username-taken': conflict('Tên đăng nhập đã có người dùng.', 'The user name is taken.'),
  'code-invalid': rule('Mã không đúng hoặc đã dùng.', 'The code is not right, or was used.'),
  'code-lapsed': rule(
    'Mã đã hết hạn; đề nghị quản trị viên cấp mã mới.',
    'The code has lapsed; ask the administrator for another.',
  ),
  'appointment-missing': rule('Không có việc phân công này.', 'There is no such appointment.'),
  'appointment-ended': conflict(
    'Việc phân công đã kết thúc[ sau ngày {until}].',
    'The appointment has ended[ after {until}].',
  ),
  'end-in-the-past': rule('Thời điểm kết thúc không được ở quá khứ.', 'The end must not lie in the past.'),
};
