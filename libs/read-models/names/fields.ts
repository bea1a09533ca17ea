/** What has a name. */
export type NameKind = 'unit' | 'person' | 'cycle' | 'regulation' | 'registration' | 'decision';

/** Fields of answers that hold an id, or several: what it is the id of, and the field beside it that tells the name. */
const NAME_FIELDS = {
  unitId: ['unit', 'unitName'],
  parentId: ['unit', 'parentName'],
  receiverId: ['unit', 'receiverName'],
  issuerId: ['unit', 'issuerName'],
  submittedTo: ['unit', 'submittedToName'],
  adoptingUnitId: ['unit', 'adoptingUnitName'],
  personId: ['person', 'personName'],
  draftedBy: ['person', 'draftedByName'],
  frozenBy: ['person', 'frozenByName'],
  signerId: ['person', 'signerName'],
  submittedBy: ['person', 'submittedByName'],
  requestedBy: ['person', 'requestedByName'],
  approvedBy: ['person', 'approvedByName'],
  addedBy: ['person', 'addedByName'],
  proposedBy: ['person', 'proposedByName'],
  settledBy: ['person', 'settledByName'],
  grantedBy: ['person', 'grantedByNames'],
  createdBy: ['person', 'createdByName'],
  askedBy: ['person', 'askedByName'],
  cycleId: ['cycle', 'cycleName'],
  regulationId: ['regulation', 'regulationTitle'],
  supersededBy: ['regulation', 'supersededByTitle'],
  registrationId: ['registration', 'registrationName'],
  adoptingRegistrationId: ['registration', 'adoptingRegistrationName'],
  originId: ['registration', 'originName'],
  subjectId: ['registration', 'subjectName'],
  decisionId: ['decision', 'decisionTitle'],
} as const satisfies Readonly<Record<string, readonly [of: NameKind, told: string]>>;

/** Parts of an answer that are told as they were recorded. */
export const AS_RECORDED: readonly string[] = ['actor', 'data', 'changes'];

/** What a field holds the id of, and which field tells its name; undefined for every other field. */
export const nameFieldOf = (field: string): readonly [of: NameKind, told: string] | undefined =>
  Object.hasOwn(NAME_FIELDS, field) ? NAME_FIELDS[field as keyof typeof NAME_FIELDS] : undefined;
