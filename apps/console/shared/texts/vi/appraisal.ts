export default {
  title: 'Thẩm định',
  fields: {},
  help: {},
} as const;
