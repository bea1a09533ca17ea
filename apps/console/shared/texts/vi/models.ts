export default {
  title: 'Mô hình tiêu biểu',
  fields: {},
  help: {},
} as const;
