import type { CommandAnswer } from '../api/generated/types.gen.ts';
import type { CommandForm } from './form.ts';
import type { Values } from './touched.ts';
import type { useDraft } from './use-draft.ts';

interface Given<Subject> {
  readonly form: CommandForm<Subject>;
  readonly id: string;
  readonly draft: ReturnType<typeof useDraft>;
  /** The revision that the person has seen; none for a thing that is to be made. */
  readonly seen: number | undefined;
  /** What stands in the form now. */
  readonly typed: () => Values;
}

/** The ways to give a command. What is typed is no draft any more once it is recorded, and not before. */
export const givingOf = <Subject>({ form, id, draft, seen, typed }: Given<Subject>) => {
  const give = async (body: Values, revision: number | undefined): Promise<CommandAnswer> => {
    draft.sending(body);
    const headers = { 'Idempotency-Key': draft.commandId(), ...seenIs(revision) };
    const { data } = await form.send({ path: { id }, body: body as never, headers, throwOnError: true });
    return data;
  };
  const giveTyped = async (revision: number | undefined): Promise<CommandAnswer> => {
    const answer = await give(typed(), revision);
    draft.discard();
    return answer;
  };
  /** What is to be made is made anew, and has no revision. */
  const after = ({ revision }: CommandAnswer): number | undefined => (seen === undefined ? undefined : revision);
  const giveSent = async (sent: Values): Promise<CommandAnswer> => {
    const answer = await give(sent, seen);
    if (isSame(sent, typed())) draft.discard();
    else draft.newCommand(after(answer));
    return answer;
  };
  return {
    /** What stands in the form. */
    typed: giveTyped,
    /** Once more what was sent before, as it was, which tells what came of it; what was typed since stays a draft. */
    sent: giveSent,
    /** What stands in the form as another command, on top of what was sent before. */
    anew: async (sent: Values, tell: (seen: number | undefined) => void): Promise<CommandAnswer> => {
      const revision = after(await giveSent(sent));
      tell(revision);
      return giveTyped(revision);
    },
  };
};

/** The header that says which revision was seen. */
export const seenIs = (revision: number | undefined) => (revision === undefined ? {} : { 'If-Match': `"${revision}"` });

const isSame = (one: Values, other: Values): boolean => JSON.stringify(one) === JSON.stringify(other);
