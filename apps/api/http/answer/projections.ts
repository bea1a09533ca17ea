import type { ProjectionStatus } from '#read-models';

/** Injection token of {@link Projections}. */
export const PROJECTIONS = Symbol('projections');

/** Where one projection stands. */
export type ProjectionHealth = Pick<
  ProjectionStatus,
  'name' | 'status' | 'position' | 'lagEvents' | 'lagMore' | 'lagSeconds' | 'holder'
>;

/** How far the read models are. */
export interface Projections {
  /** True once every read model has seen the position; false after the time is up. */
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
  /** The position every read model has reached. */
  position(): Promise<number>;
  status(): Promise<readonly ProjectionHealth[]>;
}
