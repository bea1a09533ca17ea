import type { ProjectionStatus, WaitForPosition } from '#read-models';

/** Injection token of {@link Projections}. */
export const PROJECTIONS = Symbol('projections');

/** Where one projection stands. */
export type ProjectionHealth = Pick<
  ProjectionStatus,
  'name' | 'status' | 'position' | 'lagEvents' | 'lagMore' | 'lagSeconds' | 'holder'
>;

/** How far the read models are. */
export interface Projections {
  readonly waitFor: WaitForPosition;
  /** The position every read model has reached. */
  position(): Promise<number>;
  status(): Promise<readonly ProjectionHealth[]>;
}
