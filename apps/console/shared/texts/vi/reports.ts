export default {
  title: 'Báo cáo',
  fields: {},
  help: {},
} as const;
