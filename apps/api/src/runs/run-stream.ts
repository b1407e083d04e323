import type { RunProgress } from '@matchwatch/contracts';
import { liveRunStates } from '@matchwatch/domain';
import { type Database, listRunProgress } from '@matchwatch/store';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  exhaustMap,
  finalize,
  from,
  mergeMap,
  type Observable,
  of,
  Subject,
  share,
  takeUntil,
  timer,
} from 'rxjs';
import { DATABASE, LOGGER } from '../tokens.js';

const pollEveryMs = 400;

interface Watch {
  /** How each run that is heard of was last seen. */
  latest: Map<number, RunProgress>;
  changes: Observable<RunProgress>;
}

/** What runs do while they move, by school: the database is asked by one poller a school, and only while anybody listens. */
@Injectable()
export class RunStream implements OnModuleDestroy {
  private readonly watches = new Map<string, Watch>();
  /** Emits when the process stops. */
  readonly stopping = new Subject<void>();

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleDestroy(): void {
    this.stopping.next();
    this.stopping.complete();
  }

  /** Every run that moves, first as it stands and then at each change, to its end. */
  watch(schoolId: string): Observable<RunProgress> {
    const watch = this.watches.get(schoolId) ?? this.open(schoolId);
    return concat(
      defer(() => from([...watch.latest.values()])),
      watch.changes,
    ).pipe(takeUntil(this.stopping));
  }

  private open(schoolId: string): Watch {
    const latest = new Map<number, RunProgress>();
    const changes = timer(0, pollEveryMs).pipe(
      exhaustMap(() => defer(() => this.poll(schoolId, latest)).pipe(catchError((error: Error) => this.missed(error)))),
      mergeMap((progress) => of(...progress)),
      finalize(() => this.watches.delete(schoolId)),
      share(),
    );
    const watch = { latest, changes };
    this.watches.set(schoolId, watch);
    return watch;
  }

  private async poll(schoolId: string, latest: Map<number, RunProgress>): Promise<RunProgress[]> {
    const seen = await listRunProgress(this.db, schoolId, [...latest.keys()]);
    const changed = seen.filter((run) => JSON.stringify(run) !== JSON.stringify(latest.get(run.id)));
    for (const run of seen) {
      if (liveRunStates.has(run.state)) latest.set(run.id, run);
      else latest.delete(run.id);
    }
    return changed;
  }

  private missed(error: Error): Observable<never> {
    this.log.warn({ err: error }, 'could not see how runs stand');
    return EMPTY;
  }
}
