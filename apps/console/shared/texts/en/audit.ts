export default {
  title: 'Audit trail',
  fields: {},
  help: {},
} as const;
