export default {
  title: 'Typical models',
  fields: {},
  help: {},
} as const;
