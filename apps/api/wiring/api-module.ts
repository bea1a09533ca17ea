import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ApiKeysController } from '../api-keys/api-keys.controller.ts';
import { AuditController } from '../audit/audit.controller.ts';
import { RunCommandHandler } from '../commands/run-command.ts';
import { CommendationsQueriesController } from '../commendations/commendations-queries.controller.ts';
import { CommendationsController } from '../commendations/commendations.controller.ts';
import { CyclesQueriesController } from '../cycles/cycles-queries.controller.ts';
import { CyclesController } from '../cycles/cycles.controller.ts';
import { DecisionsQueriesController } from '../decisions/decisions-queries.controller.ts';
import { DecisionsController } from '../decisions/decisions.controller.ts';
import { EvidenceController } from '../evidence/evidence.controller.ts';
import { FeedController } from '../feed/feed.controller.ts';
import { HealthController } from '../health/health.controller.ts';
import { AccessGuard } from '../http/access/access.guard.ts';
import { AccessWatch } from '../http/access/access-watch.ts';
import { Doorkeeper } from '../http/access/doorkeeper.ts';
import { AnswerInterceptor } from '../http/answer/answer.interceptor.ts';
import { ProblemFilter } from '../http/answer/problem.filter.ts';
import { ShapePipe } from '../http/validation/shape.pipe.ts';
import { ExampleListController } from '../imports/example-list.controller.ts';
import { ImportsController } from '../imports/imports.controller.ts';
import { InboxController } from '../inbox/inbox.controller.ts';
import { IncidentsController } from '../incidents/incidents.controller.ts';
import { ModelsController } from '../models/models.controller.ts';
import { AccountsController } from '../people/accounts.controller.ts';
import { PeopleQueriesController } from '../people/people-queries.controller.ts';
import { PeopleController } from '../people/people.controller.ts';
import { PreferencesController } from '../preferences/preferences.controller.ts';
import { UnitViewsController } from '../preferences/unit-views.controller.ts';
import { NamesInterceptor } from '../reading/names.interceptor.ts';
import { ExportInterceptor } from '../exports/export.interceptor.ts';
import { Reader } from '../reading/reader.ts';
import { RegistrationChoicesController } from '../registrations/registration-choices.controller.ts';
import { RegistrationsQueriesController } from '../registrations/registrations-queries.controller.ts';
import { RegistrationsController } from '../registrations/registrations.controller.ts';
import { RegulationsQueriesController } from '../regulations/regulations-queries.controller.ts';
import { RegulationsController } from '../regulations/regulations.controller.ts';
import { RemindersController } from '../reminders/reminders.controller.ts';
import { ReportsQueriesController } from '../reports/reports-queries.controller.ts';
import { ReportsController } from '../reports/reports.controller.ts';
import { SearchController } from '../search/search.controller.ts';
import { Door } from '../session/door.ts';
import { OwnActionsController } from '../session/own-actions.controller.ts';
import { SecondFactorController } from '../session/second-factor.controller.ts';
import { SessionController } from '../session/session.controller.ts';
import { SetupController } from '../setup/setup.controller.ts';
import { StatisticsController } from '../statistics/statistics.controller.ts';
import { TasksController } from '../tasks/tasks.controller.ts';
import { UnitsQueriesController } from '../units/units-queries.controller.ts';
import { UnitsController } from '../units/units.controller.ts';
import { UpdatesController } from '../updates/updates.controller.ts';
import { WebhooksQueriesController } from '../webhooks/webhooks-queries.controller.ts';
import { WebhooksController } from '../webhooks/webhooks.controller.ts';

const CONTROLLERS = [
  SetupController,
  SessionController,
  SecondFactorController,
  OwnActionsController,
  UnitsQueriesController,
  UnitsController,
  PeopleQueriesController,
  PeopleController,
  AccountsController,
  RegulationsQueriesController,
  RegulationsController,
  CyclesQueriesController,
  CyclesController,
  RegistrationChoicesController,
  RegistrationsQueriesController,
  RegistrationsController,
  ModelsController,
  DecisionsQueriesController,
  DecisionsController,
  CommendationsQueriesController,
  CommendationsController,
  ReportsQueriesController,
  ReportsController,
  InboxController,
  PreferencesController,
  UnitViewsController,
  RemindersController,
  EvidenceController,
  ExampleListController,
  ImportsController,
  ApiKeysController,
  TasksController,
  StatisticsController,
  AuditController,
  SearchController,
  IncidentsController,
  FeedController,
  UpdatesController,
  WebhooksQueriesController,
  WebhooksController,
  HealthController,
];

/** The api, around what it is given. */
@Module({})
export class ApiModule {
  static around(given: readonly Provider[]): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: CONTROLLERS,
      providers: [
        ...given,
        RunCommandHandler,
        Doorkeeper,
        AccessWatch,
        Reader,
        Door,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        // Inside the one above, which sends the file this one makes.
        { provide: APP_INTERCEPTOR, useClass: ExportInterceptor },
        { provide: APP_INTERCEPTOR, useClass: NamesInterceptor },
      ],
    };
  }
}
