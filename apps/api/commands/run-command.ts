import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Rejected } from '#domain';
import type { Answer, Ask, Rejection, UseCase } from '#use-cases';
import { portsOfAsker } from './asker.ts';
import { PORTS, type Ports } from './ports.ts';

type AnyAsk = Ask<string, unknown>;

/** Something asked of a use case. */
export class RunCommand<Asked extends AnyAsk = AnyAsk, Done = Answer> extends Command<Done | Rejected<Rejection>> {
  readonly useCase: UseCase<Asked, Done, Ports>;
  readonly ask: Asked;
  constructor(useCase: UseCase<Asked, Done, Ports>, ask: Asked) {
    super();
    this.useCase = useCase;
    this.ask = ask;
  }
}

/** The way of every command from HTTP to its use case. */
@CommandHandler(RunCommand)
export class RunCommandHandler implements ICommandHandler<RunCommand> {
  @Inject(PORTS) private readonly ports: Ports;

  execute({ useCase, ask }: RunCommand): ReturnType<RunCommand['useCase']['run']> {
    return useCase.run(portsOfAsker(this.ports), ask);
  }
}
