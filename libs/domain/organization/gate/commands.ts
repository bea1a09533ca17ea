import type { Command } from '../../kernel/index.ts';
import type { OrganizationEvent } from './events.ts';

/** Lets decided changes through; the workflow of the unit or person has decided them just before. */
export type AdmitChange = Command<'AdmitChange', OrganizationEvent['data']>;
