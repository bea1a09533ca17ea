export default {
  title: 'Việc của tôi',
  none: 'Không có việc nào đang chờ bạn.',
  tasks: 'Việc đang chờ',
  due: 'hạn {{on}}',
  overdue: 'quá hạn {{days}} ngày',
  since: 'chờ từ {{on}}',
  more: 'Còn nữa: xem thêm',
} as const;
