export default {
  title: 'My account',
  fields: {},
  help: {},
} as const;
