/** What has a name. A code has it from the regulation of the cycle that is told beside it. */
export type NameKind = 'unit' | 'person' | 'cycle' | 'regulation' | 'registration' | 'subject' | 'decision' | 'code';

/** Fields of answers that hold an id or a code, or several: what they stand for, and the field beside it that tells the name. */
const NAME_FIELDS = {
  unitId: ['unit', 'unitName'],
  parentId: ['unit', 'parentName'],
  receiverId: ['unit', 'receiverName'],
  issuerId: ['unit', 'issuerName'],
  submittedTo: ['unit', 'submittedToName'],
  adoptingUnitId: ['unit', 'adoptingUnitName'],
  ofUnitId: ['unit', 'ofUnitName'],
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
  returnedBy: ['person', 'returnedByName'],
  orderedBy: ['person', 'orderedByName'],
  cycleId: ['cycle', 'cycleName'],
  regulationId: ['regulation', 'regulationTitle'],
  supersededBy: ['regulation', 'supersededByTitle'],
  registrationId: ['registration', 'registrationName'],
  adoptingRegistrationId: ['registration', 'adoptingRegistrationName'],
  originId: ['registration', 'originName'],
  subjectId: ['subject', 'subjectName'],
  decisionId: ['decision', 'decisionTitle'],
  field: ['code', 'fieldName'],
  programmeTags: ['code', 'programmeTagNames'],
} as const satisfies Readonly<Record<string, readonly [of: NameKind, told: string]>>;

/** Parts of an answer that are told as they were recorded. */
export const AS_RECORDED: readonly string[] = ['actor', 'data', 'changes'];

/** What a field holds the id of, and which field tells its name; undefined for every other field. */
export const nameFieldOf = (field: string): readonly [of: NameKind, told: string] | undefined =>
  Object.hasOwn(NAME_FIELDS, field) ? NAME_FIELDS[field as keyof typeof NAME_FIELDS] : undefined;

/** The fields of an object that are to be told by name beside them, and are not yet. */
export const namesBeside = (
  fields: readonly string[],
): readonly (readonly [field: string, of: NameKind, told: string])[] =>
  fields.flatMap((field) => {
    const [of, told] = nameFieldOf(field) ?? [];
    if (of === undefined || told === undefined || fields.includes(told)) return [];
    return of === 'code' && !fields.includes('cycleId') ? [] : [[field, of, told] as const];
  });
