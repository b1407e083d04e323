import type { Config } from '@matchwatch/config';
import type { SessionLimits } from '@matchwatch/store';

/** Whether people reach the service by https. */
export const isSecure = ({ publicUrl }: Config): boolean => publicUrl?.startsWith('https:') ?? false;

export const sessionLimits = ({ sessionIdleMinutes, sessionAbsoluteHours }: Config): SessionLimits => ({
  idleMinutes: sessionIdleMinutes,
  absoluteHours: sessionAbsoluteHours,
});
