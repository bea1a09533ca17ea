export default {
  title: 'Nhật ký chung',
  fields: {},
  help: {},
} as const;
