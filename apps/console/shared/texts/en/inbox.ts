export default {
  title: 'Inbox',
  fields: {},
  help: {},
} as const;
