import { Body, Inject, Param } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { Actor } from '#domain';
import type { Ask, Sending, UseCase } from '#use-cases';
import type { Ports } from '../commands/ports.ts';
import { RunCommand } from '../commands/run-command.ts';
import { May } from './access/access.ts';
import { HowSent } from './access/asking.ts';
import { COMMANDS, type OfferedCommand } from './command-catalogue.ts';
import { CommandRoute, IdParam } from './command-route.ts';
import type { Class } from './validation/validate.ts';

type AnyAsk = Ask<OfferedCommand, unknown>;

type DataOf<Asked extends AnyAsk, Type> = Asked extends AnyAsk
  ? Type extends Asked['type']
    ? Asked['data'] & object
    : never
  : never;

/**
 * For each command of a use case the method that sends it, by which OpenAPI knows it, and the class of its body; last, how
 * the body is read, where it is not the command's data as it is.
 */
type Routes<Asked extends AnyAsk> = {
  readonly [Type in Asked['type']]:
    | readonly [method: string, body: Class<DataOf<Asked, Type>>]
    | readonly [method: string, body: Class, dataOf: (body: never) => DataOf<Asked, Type>];
};

interface RoutesOptions<Type extends string> {
  /** Where the role is to be held; somewhere unless told. */
  readonly access?: typeof May;
  /** What is answered, where that is not what every command answers. */
  readonly answers?: Readonly<Partial<Record<Type, MethodDecorator>>>;
}

/** Gives a controller a route for each command of a use case, after the routes of its own methods. */
export const Commands =
  <Asked extends AnyAsk, Done>(
    useCase: UseCase<Asked, Done, Ports>,
    rights: Readonly<Record<Asked['type'], readonly Actor['role'][]>>,
    routes: Routes<Asked>,
    { access = May, answers }: RoutesOptions<Asked['type']> = {},
  ): ClassDecorator =>
  ({ prototype }) => {
    Inject(CommandBus)(prototype as object, 'commands');
    for (const type of Object.keys(routes) as Asked['type'][]) {
      const [name, body, dataOf = asItIs] = routes[type];
      const route = CommandRoute(type, access(...rights[type]), answers?.[type]);
      addMethod(prototype as object, route, { name, body, acts: COMMANDS[type][0] !== '' }, (to, data, sent) => {
        const ask = { ...sent, ...to, type, data: dataOf(data as never) };
        return new RunCommand(useCase, ask as unknown as Asked);
      });
    }
  };

const asItIs = (body: never): never => body;

interface Method {
  readonly name: string;
  readonly body: Class;
  /** On something that exists: the path names it. */
  readonly acts: boolean;
}

/** Declares the method as its decorators would, had somebody written it. */
const addMethod = (
  prototype: object,
  route: MethodDecorator,
  { name, body, acts }: Method,
  commandOf: (to: IdParam | null, body: object, sent: Sending) => Command<unknown>,
): void => {
  const methods = {
    [name](this: { readonly commands: CommandBus }, to: IdParam | null, data: object, sent: Sending) {
      return this.commands.execute(commandOf(to, data, sent));
    },
  };
  Object.defineProperty(prototype, name, { value: methods[name], configurable: true, writable: true });
  Reflect.defineMetadata('design:paramtypes', [IdParam, body, Object], prototype, name);
  // From the last to the first, as decorators run: what is wrong with the body is told before what is wrong with the path.
  HowSent()(prototype, name, 2);
  Body()(prototype, name, 1);
  if (acts) Param()(prototype, name, 0);
  route(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor);
};
