import { regulation } from '#domain';

/**
 * The rung that is sent at once in the place of one that reached nobody: the next of somebody further up. Undefined at
 * the top. Whether it was handled already does not matter here: then its recipient has been told.
 * @param ladder In the order of their days.
 * @param code Of the rung that reached nobody; the last of them where several were collapsed.
 */
export const nextRung = <Rung extends regulation.Rung>(ladder: readonly Rung[], code: string): Rung | undefined => {
  const index = ladder.findIndex((rung) => rung.code === code);
  const rung = ladder[index];
  if (rung === undefined) return undefined;
  const height = heightOf(rung);
  return ladder.slice(index + 1).find((later) => heightOf(later) > height);
};

const heightOf = ({ recipient }: regulation.Rung): number => regulation.RUNG_RECIPIENTS.indexOf(recipient);
