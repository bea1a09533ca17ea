export default {
  title: 'Hộp tin',
  fields: {},
  help: {},
} as const;
