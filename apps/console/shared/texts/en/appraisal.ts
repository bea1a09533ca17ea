export default {
  title: 'Appraisal',
  fields: {},
  help: {},
} as const;
