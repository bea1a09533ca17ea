export default {
  title: 'Hộp tin',
  unread_one: '{{count}} tin chưa đọc',
  unread_other: '{{count}} tin chưa đọc',
  allRead: 'Đã đọc hết.',
  none: 'Chưa có tin nào. Khi có việc sắp đến hạn hay quá hạn, hệ thống nhắc bạn ở đây.',
  new: 'Chưa đọc',
  read: 'Đánh dấu đã đọc',
  readAll: 'Đánh dấu đã đọc cả trang',
  readAt: 'đã đọc {{when}}',
  settings: {
    title: 'Cách nhận tin',
    byEmail: 'Tin nhắc đến hộp tin này và qua thư điện tử (viết bằng {{language}}).',
    inboxOnly: 'Tin nhắc chỉ đến hộp tin này, không gửi thư điện tử.',
    notAllowed: 'Quy định không cho phép tự chọn cách nhận tin nhắc.',
    change: 'Đổi cách nhận tin',
    languages: { vi: 'tiếng Việt', en: 'tiếng Anh' },
  },
  fields: {
    deliveryEmail: { label: 'Gửi thêm qua thư điện tử', help: 'Hộp tin trong hệ thống luôn nhận, không tắt được.' },
    deliveryLanguage: { label: 'Ngôn ngữ của thư', help: '' },
  },
  help: {
    ChooseDelivery: 'Bạn chọn cho riêng mình có nhận thêm tin nhắc qua thư điện tử không, và bằng ngôn ngữ nào.',
  },
} as const;
