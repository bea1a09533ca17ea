export default {
  title: 'Decision book',
  fields: {},
  help: {},
} as const;
