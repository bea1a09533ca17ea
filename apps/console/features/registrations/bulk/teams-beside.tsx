import { grouped } from '../../../shared/actions/grouped.ts';
import type { Registration } from '../../../shared/api/generated/types.gen.ts';
import { TeamBeside } from '../appraisal/beside.tsx';

interface Props {
  readonly subject: readonly Registration[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a team is chosen by, for each cycle and regulation of those that it is chosen for. */
export const TeamsBeside = ({ subject, values }: Props) => {
  const pinned = subject.filter(({ regulationId }) => regulationId !== null);
  const cycles = grouped(pinned, ({ cycleId, regulationId }) => `${cycleId} ${regulationId ?? ''}`);
  return cycles.map(([first]) => (
    <section key={`${first.cycleId} ${first.regulationId ?? ''}`}>
      {cycles.length > 1 && (
        <p lang="vi">
          <strong>{first.cycleName}</strong>
        </p>
      )}
      <TeamBeside subject={first} values={values} />
    </section>
  ));
};
