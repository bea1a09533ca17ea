export default {
  title: 'Register',
  one: 'Registration',
  new: 'Draft a registration',
  search: 'Search by the name of the model',
  none: 'No registration matches the filters.',
  name: 'Name of the model',
  unit: 'Unit',
  cycle: 'Cycle',
  field: 'Field',
  status: 'Status',
  since: 'Since',
  due: 'Due',
  fields: {
    reason: { label: 'Reason', help: '' },
    supplementDueOn: { label: 'To be sent again by', help: 'The last day on which the unit has to send it again.' },
    lateReason: { label: 'Reason for being late', help: 'Only when the deadline of registration has passed.' },
  },
  help: {
    SubmitRegistration:
      'The unit’s head submits the registration to the standing body; after that it is changed only when returned.',
    ReturnRegistration: 'The standing body returns the registration to be put right, with the reason and the day.',
    AcceptRegistration: 'The standing body accepts it; the model is registered under the regulation in force.',
  },
} as const;
