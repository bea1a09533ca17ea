import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answered, Ask, UseCase } from '#use-cases';
import { PORTS, type Ports } from './ports.ts';

type AnyAsk = Ask<string, unknown>;

/** Something asked of a use case. */
export class RunCommand<Asked extends AnyAsk = AnyAsk> extends Command<Answered> {
  readonly useCase: UseCase<Asked>;
  readonly ask: Asked;
  constructor(useCase: UseCase<Asked>, ask: Asked) {
    super();
    this.useCase = useCase;
    this.ask = ask;
  }
}

/** The way of every command from HTTP to its use case. */
@CommandHandler(RunCommand)
export class RunCommandHandler implements ICommandHandler<RunCommand> {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  execute({ useCase, ask }: RunCommand): Promise<Answered> {
    return useCase.run(this.ports, ask);
  }
}
