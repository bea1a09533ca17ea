import { SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension, ApiHeader } from '@nestjs/swagger';
import { isOfPeople, type Actor, type Role } from '#domain';
import type { KeyScope } from '#identity';
import { ACTING_HEADER } from './acting-header.ts';
import { PERSON_HEADER } from './person-header.ts';

/** Who may call a route. A route that does not say so does not start. */
export type Access =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'signed-in';
      /** Also for who is to add a second factor first. */
      readonly beforeSecondFactor?: true;
    }
  | { readonly kind: 'roles'; readonly roles: readonly Role[]; readonly atRoot?: true }
  | {
      readonly kind: 'roles-or-program';
      readonly roles: readonly Role[];
      readonly atRoot: true;
      readonly scope: KeyScope;
    };

/** How a route is guarded that is not open to everybody. */
export type Guarded = Exclude<Access, { readonly kind: 'public' }>;

export const ACCESS = 'kheo:access';

/** Where the document says which roles may call a route. */
export const ROLES = 'x-kheo-roles';

/** Everybody, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** Everybody who is signed in; what they see is settled by the question itself. */
export const SignedIn = (also: { readonly beforeSecondFactor?: true } = {}): MethodDecorator =>
  both({ kind: 'signed-in', ...also });

/** Whoever holds one of the roles today, somewhere; for which unit is settled when the command is run. */
export const May = (...roles: readonly Actor['role'][]): MethodDecorator =>
  both({ kind: 'roles', roles: roles.filter(isOfPeople) });

/** What concerns every unit at once: for appointments to the root. */
export const MayAtRoot = (...roles: readonly Actor['role'][]): MethodDecorator =>
  both({ kind: 'roles', roles: roles.filter(isOfPeople), atRoot: true });

/** Programs with a key of this scope, and people with one of the roles at the root: what they read concerns every unit. */
export const MayProgram = (scope: KeyScope, ...roles: readonly Actor['role'][]): MethodDecorator =>
  both({ kind: 'roles-or-program', roles: roles.filter(isOfPeople), atRoot: true, scope });

const both =
  (access: Access): MethodDecorator =>
  (target, key, descriptor) => {
    SetMetadata(ACCESS, access)(target, key, descriptor);
    ApiCookieAuth()(target, key, descriptor);
    ApiHeader(PERSON_HEADER)(target, key, descriptor);
    if (access.kind !== 'signed-in' || access.beforeSecondFactor !== true)
      ApiHeader(ACTING_HEADER)(target, key, descriptor);
    if (access.kind === 'roles-or-program') ApiBearerAuth()(target, key, descriptor);
    if ('roles' in access) ApiExtension(ROLES, access.roles)(target, key, descriptor);
  };
