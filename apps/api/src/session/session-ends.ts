import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';

/** Tells open streams of this process which sessions were signed out. */
@Injectable()
export class SessionEnds {
  /** CSRF tokens of ended sessions: each names one session and opens nothing. */
  readonly ended = new Subject<string>();
}
