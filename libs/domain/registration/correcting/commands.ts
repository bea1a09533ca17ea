import type { Command, DocumentCitation } from '../../kernel/index.ts';
import type { RegulationVersion } from '../facts.ts';

/** What was entered wrongly is named by its field; its value is taken from the stream, never from who asks. */
export type RequestCorrection = Command<
  'RequestCorrection',
  {
    /** One of {@link CORRECTABLE}. */
    readonly field: string;
    readonly newValue: string;
    readonly reason: string;
    readonly document: DocumentCitation;
  },
  {
    readonly regulation: RegulationVersion;
    /** Somebody may approve it who does not ask for it. */
    readonly othersMayApprove: boolean;
    /** Another live registration holds the name in this unit and cycle; asked again when it is approved. */
    readonly nameTaken: boolean;
  }
>;

/** By another person than who asked for it. */
export type ApproveCorrection = Command<
  'ApproveCorrection',
  { readonly correctionId: string },
  {
    /** Another live registration holds the corrected name in this unit and cycle. */
    readonly nameTaken: boolean;
  }
>;

/** Also by who asked for it: then it is taken back. */
export type DeclineCorrection = Command<
  'DeclineCorrection',
  { readonly correctionId: string; readonly reason: string }
>;

export type CorrectingCommand = RequestCorrection | ApproveCorrection | DeclineCorrection;
