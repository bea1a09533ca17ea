import type { EventsByCategory } from '#domain';
import type { TimelineCategory } from '../told.ts';
import {
  fileSentences,
  organizationSentences,
  ruleSentences,
  systemSentences,
  webhookSentences,
} from './administration.ts';
import { commendationSentences, decisionSentences } from './decisions.ts';
import { recognitionSentences } from './recognition.ts';
import { registeringSentences } from './registering.ts';
import { reminderSentences, reportSentences } from './reports.ts';
import type { Sentence, Sentences } from './sentence.ts';

export type { Sentence } from './sentence.ts';

/** A sentence for every event type the timeline tells of: a new type compiles only once it has one. */
const SENTENCES: Sentences<EventsByCategory[TimelineCategory]['type']> = {
  ...registeringSentences,
  ...recognitionSentences,
  ...decisionSentences,
  ...commendationSentences,
  ...organizationSentences,
  ...ruleSentences,
  ...reportSentences,
  ...reminderSentences,
  ...systemSentences,
  ...fileSentences,
  ...webhookSentences,
};

/** What happened, in both languages. An event type that only a newer version knows is named, not hidden. */
export const sentenceOf = (type: string, data: unknown, besides?: string): Sentence => {
  const render = (SENTENCES as Readonly<Record<string, ((data: never, besides?: string) => Sentence) | undefined>>)[
    type
  ];
  return render ? render(data as never, besides) : { vi: type, en: type };
};
