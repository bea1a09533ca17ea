export default {
  title: 'Inbox',
  unread_one: '{{count}} message not read',
  unread_other: '{{count}} messages not read',
  allRead: 'Everything is read.',
  none: 'No messages yet. When something falls due or is overdue, you are reminded here.',
  new: 'Not read',
  read: 'Mark as read',
  readAll: 'Mark this page as read',
  readAt: 'read {{when}}',
  settings: {
    title: 'How you are reminded',
    byEmail: 'Reminders come to this inbox and by e-mail (in {{language}}).',
    inboxOnly: 'Reminders come to this inbox only, not by e-mail.',
    notAllowed: 'The regulation does not let people choose how they are reminded.',
    change: 'Change how you are reminded',
    languages: { vi: 'Vietnamese', en: 'English' },
  },
  fields: {
    deliveryEmail: { label: 'By e-mail too', help: 'The inbox always gets them; that cannot be switched off.' },
    deliveryLanguage: { label: 'Language of the e-mails', help: '' },
  },
  help: {
    ChooseDelivery: 'You choose for yourself whether reminders come by e-mail too, and in which language.',
  },
} as const;
