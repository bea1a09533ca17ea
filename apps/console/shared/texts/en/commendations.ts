export default {
  title: 'Commendations',
  fields: {},
  help: {},
} as const;
