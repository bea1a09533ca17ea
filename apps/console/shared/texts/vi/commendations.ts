export default {
  title: 'Khen thưởng',
  fields: {},
  help: {},
} as const;
