import { Injectable } from '@nestjs/common';

/** Under which name the attempts on an account are counted: a new one after each success, so that only failures in a row add up. */
@Injectable()
export class SignInForgiveness {
  private readonly successes = new Map<string, number>();

  trackerOf(email: string): string {
    const account = email.trim().toLowerCase();
    return `${account} ${this.successes.get(account) ?? 0}`;
  }

  forgive(email: string): void {
    this.successes.set(email, (this.successes.get(email) ?? 0) + 1);
  }
}
