import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { ACCESS, type Access } from './access/access.ts';

/** A route and who may call it: the permission matrix is made of these. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH' | 'ALL';
  /** With `:id` places, e.g. `/api/registrations/:id/submit`. */
  readonly path: string;
  readonly access: Access;
  /** Class of the body, when the route takes one. */
  readonly body?: new () => object;
  readonly handler: string;
}

const BODY_ARGUMENT = 3;

/** Every route of the application. @throws when one does not say who may call it: nothing is open by oversight. */
export const listRoutes = (app: INestApplicationContext): readonly Route[] => {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, unknown>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => routeOf(metatype, prototype, name));
    })
    .sort((one, other) => (one.path + one.method < other.path + other.method ? -1 : 1));
};

const routeOf = (
  controller: object & { readonly name?: string },
  prototype: Record<string, unknown>,
  name: string,
): Route[] => {
  const handler = prototype[name];
  const path: unknown = typeof handler === 'function' ? Reflect.getMetadata(PATH_METADATA, handler) : undefined;
  if (typeof handler !== 'function' || typeof path !== 'string') return [];
  const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
  const where = `${controller.name ?? 'a controller'}.${name}`;
  if (access === undefined) throw new Error(`${where} does not say who may call it: add @May, @SignedIn or @Public`);
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
  const body = bodyOf(controller, prototype, name);
  return [
    {
      method: method as Route['method'],
      path: `/${[base, path]
        .map((part) => part.replaceAll(/^\/|\/$/gu, ''))
        .filter((part) => part !== '')
        .join('/')}`,
      access,
      handler: where,
      ...(body === undefined ? {} : { body }),
    },
  ];
};

const bodyOf = (controller: object, prototype: object, name: string): (new () => object) | undefined => {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, { index: number }>;
  const entry = Object.entries(args).find(([key]) => key.startsWith(`${String(BODY_ARGUMENT)}:`));
  if (entry === undefined) return undefined;
  const types = Reflect.getMetadata('design:paramtypes', prototype, name) as (new () => object)[];
  const type = types[entry[1].index];
  if (type === undefined || (type as unknown) === Object) throw new Error(`the body of ${name} is not validated`);
  return type;
};
