export default {
  title: 'My work',
  none: 'Nothing waits for you.',
  tasks: 'What waits for you',
  due: 'due {{on}}',
  overdue: '{{days}} days overdue',
  since: 'waiting since {{on}}',
  more: 'There is more: show it',
} as const;
