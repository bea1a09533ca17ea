export default {
  title: 'Tài khoản của tôi',
  fields: {},
  help: {},
} as const;
