import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';

/** A dossier that its reader is told. */
export type OpenDossier = NonNullable<RegistrationDetail['dossier']>;
