import type { Config } from '@matchwatch/config';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { connect, type DataSource } from '@matchwatch/store';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { Logger } from 'pino';
import { EmergencyAccessController } from './access/emergency-access.controller.js';
import { AccountController } from './account/account.controller.js';
import { AccountSessionsController } from './account/account-sessions.controller.js';
import { ApplicantsController } from './applicants/applicants.controller.js';
import { AssessmentsController } from './assessments/assessments.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { BriefController } from './brief/brief.controller.js';
import { BulkController } from './bulk/bulk.controller.js';
import { ApplicantCalendarController } from './calendar/applicant-calendar.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarFeedController } from './calendar/calendar-feed.controller.js';
import { CaseloadController } from './caseload/caseload.controller.js';
import { AdvocaciesController } from './casework/advocacies.controller.js';
import { CaseworkController } from './casework/casework.controller.js';
import { CaseworkWriter } from './casework/casework-writer.js';
import { MeetingDraftsController } from './casework/meeting-drafts.controller.js';
import { MeetingListController } from './casework/meeting-list.controller.js';
import { MeetingsController } from './casework/meetings.controller.js';
import { OutreachController } from './casework/outreach.controller.js';
import { PlansController } from './casework/plans.controller.js';
import { ReferralsController } from './casework/referrals.controller.js';
import { TaskListController, TasksController } from './casework/tasks.controller.js';
import { ChallengesController } from './challenges/challenges.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { MailWatch } from './deliveries/mail-watch.js';
import { MailingController } from './deliveries/mailing.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { HealthController } from './health/health.controller.js';
import { HelpController } from './help/help.controller.js';
import { HomeController } from './home/home.controller.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { InputPipe } from './http/input.pipe.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ImportsController } from './imports/imports.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { PacketController } from './packet/packet.controller.js';
import { InvitationsController } from './people/invitations.controller.js';
import { PeopleController } from './people/people.controller.js';
import { RelationsController } from './people/relations.controller.js';
import { SecondFactorRuleController } from './people/second-factor-rule.controller.js';
import { PolicyController } from './policy/policy.controller.js';
import { PolicyVersionsController } from './policy/policy-versions.controller.js';
import { ListAuditController } from './programs/list-audit.controller.js';
import { ProgramsController } from './programs/programs.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReviewQueueController } from './reviews/review-queue.controller.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { VerdictsController } from './reviews/verdicts.controller.js';
import { RulebookController } from './rulebook/rulebook.controller.js';
import { RunStream } from './runs/run-stream.js';
import { RunsController } from './runs/runs.controller.js';
import { ScheduleWatch } from './schedules/schedule-watch.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { Authoriser } from './session/authoriser.js';
import { BrowserSessions } from './session/browser-sessions.js';
import { PresentPassword } from './session/present-password.js';
import { SecondFactors } from './session/second-factors.js';
import { SessionController } from './session/session.controller.js';
import { SessionGuard } from './session/session.guard.js';
import { SessionEnds } from './session/session-ends.js';
import { SignInForgiveness } from './session/sign-in-forgiveness.js';
import { ThrottleGuard } from './session/throttle.guard.js';
import { throttleLimits } from './session/throttle-limits.js';
import { IdentityProvider } from './sso/identity-provider.js';
import { SsoController } from './sso/sso.controller.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { BackupLine } from './system/backup-line.js';
import { BackupWatch } from './system/backup-watch.js';
import { SystemController } from './system/system.controller.js';
import { CLOCK, type Clock, CONFIG, DATABASE, DOORBELL, LOGGER } from './tokens.js';
import { CohortViewsController } from './views/cohort-views.controller.js';
import { webModules } from './web/web-root.js';

/** What the service is made with. */
export interface ApiParts {
  config: Config;
  logger: Logger;
  clock: Clock;
  webRoot: string;
}

@Module({})
export class ApiModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
  ) {}

  static with({ config, logger, clock, webRoot }: ApiParts): DynamicModule {
    const { databaseUrl, redisUrl, databasePoolSize: poolSize } = config;
    const forgiveness = new SignInForgiveness();
    return {
      module: ApiModule,
      imports: [ThrottlerModule.forRoot(throttleLimits(config, forgiveness)), ...webModules(webRoot)],
      controllers: [
        SessionController,
        SsoController,
        AccountController,
        AccountSessionsController,
        HomeController,
        ApplicantsController,
        CohortViewsController,
        BulkController,
        BriefController,
        HelpController,
        EvidenceController,
        CaseworkController,
        MeetingDraftsController,
        MeetingsController,
        MeetingListController,
        PlansController,
        TasksController,
        TaskListController,
        ReferralsController,
        OutreachController,
        AdvocaciesController,
        ProgramsController,
        ListAuditController,
        ReviewsController,
        ApplicantCalendarController,
        CalendarController,
        CalendarFeedController,
        CaseloadController,
        ReportsController,
        ReviewQueueController,
        VerdictsController,
        RunsController,
        SchedulesController,
        SystemController,
        ImportsController,
        RulebookController,
        PolicyController,
        PolicyVersionsController,
        AssessmentsController,
        PeopleController,
        InvitationsController,
        SecondFactorRuleController,
        RelationsController,
        EmergencyAccessController,
        AuditController,
        ChallengesController,
        ExportsController,
        PacketController,
        SubscriptionsController,
        DeliveriesController,
        MailingController,
        HealthController,
        MetricsController,
        OpenApiController,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: CLOCK, useValue: clock },
        { provide: DATABASE, useFactory: () => connect({ url: databaseUrl, poolSize, applicationName: 'matchwatch api' }) },
        {
          provide: DOORBELL,
          useFactory: () =>
            openDoorbell({ databaseUrl, redisUrl, onError: (error) => logger.warn({ err: error }, 'queue connection trouble') }),
        },
        { provide: SignInForgiveness, useValue: forgiveness },
        SessionEnds,
        BrowserSessions,
        SecondFactors,
        PresentPassword,
        IdentityProvider,
        Authoriser,
        CaseworkWriter,
        RunStream,
        ScheduleWatch,
        BackupLine,
        BackupWatch,
        MailWatch,
        Metrics,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: ThrottleGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.doorbell.close();
    await this.database.destroy();
  }
}
