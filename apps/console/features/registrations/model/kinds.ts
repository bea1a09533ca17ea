/** Kinds of acts by which the audit trail of a registration is filtered. */
export const GROUPS = ['REGISTERING', 'IMPLEMENTING', 'APPRAISING', 'DECIDING', 'SPREADING', 'CORRECTING'] as const;

export type Group = (typeof GROUPS)[number];

const TYPES: Readonly<Record<Exclude<Group, 'REGISTERING'>, readonly string[]>> = {
  IMPLEMENTING: ['ImplementationStarted', 'ProgressRecorded', 'InspectionRecorded', 'ModelDiscontinued'],
  APPRAISING: [
    'RecognitionRequested',
    'SupplementRequired',
    'SupplementProvided',
    'DossierLapsed',
    'AppraisalOpened',
    'InterestDeclared',
    'AppraiserRemoved',
    'ModelScored',
    'ModelAppraised',
    'VoteHeld',
    'AppraisalReopened',
  ],
  DECIDING: ['ModelRecognized', 'RecognitionRefused', 'RecognitionRevoked', 'ModelMarkedTypical'],
  SPREADING: ['ModelReplicated', 'ModelCarriedForward', 'SourceRevoked', 'RevokedSourceSettled'],
  CORRECTING: ['CorrectionRequested', 'CorrectionDeclined', 'EntryCorrected'],
};

/** What is of no other kind belongs to the registering itself. */
export const groupOf = (type: string): Group =>
  GROUPS.find((group) => group !== 'REGISTERING' && TYPES[group].includes(type)) ?? 'REGISTERING';
