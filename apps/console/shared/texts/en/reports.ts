export default {
  title: 'Reports',
  fields: {},
  help: {},
} as const;
