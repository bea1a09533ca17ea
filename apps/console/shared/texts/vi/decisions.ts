export default {
  title: 'Sổ quyết định',
  fields: {},
  help: {},
} as const;
