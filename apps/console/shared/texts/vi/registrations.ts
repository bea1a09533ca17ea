export default {
  title: 'Sổ đăng ký',
  one: 'Đăng ký',
  new: 'Lập bản đăng ký',
  search: 'Tìm theo tên mô hình',
  none: 'Không có đăng ký nào khớp với điều kiện lọc.',
  name: 'Tên mô hình',
  unit: 'Đơn vị',
  cycle: 'Đợt thi đua',
  field: 'Lĩnh vực',
  status: 'Trạng thái',
  since: 'Từ ngày',
  due: 'Hạn',
  fields: {
    reason: { label: 'Lý do', help: '' },
    supplementDueOn: { label: 'Hạn gửi lại', help: 'Ngày cuối cùng đơn vị phải gửi lại.' },
    lateReason: { label: 'Lý do nộp muộn', help: 'Chỉ cần khi đã quá hạn đăng ký của đợt.' },
  },
  help: {
    SubmitRegistration:
      'Thủ trưởng đơn vị nộp bản đăng ký lên cơ quan tham mưu; sau khi nộp chỉ sửa được khi bị trả lại.',
    ReturnRegistration: 'Cơ quan tham mưu trả bản đăng ký để đơn vị sửa, nêu lý do và hạn gửi lại.',
    AcceptRegistration: 'Cơ quan tham mưu tiếp nhận; mô hình được đăng ký theo quy định đang có hiệu lực.',
  },
} as const;
